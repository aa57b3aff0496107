import { usesOf } from '../assume.ts'
import type { Mappings } from '../table.ts'
import type { CheckKit, Tell } from './kit.ts'

/** Each assumption is leaned on by somebody, and whoever leans on one is listed. */
export function checkAssumptions(mappings: Mappings, _kit: CheckKit, tell: Tell): void {
  const rows = mappings.tables.flatMap((table) => table.rows)
  const codes = mappings.codes.flatMap((table) => table.rows.map((row) => ({ table, row })))
  const uses = usesOf(mappings)
  const used = new Set([...namedIn(mappings), ...uses.map((one) => one.id)])
  for (const one of mappings.assumptions) {
    if (!used.has(one.id) && one.concerns === undefined) tell('CHK-011', one, { id: one.id }, 'id')
  }
  for (const row of rows) tellOf(row, `row ${row.id}`, row.assumes, tell)
  for (const { table, row } of codes) tellOf(row, `code ${row.left} of ${table.id}`, row.assumes, tell)
  for (const one of mappings.criteria) tellOf(one, `criterion ${one.id}`, one.assumes, tell)
  for (const { by, id, key } of uses) tell('CHK-012', by, { name: 'this value', ids: id }, key)
}

function tellOf(at: object, name: string, ids: readonly string[], tell: Tell): void {
  if (ids.length > 0) tell('CHK-012', at, { name, ids: ids.join(', ') }, 'assumes')
}

/** Whatever has `assumes` names those that it rests on. */
function namedIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(namedIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'assumes' && Array.isArray(inner) ? inner.map(String) : namedIn(inner),
  )
}
