import { isObject, type Json, type JsonObject } from '../document/json.ts'
import type { RuleKit } from './kit.ts'
import type { Run } from './run.ts'

/**
 * A profile that an element's type names is one of that type
 * (https://hl7.org/fhir/R4/elementdefinition-definitions.html#ElementDefinition.type.profile); one that is not at hand is
 * not asked.
 */
export function profilesOfTypes(kit: RuleKit, resource: JsonObject, run: Run): void {
  if (resource.resourceType !== 'StructureDefinition') return
  for (const list of ['differential', 'snapshot']) {
    for (const [index, element] of membersOf(resource[list], 'element')) {
      for (const [place, type] of membersOf(element, 'type')) {
        for (const [at, profile] of membersOf(type, 'profile'))
          check(kit, type, profile, [list, 'element', index, 'type', place, 'profile', at], run)
      }
    }
  }
}

function check(kit: RuleKit, type: Json, profile: Json, at: readonly (string | number)[], run: Run): void {
  if (!isObject(type) || typeof type.code !== 'string' || typeof profile !== 'string') return
  if (kit.sources.definitions.type(type.code) === undefined) return
  const definition = kit.find(profile)
  if (definition === undefined || definition.type === type.code) return
  // What may be any resource may be one of a profile on a certain resource.
  if (definition.kind === 'resource' && kit.isKindOf(definition.type, type.code)) return
  run.report('PRF-002', { profile, expected: definition.type, found: type.code }, undefined, at)
}

function membersOf(holder: Json | undefined, key: string): readonly (readonly [number, Json])[] {
  const list = isObject(holder) ? holder[key] : undefined
  return Array.isArray(list) ? [...list.entries()] : []
}
