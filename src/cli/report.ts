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
  /** Whether an output was written for it; a trip there and back writes none. */
  readonly written?: boolean
  /** Of a trip there and back, the way that this is. */
  readonly trip?: Trip
}

/** A trip has two items: one for each way. */
export type Trip = 'there' | 'back'

/** How it ended: with an output or without one, because of `errors`, or as one way of a trip. */
type End = { readonly written: boolean; readonly errors?: readonly Issue[] } | { readonly trip: Trip }

/** The account of one conversion. */
export function itemOf(conversion: Conversion, origin: Origin, end: End): ReportItem {
  const { from, to, dialect, leaves, ledger, issues } = conversion
  const errors = 'written' in end ? (end.errors ?? []) : []
  return {
    input: nameOf(origin),
    from,
    to,
    dialect,
    leaves: { total: leaves.total, claimed: leaves.claimed, ledger: leaves.ledger },
    ledger: ledger.map(entryOf),
    issues: issuesOf([...issues, ...errors], origin),
    ...('written' in end ? { written: end.written } : end),
  }
}

/** The account of an input that could not be converted. */
export function failedItem(to: Form, issues: readonly Issue[], origin: Origin): ReportItem {
  const leaves = { total: 0, claimed: 0, ledger: 0 }
  const told = issuesOf(issues, origin)
  return { input: nameOf(origin), from: null, to, dialect: null, leaves, ledger: [], issues: told, written: false }
}

/** What stands around the items of a report: a line before lines, or the rest of one JSON document. */
export function frameOf(form: 'lines' | 'members', mappings: string): { readonly head: string; readonly tail: string } {
  const tool = { name: 'kritinfo', version, mappings }
  if (form === 'lines') return { head: `${JSON.stringify({ tool })}\n`, tail: '' }
  const [head = '', tail = ''] = JSON.stringify({ tool, items: [0] }, undefined, 2).split('\n    0')
  return { head, tail: `${tail}\n` }
}

function entryOf({ path, row, outcome, grade, safety, recoverable, side }: Entry): Entry {
  return { path, row, outcome, grade, safety, recoverable, ...(side === undefined ? {} : { side }) }
}

function issuesOf(issues: readonly Issue[], origin: Origin): ReportItem['issues'] {
  return issues.map((one) => plainRecord(inFile(one, origin)))
}
