import { childOf, getKey, isLeaf, isObject, type Json, type JsonObject, type Path, textOf } from '../document/json.ts'
import { keysOf } from '../document/places.ts'
import { isOfSfm } from './detect.ts'

/** What a document says of itself as a whole, and where. */
export interface EnvelopeFlaw {
  readonly code: 'CNV-020' | 'CNV-021' | 'CNV-022' | 'CNV-023' | 'CNV-028'
  readonly path: Path
}

/** What stands around records, and those whose meaning is that of all records. */
const around: ReadonlySet<Json | undefined> = new Set(['Bundle', 'Parameters', 'Composition', 'Patient'])

/**
 * What a Bundle, its Composition or its patient says that holds for every record in it: modifiers and rules that are not
 * understood here, that it was entered in error, that it is preliminary, that some of it was deleted. Records have modifiers of
 * their own, which keep back no others. A Bundle within a Bundle says all of this of another document.
 */
export function envelopeFlaws(root: Json): readonly EnvelopeFlaw[] {
  const found: EnvelopeFlaw[] = []
  // A ki document has no place for any of it.
  if (!isObject(root) || !Object.hasOwn(root, 'resourceType')) return found
  look(root, [], found)
  // What an operation gave back is unpacked where it is a message of SFM, and nowhere else.
  if (root.resourceType === 'Parameters' && !isOfSfm(root)) lookForBundles(root.parameter, ['parameter'], found)
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
    if (value.resourceType === 'Bundle') lookAtEntries(value.entry, [...path, 'entry'], found)
  } else if (!Array.isArray(value)) return
  for (const key of keysOf(value)) {
    const inner = (value as JsonObject)[key] as Json
    if (key !== 'contained' && !isLeaf(inner)) look(inner, [...path, key], found)
  }
}

/** What was deleted may stand in the Bundle as it was before, under whatever address, so no record of it is taken as live. */
function lookAtEntries(entries: Json | undefined, path: Path, found: EnvelopeFlaw[]): void {
  for (const [index, entry] of (Array.isArray(entries) ? entries : []).entries()) {
    const method = textOf(childOf(childOf(entry, 'request'), 'method'))
    if (method.toUpperCase() === 'DELETE') found.push({ code: 'CNV-023', path: [...path, index, 'request', 'method'] })
  }
  lookForBundles(entries, path, found)
}

function lookForBundles(holders: Json | undefined, path: Path, found: EnvelopeFlaw[]): void {
  for (const [index, holder] of (Array.isArray(holders) ? holders : []).entries()) {
    const type = childOf(childOf(holder, 'resource'), 'resourceType')
    if (type === 'Bundle') found.push({ code: 'CNV-028', path: [...path, index, 'resource'] })
  }
}
