import type { Source } from '../../terminology/code-table.ts'
import type { Mappings } from '../table.ts'
import type { Report } from './load.ts'

/** An id names one thing of its sort, in whichever table it stands. */
export function checkUnique(mappings: Mappings, report: Report): void {
  const lists: readonly (readonly { readonly id: string; readonly source: Source }[])[] = [
    mappings.tables.flatMap((table) => table.rows),
    mappings.slices,
    mappings.assumptions,
    mappings.containers,
    mappings.criteria,
    mappings.dialects,
    mappings.dialects.map((dialect) => ({ ...dialect, id: String(dialect.rank) })),
    mappings.dialects.flatMap(({ addresses, bounds }) => [...addresses, ...bounds]),
  ]
  for (const list of lists) {
    const seen = new Set<string>()
    for (const one of list) {
      if (seen.has(one.id)) report('MAP-007', one, { id: one.id }, 'id')
      seen.add(one.id)
    }
  }
}
