import type { Mappings, Row, Table } from '../../../mapping/table.ts'
import { type ElementGroup, elementGroups, groupOf } from './groups.ts'
import { type Subject, subjects, tablesFor, type Way, ways } from './kinds.ts'

/** How well the weakest row of several keeps a meaning, from best to worst: as it is, changed, in a carrier, not at all. */
export const fates = ['same', 'less', 'kept', 'lost'] as const
export type Fate = (typeof fates)[number]

/** A row with the table that it stands in. */
export interface Placed {
  readonly row: Row
  readonly table: Table
}

/** The rows of one kind that are about one group of elements. */
export interface Cell {
  readonly subject: Subject
  readonly group: ElementGroup
  readonly rows: readonly Placed[]
  /** Of the weakest row; undefined for no row. */
  readonly fate: Fate | undefined
  /** Rows in which a mistake could turn a meaning round. */
  readonly flips: number
}

export interface Line {
  readonly subject: Subject
  readonly cells: readonly Cell[]
}

/** A line for each kind, with a cell for each group of elements. */
export function matrixOf(mappings: Mappings, way: Way): Line[] {
  return subjects.map((subject) => {
    const rows = ways[way].flatMap((edge) => tablesFor(subject, edge, mappings).flatMap(placed))
    return { subject, cells: elementGroups.map((group) => cellOf(subject, group, rows)) }
  })
}

function placed(table: Table): Placed[] {
  return table.rows.map((row) => ({ row, table }))
}

/** Elements that nobody knew of when the groups were made, as in tables of users, are about the record itself. */
function cellOf(subject: Subject, group: ElementGroup, all: readonly Placed[]): Cell {
  const rows = all.filter(({ row, table }) => (groupOf(row, table) ?? 'record') === group)
  const worst = Math.max(...rows.map(({ row }) => fates.indexOf(fateOf(row))))
  const flips = rows.filter(({ row }) => row.safety !== 'none').length
  return { subject, group, rows, fate: fates[worst], flips }
}

export function fateOf({ relation, carrier }: Row): Fate {
  if (relation === 'no-map') return carrier === undefined ? 'lost' : 'kept'
  return relation === 'equivalent' ? 'same' : 'less'
}

/** How many rows there are on a way, and of which sort. */
export interface RowCounts {
  readonly rows: number
  readonly mapped: number
  readonly carried: number
  readonly dropped: number
  readonly assumed: number
  readonly flips: number
  readonly accepted: number
}

/** Each row counts once, however many kinds it serves. */
export function countRows(mappings: Mappings, way: Way): RowCounts {
  const edges: readonly string[] = ways[way]
  const rows = mappings.tables.filter(({ id }) => edges.includes(id.split('/')[0] ?? '')).flatMap(({ rows }) => rows)
  const count = (fits: (row: Row) => boolean) => rows.filter(fits).length
  return {
    rows: rows.length,
    mapped: count(({ relation }) => relation !== 'no-map'),
    carried: count((row) => fateOf(row) === 'kept'),
    dropped: count((row) => fateOf(row) === 'lost'),
    assumed: count(({ assumes }) => assumes.length > 0),
    flips: count(({ safety }) => safety !== 'none'),
    accepted: count(({ review }) => review.state === 'accepted'),
  }
}
