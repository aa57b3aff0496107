import { isObject, type Json, type JsonObject } from '../document/json.ts'
import type { RuleKit } from './kit.ts'
import { applyProfile } from './profile.ts'
import { resourceRules } from './resource-rules.ts'
import type { Run } from './run.ts'
import { inScope } from './scope.ts'
import { typeCheck } from './type.ts'

/**
 * A resource by its type, by the rules of whole resources, and by the profiles that it names
 * (https://hl7.org/fhir/R4/resource.html). `profiles` are asked for besides.
 */
export function resourceCheck(kit: RuleKit, value: Json | undefined, run: Run, profiles: readonly string[] = []): void {
  const type = isObject(value) ? value.resourceType : undefined
  const definition = typeof type === 'string' ? kit.sources.definitions.type(type) : undefined
  if (!isObject(value) || definition?.kind !== 'resource' || definition.abstract === true) {
    run.report('STR-010')
    return
  }
  inScope(kit, value, run, () => {
    typeCheck(kit, definition.type)(value, undefined, run)
    for (const rule of resourceRules) rule(kit, value, run)
    for (const profile of new Set([...profilesOf(value), ...profiles])) applyProfile(kit, profile, value, run)
  })
}

function profilesOf({ meta }: JsonObject): string[] {
  const list = isObject(meta) && Array.isArray(meta.profile) ? meta.profile : []
  return list.filter((one) => typeof one === 'string')
}
