import type { CodeTable } from '../../terminology/code-table.ts'
import type { Assumption, Mappings, Row, Slice, Table } from '../table.ts'

/** Which tables are meant: all, those of one edge, or single ones by name. Names of code tables count as well. */
export interface Selection {
  readonly tables?: readonly string[]
  /** `ki-r4`, `kj-r4` or `r4-eps`: the part of a table's name before the slash. */
  readonly edge?: string
}

/**
 * The tables that a selection means, with the code tables, slices and assumptions that they use. Without a selection all
 * that there is; with one, what nothing selected uses is left out.
 */
export function select(mappings: Mappings, { tables = [], edge }: Selection): Mappings {
  if (tables.length === 0 && edge === undefined) return mappings
  const chosen = mappings.tables.filter(
    (one) => tables.includes(one.id) || (edge !== undefined && one.id.startsWith(`${edge}/`)),
  )
  const rows = chosen.flatMap((table) => table.rows)
  const codes = mappings.codes.filter((one) => tables.includes(one.id) || rows.some((row) => usesCodes(row, one)))
  return {
    ...mappings,
    tables: chosen,
    codes,
    slices: mappings.slices.filter((slice) => rows.some((row) => usesSlice(row, slice))),
    dialects: mappings.dialects.filter((one) => Object.values(one.tables).some((id) => isChosen(chosen, id))),
    criteria: [],
    containers: mappings.containers.filter((one) =>
      one.tables.some((name) => chosen.some(({ id }) => id.startsWith(name))),
    ),
    assumptions: mappings.assumptions.filter((one) => rests(one, rows, codes)),
  }
}

function isChosen(tables: readonly Table[], id: string): boolean {
  return tables.some((one) => one.id === id)
}

/** Names in a selection that no table and no code table has. */
export function unknownNames(mappings: Mappings, { tables = [], edge }: Selection): string[] {
  const known = new Set([...mappings.tables, ...mappings.codes].map((one) => one.id))
  const hasEdge = edge === undefined || mappings.tables.some((one) => one.id.startsWith(`${edge}/`))
  return [...tables.filter((one) => !known.has(one)), ...(hasEdge ? [] : [edge])]
}

export function usesCodes(row: Row, codes: CodeTable): boolean {
  return row.via?.args.includes(codes.id) === true
}

function usesSlice(row: Row, slice: Slice): boolean {
  return [...row.left, ...row.right].some((element) =>
    element.steps.some((step) => step.slice !== undefined && slice.id.endsWith(`:${step.slice}`)),
  )
}

function rests(one: Assumption, rows: readonly Row[], codes: readonly CodeTable[]): boolean {
  const users = [...rows, ...codes.flatMap((table) => table.rows)]
  return users.some((user) => user.assumes.includes(one.id))
}

/** The table's edge: the part of its name before the slash. */
export function edgeOf(table: Table): string {
  return table.id.split('/')[0] ?? ''
}
