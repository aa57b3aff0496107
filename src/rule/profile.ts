import type { Definition } from '../definition/definition.ts'
import { isObject, type Json } from '../document/json.ts'
import { shownAddress } from '../document/name.ts'
import type { RuleKit } from './kit.ts'
import { nodeCheck } from './node.ts'
import type { Run, Steps } from './run.ts'
import { inScope } from './scope.ts'

/**
 * Checks a value against a profile and the profiles that it imposes, with all findings. What is not at hand is said.
 * `extra` is what stands beside a primitive. https://hl7.org/fhir/R4/profiling.html
 */
export function applyProfile(kit: RuleKit, canonical: string, value: Json | undefined, run: Run, extra?: Json): void {
  const definition = kit.find(canonical)
  if (definition === undefined) {
    run.cannotTell('PRF-001', { profile: shownAddress(canonical) })
    return
  }
  const type = typeOf(value, definition, run)
  if (!kit.isKindOf(type, definition.type))
    run.report('PRF-002', { profile: canonical, expected: definition.type, found: type })
  else if (definition.derivation === 'constraint')
    run.apply(keyOf(value), definition.url, () => wholeCheck(kit, definition, type, value, extra, run))
}

/** Whether the value at a place of the document meets the profile; undefined if the profile is not at hand. */
export function conformsTo(
  kit: RuleKit,
  canonical: string,
  { value, extra, at }: { readonly value: Json | undefined; readonly extra?: Json | undefined; readonly at: Steps },
  run: Run,
): boolean | undefined {
  const definition = kit.find(canonical)
  if (definition === undefined) return undefined
  const type = typeOf(value, definition, run)
  if (!kit.isKindOf(type, definition.type)) return false
  if (definition.derivation === 'specialization') return true
  return run.conforms(keyOf(value), definition.url, at, () => wholeCheck(kit, definition, type, value, extra, run))
}

/** A primitive has no identity by which an answer could be remembered. */
function keyOf(value: Json | undefined): object {
  return isObject(value) ? value : {}
}

/** A resource says its type, also to the profile of a data type; a data type is what stands where the profile applies. */
function typeOf(value: Json | undefined, { kind, type }: Definition, { scope }: Run): string {
  if (kind !== 'resource' && value !== scope.resource) return type
  return isObject(value) && typeof value.resourceType === 'string' ? value.resourceType : type
}

/** The profile, and the profiles that it imposes. A resource is looked at in its own scope. */
function wholeCheck(
  kit: RuleKit,
  definition: Definition,
  type: string,
  value: Json | undefined,
  extra: Json | undefined,
  run: Run,
): void {
  const check = () => {
    nodeCheck(kit, definition, definition.root, type)(value, extra, run)
    for (const imposed of definition.imposes ?? []) applyProfile(kit, imposed, value, run)
  }
  if (definition.kind === 'resource' && isObject(value)) inScope(kit, value, run, check)
  else check()
}
