import { listRows } from '../../../inspect/list.ts'
import type { Safety } from '../../../mapping/ledger.ts'
import { relations, safeties } from '../../../mapping/load-row.ts'
import type { Mappings, Row, Table } from '../../../mapping/table.ts'
import type { Relation } from '../../../terminology/code-table.ts'
import { type ReviewState, reviewStates } from '../../../terminology/review.ts'
import { rowText } from './row-text.ts'

/** Which rows a reader wants to see. */
export interface Filter {
  /** Words that all have to stand somewhere in the row. */
  readonly q: string
  readonly safety: Safety | undefined
  readonly relation: Relation | undefined
  readonly review: ReviewState | undefined
  /** Only rows in which a mistake could turn a meaning round. */
  readonly flip: boolean
}

type Query = Readonly<Record<string, string | undefined>>

/** The filter that an address states. A word that is none of a list counts as left out. */
export function readFilter({ q, safety, relation, review, flip }: Query): Filter {
  return {
    q: q ?? '',
    safety: safeties.find((one) => one === safety),
    relation: relations.find((one) => one === relation),
    review: reviewStates.find((one) => one === review),
    flip: flip === '1',
  }
}

/** The members of an address for a filter, those that it does without being undefined. */
export function printFilter({ q, safety, relation, review, flip }: Filter): Query {
  return { q: q === '' ? undefined : q, safety, relation, review, flip: flip ? '1' : undefined }
}

export function isFiltering(filter: Filter): boolean {
  return Object.values(printFilter(filter)).some((one) => one !== undefined)
}

/** A table with those of its rows that a filter leaves. */
export interface Filtered {
  readonly table: Table
  readonly rows: readonly Row[]
}

/** Every table, in order, with the rows that a filter leaves, by the same rules as `kritinfo mapping list`. */
export function filterTables(mappings: Mappings, filter: Filter): Filtered[] {
  const { safety, relation, review, flip } = filter
  const listed = listRows(mappings, { safety, relation, review, couldFlip: flip })
  const left = new Set(listed.filter((row) => row.kind === 'row').map((row) => row.id))
  const words = wordsOf(filter.q)
  return mappings.tables.map((table) => ({
    table,
    rows: table.rows.filter((row) => left.has(row.id) && holdsAll(rowText(row), words)),
  }))
}

/** What has to be found, in small letters. */
export function wordsOf(q: string): string[] {
  return q.toLowerCase().split(/\s+/).filter(Boolean)
}

export function holdsAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word))
}
