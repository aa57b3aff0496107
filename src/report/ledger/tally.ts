import { isGrave, isLoss } from '../../convert/policy.ts'
import type { Severity } from '../../issue/catalogue.ts'
import type { Entry } from '../../mapping/ledger.ts'
import { Counts } from './counts.ts'
import type { LedgerIssue, LedgerItem, LedgerTool } from './item.ts'

/** What became of places, by the row that decided. */
export interface RowKey extends Pick<Entry, 'row' | 'outcome' | 'grade' | 'safety'> {
  /** It does not come back by itself. */
  readonly lost: boolean
}
export interface CodeKey {
  readonly code: string
  readonly severity: Severity
}
export interface TripKey {
  readonly from: string
  readonly to: string
  readonly dialect: string | null
}

/** Numbers over all documents of reports: what stays in memory when the documents have gone, whatever their number. */
export class LedgerTally {
  readonly documents = { total: 0, written: 0, notWritten: 0, thereAndBack: 0, notTold: 0 }
  readonly leaves = { total: 0, claimed: 0, ledger: 0 }
  readonly entries = { total: 0, inOutput: 0, lost: 0, grave: 0 }
  readonly outcomes: Record<string, number> = {}
  readonly grades: Record<string, number> = {}
  readonly safeties: Record<string, number> = {}
  readonly tools: Counts<LedgerTool>
  readonly trips: Counts<TripKey>
  readonly rows: Counts<RowKey>
  readonly codes: Counts<CodeKey>
  /** Errors of documents of which no output was written. */
  readonly refusals: Counts<CodeKey>

  /** `examples` is how many documents are remembered for each row and code. */
  constructor(examples: number) {
    this.tools = new Counts(0)
    this.trips = new Counts(0)
    this.rows = new Counts(examples)
    this.codes = new Counts(examples)
    this.refusals = new Counts(examples)
  }

  tool(tool: LedgerTool): void {
    this.tools.next()
    this.tools.add(JSON.stringify([tool.version, tool.mappings]), '', () => tool)
  }

  add(item: LedgerItem): void {
    for (const counts of [this.trips, this.rows, this.codes, this.refusals]) counts.next()
    this.#document(item)
    for (const entry of item.ledger) this.#entry(entry, item.input)
    for (const found of item.issues) count(this.codes, found, item.input)
  }

  #document(item: LedgerItem): void {
    const { input, from, to, dialect, leaves, written, issues } = item
    if (item.trip !== 'back') {
      this.documents.total++
      this.documents[endOf(item)]++
    }
    if (from !== null) this.trips.add(JSON.stringify([from, to, dialect]), input, () => ({ from, to, dialect }))
    for (const name of ['total', 'claimed', 'ledger'] as const) this.leaves[name] += leaves[name]
    if (from !== null && written !== false) return
    for (const found of issues) if (found.severity === 'error') count(this.refusals, found, input)
  }

  #entry(entry: Entry, input: string): void {
    const { row, outcome, grade, safety } = entry
    const lost = isLoss(entry)
    this.entries.total++
    if (entry.side === 'output') this.entries.inOutput++
    if (lost) this.entries.lost++
    if (lost && isGrave(entry)) this.entries.grave++
    raise(this.outcomes, outcome)
    raise(this.grades, grade)
    raise(this.safeties, safety)
    const name = `${row} ${outcome} ${grade} ${safety} ${lost}`
    this.rows.add(name, input, () => ({ row, outcome, grade, safety, lost }))
  }
}

/** What became of a document. A trip has a second item, for the way back. */
function endOf({ from, written, trip }: LedgerItem): 'written' | 'notWritten' | 'thereAndBack' | 'notTold' {
  if (from === null || written === false) return 'notWritten'
  if (trip !== undefined) return 'thereAndBack'
  return written === true ? 'written' : 'notTold'
}

function count(counts: Counts<CodeKey>, { code, severity }: LedgerIssue, input: string): void {
  counts.add(`${code} ${severity}`, input, () => ({ code, severity }))
}

function raise(numbers: Record<string, number>, name: string): void {
  numbers[name] = (numbers[name] ?? 0) + 1
}
