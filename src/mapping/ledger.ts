import type { Outcome } from '../document/books.ts'

/** Which meaning a wrong value here could flip. */
export type Safety = 'status' | 'certainty' | 'criticality' | 'negation' | 'agent' | 'none'

/** L: nothing is lost · C: kept in a carrier · B: less exact · X: not sent. */
export type Grade = 'L' | 'C' | 'B' | 'X'

/** One line of the ledger. */
export interface Entry {
  /** FHIRPath-like place of one leaf: in the input, or in the output where `side` says so. */
  readonly path: string
  /** The row that decided, or `<table>.unmapped`. */
  readonly row: string
  readonly outcome: Outcome
  readonly grade: Grade
  readonly safety: Safety
  /** True if the value comes back by itself on the way back (carrier), without `--base` or `--residue`. */
  readonly recoverable: boolean
  /** Defaults and derivations have no place in the input; they stand at a place of the output. */
  readonly side?: 'output'
}

const grades: Readonly<Record<Outcome, Grade>> = {
  carried: 'C',
  narrowed: 'B',
  broadened: 'B',
  defaulted: 'B',
  derived: 'L',
  dropped: 'X',
  withheld: 'X',
}

export function gradeOf(outcome: Outcome): Grade {
  return grades[outcome]
}

/** When several hops touch one leaf, the ledger tells the gravest of what happened. */
const gravity: readonly Outcome[] = ['derived', 'carried', 'defaulted', 'broadened', 'narrowed', 'dropped', 'withheld']

export function graver(one: Outcome, other: Outcome): Outcome {
  return gravity.indexOf(one) >= gravity.indexOf(other) ? one : other
}
