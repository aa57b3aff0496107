import type { Count, Counts } from './counts.ts'
import { ledgerWords, type LedgerTool } from './item.ts'
import type { CodeKey, LedgerTally, RowKey, TripKey } from './tally.ts'

type Counted<Key> = Key & { readonly documents: number }
export type RowLine = Counted<Omit<RowKey, 'lost'>> & { readonly entries: number }
export type CodeLine = Counted<CodeKey> & { readonly times: number }

/** A list that may have been cut: the rest is counted, never forgotten. */
export interface Top<Line> {
  readonly lines: readonly Line[]
  /** Kinds that are not in the list. */
  readonly left: number
}

/** The numbers of reports, as `kritinfo report summary -f json` writes them. */
export interface LedgerSummary {
  readonly tools: readonly (LedgerTool & { readonly reports: number })[]
  readonly documents: {
    readonly total: number
    readonly written: number
    readonly notWritten: number
    /** Trips of `kritinfo roundtrip`, which writes nothing. */
    readonly thereAndBack: number
    readonly notTold: number
  }
  readonly trips: Top<Counted<TripKey>>
  /** Errors of documents of which no output was written: why not. A document may have several. */
  readonly refusals: Top<CodeLine>
  readonly leaves: { readonly total: number; readonly claimed: number; readonly ledger: number }
  readonly entries: {
    readonly total: number
    /** Of these, places of outputs: what was defaulted or derived. */
    readonly inOutput: number
    /** Places of inputs that do not come back by themselves. */
    readonly lost: number
    /** Of these, places whose loss could flip a meaning. */
    readonly grave: number
    readonly byOutcome: Readonly<Record<string, number>>
    readonly byGrade: Readonly<Record<string, number>>
    readonly bySafety: Readonly<Record<string, number>>
  }
  /** Rows that lost something, the most frequent first. */
  readonly losses: Top<RowLine>
  /** Rows that carried, withheld, defaulted or derived something. */
  readonly others: Top<RowLine>
  readonly codes: Top<CodeLine>
  /** Entries and issues of kinds beyond the number that is told apart; they are in the totals alone. */
  readonly beyond: number
}

/** What a tally says, with at most `top` lines in each list. */
export function summaryOf(tally: LedgerTally, top: number): LedgerSummary {
  const { documents, leaves, entries, rows, codes, refusals } = tally
  const decided = rows.sorted()
  return {
    tools: tally.tools.sorted().map(({ key, times }) => ({ ...key, reports: times })),
    documents: { ...documents },
    trips: cut(tally.trips.sorted(), top, ({ key, documents: number }) => ({ ...key, documents: number })),
    refusals: cut(refusals.sorted(), top, codeLine),
    leaves: { ...leaves },
    entries: {
      ...entries,
      byOutcome: inOrder(tally.outcomes, ledgerWords.outcome),
      byGrade: inOrder(tally.grades, ledgerWords.grade),
      bySafety: inOrder(tally.safeties, ledgerWords.safety),
    },
    losses: cut(decided.filter(isLost), top, rowLine),
    others: cut(
      decided.filter((one) => !isLost(one)),
      top,
      rowLine,
    ),
    codes: cut(codes.sorted(), top, codeLine),
    beyond: sum([rows, codes, tally.trips, tally.tools]),
  }
}

export function isLost({ key }: Count<RowKey>): boolean {
  return key.lost
}

function rowLine({ key: { row, outcome, grade, safety }, times, documents }: Count<RowKey>): RowLine {
  return { row, outcome, grade, safety, entries: times, documents }
}

function codeLine({ key, times, documents }: Count<CodeKey>): CodeLine {
  return { ...key, times, documents }
}

function cut<From, To>(all: readonly From[], top: number, line: (one: From) => To): Top<To> {
  return { lines: all.slice(0, top).map(line), left: Math.max(0, all.length - top) }
}

function inOrder(numbers: Readonly<Record<string, number>>, words: readonly string[]): Record<string, number> {
  return Object.fromEntries(words.flatMap((word) => (numbers[word] === undefined ? [] : [[word, numbers[word]]])))
}

function sum(counts: readonly Pick<Counts<unknown>, 'beyond'>[]): number {
  return counts.reduce((total, { beyond }) => total + beyond, 0)
}
