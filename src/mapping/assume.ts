import type { CodeRow, CodeTable } from '../terminology/code-table.ts'
import type { Places } from './places.ts'
import type { Mappings, Row, Slice } from './table.ts'

const reference = /^assumed\(([\w-]+)\)$/

/** The assumption that a text of a table refers to: `assumed(A-updater-url)` is `A-updater-url`. */
export function assumedId(text: string): string | undefined {
  return reference.exec(text)?.[1]
}

/** One place of the mappings that refers to an assumption. */
export interface Use {
  readonly id: string
  /** What refers to it. */
  readonly by: Slice | CodeTable | CodeRow | Row
  /** The key of it that does. */
  readonly key: string
}

/** Every reference to the value of an assumption. It may stand for a value of a slice, a system, a code, an argument. */
export function usesOf(mappings: Mappings): Use[] {
  const uses: Use[] = []
  const look = (by: Use['by'], key: string, texts: readonly string[]) => {
    for (const text of texts) {
      const id = assumedId(text)
      if (id !== undefined) uses.push({ id, by, key })
    }
  }
  for (const slice of mappings.slices) look(slice, 'match', Object.values(slice.match))
  for (const table of mappings.codes) {
    look(table, 'leftSystem', [table.leftSystem])
    look(table, 'rightSystem', [table.rightSystem])
    for (const row of table.rows) for (const key of ['left', 'right'] as const) look(row, key, [row[key]])
  }
  for (const row of mappings.tables.flatMap((table) => table.rows)) look(row, 'via', row.via?.args ?? [])
  return uses
}

/**
 * The mappings with the values of assumptions where they are referred to. Compiling needs them so. What is changed is a
 * copy, which `places` finds where the original stands.
 */
export function resolveAssumptions(mappings: Mappings, places?: Places): Mappings {
  const values = new Map(mappings.assumptions.map((one) => [one.id, one.value]))
  const resolve: Resolve = {
    value: (text) => values.get(assumedId(text) ?? '') ?? text,
    copy: (from, to) => {
      places?.copy(from, to)
      return to
    },
  }
  return {
    ...mappings,
    slices: mappings.slices.map((slice) => sliceWith(slice, resolve)),
    codes: mappings.codes.map((table) => codesWith(table, resolve)),
    tables: mappings.tables.map((table) =>
      resolve.copy(table, { ...table, rows: table.rows.map((row) => rowWith(row, resolve)) }),
    ),
  }
}

interface Resolve {
  value(text: string): string
  copy<T extends object>(from: object, to: T): T
}

const isReference = (text: string) => assumedId(text) !== undefined

function sliceWith(slice: Slice, { value, copy }: Resolve): Slice {
  if (!Object.values(slice.match).some(isReference)) return slice
  const match = Object.fromEntries(Object.entries(slice.match).map(([path, text]) => [path, value(text)]))
  return copy(slice, { ...slice, match })
}

function codesWith(table: CodeTable, resolve: Resolve): CodeTable {
  const { value, copy } = resolve
  const { leftSystem, rightSystem } = table
  const rows = table.rows.map((row) => codeRowWith(row, resolve))
  return copy(table, { ...table, leftSystem: value(leftSystem), rightSystem: value(rightSystem), rows })
}

function codeRowWith(row: CodeRow, { value, copy }: Resolve): CodeRow {
  if (!isReference(row.left) && !isReference(row.right)) return row
  return copy(row, { ...row, left: value(row.left), right: value(row.right) })
}

function rowWith(row: Row, { value, copy }: Resolve): Row {
  const { via } = row
  if (via === undefined || !via.args.some(isReference)) return row
  return copy(row, { ...row, via: { name: via.name, args: via.args.map(value) } })
}
