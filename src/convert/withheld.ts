import { isObject, type Json, type JsonObject, setKey } from '../document/json.ts'
import type { Settlement } from './ledger.ts'

/**
 * The original without what was kept back on purpose: a record that may not stand in the document may not ride in its
 * attachment either. Kept-back records are whole members of a list, so it is such members that are left out.
 */
export function withoutWithheld(root: JsonObject, settlement: Settlement): JsonObject {
  const withheld = new Set<string>()
  for (const [index, { path }] of settlement.residue.entries()) {
    if (settlement.entries[index]?.outcome === 'withheld') withheld.add(memberOf(path))
  }
  return withheld.size === 0 ? root : (prune(root, [], withheld) as JsonObject)
}

/** The lists that records stand in: of a Bundle, a `ki` document, an export of SFM. */
const lists: ReadonlySet<string | number> = new Set(['entry', 'registreringer', 'Legemiddelreaksjon'])

/** The innermost record that holds a place, `entry[2]`; else the member of a list at the root. */
function memberOf(path: readonly (string | number)[]): string {
  let end = 2
  for (const [at, step] of path.entries()) if (typeof step === 'number' && lists.has(path[at - 1] ?? '')) end = at + 1
  return JSON.stringify(path.slice(0, end))
}

function prune(value: Json, path: readonly (string | number)[], withheld: ReadonlySet<string>): Json {
  if (Array.isArray(value)) {
    const kept = value.flatMap((member, index) =>
      withheld.has(JSON.stringify([...path, index])) ? [] : [[member, index] as const],
    )
    return kept.map(([member, index]) => prune(member, [...path, index], withheld))
  }
  if (!isObject(value)) return value
  const made: JsonObject = {}
  for (const [key, inner] of Object.entries(value)) setKey(made, key, prune(inner, [...path, key], withheld))
  return made
}
