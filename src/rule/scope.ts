import { childOf, isObject, type Json, type JsonObject } from '../document/json.ts'
import { codesOf } from './coded-value.ts'
import type { RuleKit } from './kit.ts'
import { conformsTo } from './profile.ts'
import type { Run, Scope } from './run.ts'

/** Runs a check of the resource at the run's place with that resource's surroundings, if they are not there already. */
export function inScope(kit: RuleKit, resource: JsonObject, run: Run, check: () => void): void {
  if (run.scope.resource === resource) check()
  else run.within(scopeHere(kit, resource, run), check)
}

/** A contained resource's `%rootResource` is its container (https://hl7.org/fhir/R4/fhirpath.html#vars). */
function scopeHere(kit: RuleKit, resource: JsonObject, run: Run): Scope {
  const at = [...run.path]
  return {
    resource,
    rootResource: at.at(-2) === 'contained' ? containerOf(resource, at, run) : resource,
    at,
    elementIds: new Set(),
    resolve: (reference) => run.references.resolve(reference, resource)?.resource,
    memberOf: (valueSet, value) => memberOf(kit, valueSet, value),
    conformsTo: (profile, value) => (isObject(value) ? conformsTo(kit, profile, { value, at }, run) : undefined),
  }
}

/** A contained resource stands two steps below its container. */
function containerOf(resource: JsonObject, at: readonly (string | number)[], run: Run): JsonObject {
  let value: Json | undefined = run.root
  for (const step of at.slice(0, -2)) value = childOf(value, step)
  return isObject(value) ? value : resource
}

/** Undefined where the terminology at hand does not tell. */
function memberOf(kit: RuleKit, valueSet: string, value: Json): boolean | undefined {
  const answers = codesOf(value).map((code) => kit.sources.terminology.member(valueSet, code))
  if (answers.includes('in')) return true
  return answers.includes('unknown') ? undefined : false
}
