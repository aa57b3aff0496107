import type { Conversion } from '../convert.ts'
import type { Form } from '../form/detect.ts'
import type { Issue } from '../issue/issue.ts'
import type { Entry } from '../mapping/ledger.ts'
import { type PlainRecord, plainRecord } from '../report/record.ts'
import { version } from '../version.ts'
import { inFile, nameOf, type Origin } from './message.ts'

/** What `--report` says of one conversion. Paths and codes only: no values of records. */
export interface ReportItem {
  readonly input: string
  /** Null, with no leaves counted, for an input that could not be converted; its issues say why. */
  readonly from: Form | null
  readonly to: Form
  readonly dialect: string | null
  readonly leaves: { readonly total: number; readonly claimed: number; readonly ledger: number }
  readonly ledger: readonly Entry[]
  readonly issues: readonly PlainRecord[]
}

/** The account of one conversion; `errors` are those for which its output was not written. */
export function itemOf(conversion: Conversion, origin: Origin, errors: readonly Issue[] = []): ReportItem {
  const { from, to, dialect, leaves, ledger, issues } = conversion
  return {
    input: nameOf(origin),
    from,
    to,
    dialect,
    leaves: { total: leaves.total, claimed: leaves.claimed, ledger: leaves.ledger },
    ledger: ledger.map(entryOf),
    issues: issuesOf([...issues, ...errors], origin),
  }
}

/** The account of an input that could not be converted. */
export function failedItem(to: Form, issues: readonly Issue[], origin: Origin): ReportItem {
  const leaves = { total: 0, claimed: 0, ledger: 0 }
  return { input: nameOf(origin), from: null, to, dialect: null, leaves, ledger: [], issues: issuesOf(issues, origin) }
}

/** The text of a report. */
export function reportOf(items: readonly ReportItem[], mappings: string): string {
  return `${JSON.stringify({ tool: { name: 'kritinfo', version, mappings }, items }, undefined, 2)}\n`
}

function entryOf({ path, row, outcome, grade, safety, recoverable, side }: Entry): Entry {
  return { path, row, outcome, grade, safety, recoverable, ...(side === undefined ? {} : { side }) }
}

function issuesOf(issues: readonly Issue[], origin: Origin): ReportItem['issues'] {
  return issues.map((one) => plainRecord(inFile(one, origin)))
}
