import type { Entry } from '../../mapping/ledger.ts'
import type { LedgerIssue, LedgerItem } from './item.ts'

/** What is asked for. Of one kind any will do, and every kind that is named has to be met. */
export interface Conditions {
  readonly grade: readonly string[]
  readonly safety: readonly string[]
  readonly outcome: readonly string[]
  /** Tests on the names of rows. */
  readonly row: readonly Test[]
  readonly code: readonly string[]
  /** Tests on the names of documents. */
  readonly input: readonly Test[]
  /** Only documents of which no output was written. */
  readonly notWritten: boolean
  /** Keep of a document all that the report says of it, not only what was asked for. */
  readonly whole: boolean
}

type Test = (name: string) => boolean

/**
 * Looks for documents. The result gives undefined for one that is not asked for; of others the item, with the entries
 * and issues that were asked for: where nothing was asked about entries, or about issues, all of them.
 */
export function filterOf(asked: Conditions): (item: LedgerItem) => LedgerItem | undefined {
  const isEntry = entryTest(asked)
  const isIssue = asked.code.length === 0 ? undefined : ({ code }: LedgerIssue) => asked.code.includes(code)
  return (item) => {
    if (asked.notWritten && item.from !== null && item.written !== false) return undefined
    if (asked.input.length > 0 && !asked.input.some((test) => test(item.input))) return undefined
    const ledger = isEntry === undefined ? item.ledger : item.ledger.filter(isEntry)
    const issues = isIssue === undefined ? item.issues : item.issues.filter(isIssue)
    const isMissed = (isEntry !== undefined && ledger.length === 0) || (isIssue !== undefined && issues.length === 0)
    if (isMissed) return undefined
    return asked.whole ? item : { ...item, ledger, issues }
  }
}

/** Undefined if nothing is asked about entries. */
function entryTest({ grade, safety, outcome, row }: Conditions): ((entry: Entry) => boolean) | undefined {
  if ([grade, safety, outcome, row].every((one) => one.length === 0)) return undefined
  const isIn = (words: readonly string[], word: string) => words.length === 0 || words.includes(word)
  return (entry) =>
    isIn(grade, entry.grade) &&
    isIn(safety, entry.safety) &&
    isIn(outcome, entry.outcome) &&
    (row.length === 0 || row.some((test) => test(entry.row)))
}
