import { codeRowId, listRows } from '../../../inspect/list.ts'
import { usesOf } from '../../../mapping/assume.ts'
import type { Mappings } from '../../../mapping/table.ts'

/** What leans on an assumption, by names that the pages of tables know. */
export interface Leaning {
  readonly rows: readonly string[]
  readonly codes: readonly string[]
  /** Criteria, addresses of dialects, slices and code tables. */
  readonly others: readonly string[]
}

/**
 * Who leans on each assumption, by its id: whoever names it, and whoever takes its value. `written` are the tables before
 * values were put in.
 */
export function leaningOn(written: Mappings): (id: string) => Leaning {
  const uses = usesOf(written)
  return (id) => {
    const listed = listRows(written, { assumes: id })
    const taking = uses.filter((use) => use.id === id).map(({ by }) => nameOf(by, written))
    const naming = [...written.criteria, ...written.dialects.flatMap(({ addresses }) => addresses)]
    const known = new Set(listed.map((row) => row.id))
    return {
      rows: listed.filter(({ kind }) => kind === 'row').map((row) => row.id),
      codes: listed.filter(({ kind }) => kind === 'code').map((row) => row.id),
      others: [
        ...naming.filter(({ assumes }) => assumes.includes(id)).map((one) => one.id),
        ...new Set(taking.filter((name) => !known.has(name))),
      ],
    }
  }
}

type User = ReturnType<typeof usesOf>[number]['by']

/** Codes are called by their table as well. */
function nameOf(by: User, { codes }: Mappings): string {
  if ('id' in by) return by.id
  const table = codes.find(({ rows }) => rows.includes(by))
  return table === undefined ? '' : codeRowId(table, by)
}
