import type { Source } from '../terminology/code-table.ts'
import type { Review } from '../terminology/review.ts'
import type { Safety } from './ledger.ts'
import type { ElementPath } from './table.ts'

/** What becomes of a record of others: proposed as critical information, left where it is, or asked about. */
export type Decision = 'take' | 'leave' | 'ask'
export const decisions: readonly Decision[] = ['take', 'leave', 'ask']

/**
 * What a criterion may ask of the document around a record. norwegian: it carries NHN's number of its kind, a profile or
 * extension of NHN's, or our mark of a refuted record · foreign: it stands in a summary that this software did not write ·
 * flagged: an active alert points to it · covered: it is an alert, and a record that it points to is taken · withdrawn: it is an
 * alert, and all records that it points to are entered in error or refuted · doubted: it is an alert, and a record that it
 * points to is so, no longer active, or not confirmed.
 */
export const facts = ['norwegian', 'foreign', 'flagged', 'covered', 'withdrawn', 'doubted'] as const
export type Fact = (typeof facts)[number]

/** The values of an element, of all members of lists on the way, and what they have to be. */
export interface ElementTest {
  readonly element: ElementPath
  /** The element whose reference leads to the resource that `element` belongs to; the record itself where left out. */
  readonly of?: ElementPath
  /** is: one of the words is a value · not: none is · in: a code stands in the code table · there: has any value. */
  readonly is?: readonly string[]
  readonly not?: readonly string[]
  readonly in?: string
  readonly there?: boolean
}

/** One of the conditions of a criterion, which all have to hold. */
export type Condition = { readonly oneOf: readonly Condition[] } | { readonly fact: Fact } | ElementTest

/** Ids of criteria stand in ledgers beside those of rows, and their beginning tells them apart. */
export const criterionPrefix = 'import.'

/** The type that stands for all that no criterion of their own speaks of. */
export const anyType = 'any'

/** One line of the filter on what comes in from other countries. They are read from the top; the first that holds decides. */
export interface Criterion {
  readonly id: string
  /** A resource type, or `any`. */
  readonly resource: string
  readonly when: readonly Condition[]
  readonly decision: Decision
  /** NHN's number of the kind that a record is proposed as, or `table` for the one that the code table beside its code names. */
  readonly kind?: string
  /** One line for whoever wonders why. */
  readonly reason: string
  readonly cite: string
  readonly safety: Safety
  readonly assumes: readonly string[]
  readonly review: Review
  readonly source: Source
}
