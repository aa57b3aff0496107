import type { Severity } from '../../issue/catalogue.ts'
import { type ExitCode, exit, gravest } from '../exit.ts'
import type { ReportItem } from '../report.ts'

/** How often a code was reported, in how many documents, and in which first. */
export interface Occurrences {
  readonly severity: Severity
  readonly first: string
  issues: number
  documents: number
}

/** Numbers over documents: what is left of them in memory when they are gone. Plain data. */
export interface RunTally {
  documents: number
  /** Documents of which an output was written, or that went there and back. */
  written: number
  /** Documents by the exit code that each of them alone would have had. */
  readonly exits: Record<string, number>
  readonly leaves: { total: number; claimed: number; ledger: number }
  readonly outcomes: Record<string, number>
  readonly codes: Record<string, Occurrences>
}

export function newTally(): RunTally {
  const leaves = { total: 0, claimed: 0, ledger: 0 }
  return { documents: 0, written: 0, exits: {}, leaves, outcomes: {}, codes: {} }
}

/** Counts one document in, with its conversions. `code` is what the program would end with if it were alone. */
export function countDocument(tally: RunTally, items: readonly ReportItem[], code: ExitCode): void {
  tally.documents++
  if (items.some(({ written, trip }) => written === true || trip !== undefined)) tally.written++
  tally.exits[code] = (tally.exits[code] ?? 0) + 1
  for (const item of items) countItem(tally, item)
}

function countItem(tally: RunTally, { input, leaves, ledger, issues }: ReportItem): void {
  addLeaves(tally, leaves)
  // Defaults and derivations have no leaf of the input.
  for (const { outcome, side } of ledger)
    if (side === undefined) tally.outcomes[outcome] = (tally.outcomes[outcome] ?? 0) + 1
  const here = new Set<string>()
  for (const { code: name, severity } of issues) {
    const documents = here.has(name) ? 0 : 1
    here.add(name)
    countCode(tally, name, { severity, issues: 1, documents, first: input })
  }
}

/** Adds the numbers of documents that stand after those counted already. */
export function addTally(tally: RunTally, more: RunTally): void {
  tally.documents += more.documents
  tally.written += more.written
  addLeaves(tally, more.leaves)
  for (const [code, count] of Object.entries(more.exits)) tally.exits[code] = (tally.exits[code] ?? 0) + count
  for (const [outcome, count] of Object.entries(more.outcomes))
    tally.outcomes[outcome] = (tally.outcomes[outcome] ?? 0) + count
  for (const [code, found] of Object.entries(more.codes)) countCode(tally, code, found)
}

function addLeaves({ leaves }: RunTally, more: Readonly<RunTally['leaves']>): void {
  leaves.total += more.total
  leaves.claimed += more.claimed
  leaves.ledger += more.ledger
}

function countCode({ codes }: RunTally, code: string, found: Occurrences): void {
  const known = codes[code]
  if (known === undefined) codes[code] = { ...found }
  else {
    known.issues += found.issues
    known.documents += found.documents
  }
}

/** The exit code of a run: the gravest of its documents. */
export function exitOf({ exits }: RunTally): ExitCode {
  return Object.keys(exits).reduce<ExitCode>((worst, code) => gravest(worst, Number(code) as ExitCode), exit.fine)
}
