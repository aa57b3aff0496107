import type { CodeRow, CodeTable } from '../terminology/code-table.ts'
import type { Assumption, CodecCall, Mappings, Row, Slice } from './table.ts'

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

/** The mappings with the values of assumptions where they are referred to. Compiling needs them so. */
export function resolveAssumptions(mappings: Mappings): Mappings {
  const values = new Map(mappings.assumptions.map((one: Assumption) => [one.id, one.value]))
  const value = (text: string) => values.get(assumedId(text) ?? '') ?? text
  return {
    ...mappings,
    slices: mappings.slices.map((slice) => ({
      ...slice,
      match: Object.fromEntries(Object.entries(slice.match).map(([path, text]) => [path, value(text)])),
    })),
    codes: mappings.codes.map((table) => codesWith(table, value)),
    tables: mappings.tables.map((table) => ({ ...table, rows: table.rows.map((row) => rowWith(row, value)) })),
  }
}

type Value = (text: string) => string

function codesWith(table: CodeTable, value: Value): CodeTable {
  const { leftSystem, rightSystem } = table
  const rows = table.rows.map((row) =>
    assumedId(row.left) === undefined && assumedId(row.right) === undefined
      ? row
      : { ...row, left: value(row.left), right: value(row.right) },
  )
  return { ...table, leftSystem: value(leftSystem), rightSystem: value(rightSystem), rows }
}

function rowWith(row: Row, value: Value): Row {
  const { via } = row
  if (via === undefined || !via.args.some((one) => assumedId(one) !== undefined)) return row
  const call: CodecCall = { name: via.name, args: via.args.map(value) }
  return { ...row, via: call }
}
