import type { Definition } from '../definition/definition.ts'
import type { JsonObject } from '../document/json.ts'
import type { RuleKit } from './kit.ts'
import { nodeCheck } from './node.ts'
import type { Run } from './run.ts'
import { inScope } from './scope.ts'

/**
 * Checks a value against a profile and the profiles that it imposes, with all findings. What is not at hand is said.
 * https://hl7.org/fhir/R4/profiling.html
 */
export function applyProfile(kit: RuleKit, canonical: string, value: JsonObject, run: Run): void {
  const definition = kit.find(canonical)
  if (definition === undefined) {
    run.cannotTell('PRF-001', { profile: canonical })
    return
  }
  const type = typeOf(value, definition)
  if (!kit.isKindOf(type, definition.type))
    run.report('PRF-002', { profile: canonical, expected: definition.type, found: type })
  else if (definition.derivation === 'constraint')
    run.apply(value, definition.url, () => wholeCheck(kit, definition, type, value, run))
}

/** Whether the value meets the profile; undefined if the profile is not at hand. */
export function conformsTo(kit: RuleKit, canonical: string, value: JsonObject, run: Run): boolean | undefined {
  const definition = kit.find(canonical)
  if (definition === undefined) return undefined
  const type = typeOf(value, definition)
  if (!kit.isKindOf(type, definition.type)) return false
  if (definition.derivation === 'specialization') return true
  return run.conforms(value, definition.url, () => wholeCheck(kit, definition, type, value, run))
}

/** The profile, and the profiles that it imposes. A resource is looked at in its own scope. */
function wholeCheck(kit: RuleKit, definition: Definition, type: string, value: JsonObject, run: Run): void {
  const check = () => {
    nodeCheck(kit, definition, definition.root, type)(value, undefined, run)
    for (const imposed of definition.imposes ?? []) applyProfile(kit, imposed, value, run)
  }
  if (definition.kind === 'resource') inScope(kit, value, run, check)
  else check()
}

/** A resource says its type; a data type is what stands where the profile applies. */
function typeOf(value: JsonObject, definition: Definition): string {
  return definition.kind === 'resource' && typeof value.resourceType === 'string' ? value.resourceType : definition.type
}
