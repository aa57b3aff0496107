import { equal } from '../document/equal.ts'
import { isObject, type Json, type JsonObject, objectsIn } from '../document/json.ts'
import { resourcesOf } from '../form/bundle.ts'
import { consentIn } from '../form/eps/directive.ts'
import { isClinical } from '../form/patient.ts'

/**
 * Ids of records that were made from a base and that the input says something else of, or has no longer. What it says may be
 * something that cannot be brought back: then the record may not stand as the base has it either.
 */
export function changedIds(made: JsonObject, input: JsonObject): ReadonlySet<string> {
  const before = recordsById(made)
  const now = recordsById(input)
  const ids = new Set([...before.keys(), ...now.keys()])
  return new Set([...ids].filter((id) => !equal(before.get(id), now.get(id))))
}

/** The document without records of these ids that `edited` has none of; undefined if it is such a record itself. */
export function withoutChanged(
  root: JsonObject,
  edited: JsonObject,
  changed: ReadonlySet<string>,
): JsonObject | undefined {
  if (changed.size === 0) return root
  const kept = recordsById(edited)
  const isGone = (record: Json | undefined) =>
    isObject(record) && typeof record.id === 'string' && changed.has(record.id) && !kept.has(record.id)
  if (Array.isArray(root.registreringer))
    return { ...root, registreringer: root.registreringer.filter((record) => !isGone(record)) }
  if (Array.isArray(root.entry))
    return { ...root, entry: root.entry.filter((entry) => !isObject(entry) || !isGone(entry.resource)) }
  return isGone(root) ? undefined : root
}

/** Narrative and extensions come and go with whoever passes a record on, and leave what it says as it is. */
function recordsById(root: JsonObject): ReadonlyMap<string, JsonObject> {
  const records = Array.isArray(root.registreringer)
    ? objectsIn(root.registreringer)
    : resourcesOf(root).filter((one) => isClinical(one) || consentIn(one) !== undefined)
  return new Map(
    records.flatMap(({ text: _, meta: __, extension: ___, ...record }) =>
      typeof record.id === 'string' ? [[record.id, record] as const] : [],
    ),
  )
}
