import { getKey, isObject, type Json, type JsonObject, type Path } from '../document/json.ts'
import type { Report } from './report.ts'

/**
 * What https://hl7.org/fhir/R4/references.html#contained asks of contained resources beyond the invariants dom-2 to dom-5:
 * each has an id (CTN-001), and no other one the same (CTN-002), since nothing but the id tells what is meant.
 */
export function checkContained(resource: JsonObject, path: Path, report: Report): void {
  const contained = getKey(resource, 'contained')
  if (!Array.isArray(contained)) return
  const seen = new Set<Json>()
  for (const [index, one] of contained.entries()) {
    if (!isObject(one)) continue
    const id = getKey(one, 'id')
    if (id === undefined) report([...path, 'contained', index], 'CTN-001', {})
    else if (seen.has(id)) report([...path, 'contained', index, 'id'], 'CTN-002', {})
    else seen.add(id)
  }
}

/**
 * The id of an element is unique in its resource (https://hl7.org/fhir/R4/element-definitions.html#Element.id): CTN-003. The
 * resource's own id is no such id; contained resources and entries of a Bundle are on their own. So are the snapshot and the
 * differential of a StructureDefinition, where the id of an element is its name, and the same in both.
 */
export function checkElementIds(resource: JsonObject, path: Path, report: Report): void {
  const seen = new Set<string>()
  const isDefinition = getKey(resource, 'resourceType') === 'StructureDefinition'
  const at = [...path]
  const walk = (holder: JsonObject | Json[]): void => {
    const id = isObject(holder) && holder !== resource ? getKey(holder, 'id') : undefined
    if (typeof id === 'string' && seen.has(id)) report([...at, 'id'], 'CTN-003', {})
    if (typeof id === 'string') seen.add(id)
    for (const [key, member] of Object.entries(holder)) {
      if (!isObject(member) && !Array.isArray(member)) continue
      if (isObject(member) && getKey(member, 'resourceType') !== undefined) continue
      if (isDefinition && (key === 'snapshot' || key === 'differential')) continue
      at.push(Array.isArray(holder) ? Number(key) : key)
      walk(member)
      at.pop()
    }
  }
  walk(resource)
}
