import { getKey, isLeaf, isObject, type Json, type JsonObject, type Path } from '../document/json.ts'
import { keysOf } from '../document/places.ts'

/** What a document says of itself as a whole, and where. */
export interface EnvelopeFlaw {
  readonly code: 'CNV-020' | 'CNV-021' | 'CNV-022'
  readonly path: Path
}

/** What stands around records, and those whose meaning is that of all records. */
const around: ReadonlySet<Json | undefined> = new Set(['Bundle', 'Parameters', 'Composition', 'Patient'])

/**
 * What a Bundle, its Composition or its patient says that holds for every record in it: modifiers and rules that are not
 * understood here, that it was entered in error, that it is preliminary. Records have modifiers of their own, which keep back no others.
 */
export function envelopeFlaws(root: Json): readonly EnvelopeFlaw[] {
  const found: EnvelopeFlaw[] = []
  // A ki document has no place for any of it.
  if (isObject(root) && Object.hasOwn(root, 'resourceType')) look(root, [], found)
  return found
}

function look(value: Json, path: Path, found: EnvelopeFlaw[]): void {
  if (isObject(value)) {
    if (typeof value.resourceType === 'string' && !around.has(value.resourceType)) return
    for (const key of ['implicitRules', 'modifierExtension'])
      if (Object.hasOwn(value, key)) found.push({ code: 'CNV-020', path: [...path, key] })
    const status = value.resourceType === 'Composition' ? getKey(value, 'status') : undefined
    if (status === 'entered-in-error') found.push({ code: 'CNV-021', path: [...path, 'status'] })
    if (status === 'preliminary') found.push({ code: 'CNV-022', path: [...path, 'status'] })
  } else if (!Array.isArray(value)) return
  for (const key of keysOf(value)) {
    const inner = (value as JsonObject)[key] as Json
    if (key !== 'contained' && !isLeaf(inner)) look(inner, [...path, key], found)
  }
}
