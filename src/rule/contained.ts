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
