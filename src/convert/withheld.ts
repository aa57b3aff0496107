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

/** A record is a member of the list at the root: `registreringer[2]`, `entry[2]`. */
function memberOf(path: readonly (string | number)[]): string {
  return JSON.stringify(path.slice(0, 2))
}

function prune(value: Json, path: readonly (string | number)[], withheld: ReadonlySet<string>): Json {
  if (path.length === 0 && isObject(value)) {
    const made: JsonObject = {}
    for (const [key, inner] of Object.entries(value)) setKey(made, key, prune(inner, [key], withheld))
    return made
  }
  if (!Array.isArray(value)) return value
  return value.filter((_, index) => !withheld.has(JSON.stringify([...path, index])))
}
