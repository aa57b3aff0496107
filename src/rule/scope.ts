import { isObject, type Json, type JsonObject } from '../document/json.ts'
import { codesOf } from './coded-value.ts'
import type { RuleKit } from './kit.ts'
import { conformsTo } from './profile.ts'
import type { Run, Scope } from './run.ts'

/**
 * The surroundings of a resource at a place of the document. A contained resource's `%rootResource` is its container
 * (https://hl7.org/fhir/R4/fhirpath.html#vars).
 */
export function scopeAt(
  kit: RuleKit,
  run: Run,
  resource: JsonObject,
  rootResource: JsonObject,
  at: readonly (string | number)[],
): Scope {
  return {
    resource,
    rootResource,
    at,
    resolve: (reference) => run.references.resolve(reference, resource)?.resource,
    memberOf: (valueSet, value) => memberOf(kit, valueSet, value),
    conformsTo: (profile, value) => (isObject(value) ? conformsTo(kit, profile, value, run) : undefined),
  }
}

/** Undefined where the terminology at hand does not tell. */
function memberOf(kit: RuleKit, valueSet: string, value: Json): boolean | undefined {
  const answers = codesOf(value).map((code) => kit.sources.terminology.member(valueSet, code))
  if (answers.includes('in')) return true
  return answers.includes('unknown') ? undefined : false
}
