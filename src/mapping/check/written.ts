import type { ElementPath, Mappings, Row, Table } from '../table.ts'
import { allRows, type SideName } from './kit.ts'

/** A place of one side that a row writes: the names on the way, slices and the types of choices left out. */
export interface Written {
  readonly row: Row
  /** The table that the row stands in. */
  readonly table: Table
  readonly names: readonly string[]
  /** The names with their slices. */
  readonly full: readonly string[]
  /** The whole of what stands there comes from the other side, so nothing is known of its parts. */
  readonly whole: boolean
}

/** Moves that bring an element with all that it contains. */
const wholes: ReadonlySet<string> = new Set([
  'same',
  'value',
  'portable',
  'agent',
  'reference',
  'kind',
  'codings',
  'rest',
])

/** What the rows of a table write on a side; inner tables are followed. `rest` is left out: it writes what is left. */
export function writtenBy(table: Table, side: SideName, mappings: Mappings, depth = 0): Written[] {
  return allRows(table, mappings).flatMap((row) => {
    if (!writes(row, side)) return []
    const places = row[side].map((element) => placeOf(row, table, element))
    const inner = row.via?.name === 'table' && depth < 4 ? innerOf(row, side, mappings, depth) : []
    return [...places, ...places.slice(0, 1).flatMap((place) => inner.map((one) => below(place, one)))]
  })
}

/** Rows of inner tables stand below the element of the row that calls for them. */
function innerOf(row: Row, side: SideName, mappings: Mappings, depth: number): Written[] {
  const inner = mappings.tables.find((one) => one.id === row.via?.args[0])
  return inner === undefined ? [] : writtenBy(inner, side, mappings, depth + 1)
}

function below(place: Written, one: Written): Written {
  return { ...one, names: [...place.names, ...one.names], full: [...place.full, ...one.full] }
}

/** Ids begin with the root of the table that the row stands in, which may have several names in it. */
function placeOf(row: Row, table: Table, element: ElementPath): Written {
  const all = element.id.split('.')
  const full = all.slice(all.length - element.steps.length)
  return { row, table, names: full.map(plain), full, whole: wholes.has(row.via?.name ?? '') }
}

function plain(name: string): string {
  const bare = name.split(':')[0] ?? ''
  return bare.startsWith('_') ? bare.slice(1) : bare
}

/** A row that ends on the other side, or has a constant for that side alone, writes nothing here. */
function writes(row: Row, side: SideName): boolean {
  if (row.relation === 'no-map' || row.via?.name === 'rest') return false
  return row.via?.name !== 'constant' || (row.via.args[side === 'left' ? 0 : 1] ?? '-') !== '-'
}

/** One path leads to the other or beyond it. */
export function isOnTheWay(one: readonly string[], other: readonly string[]): boolean {
  const length = Math.min(one.length, other.length)
  for (let index = 0; index < length; index++) if (one[index] !== other[index]) return false
  return true
}
