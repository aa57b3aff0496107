import type { ElementNode, TypeReference } from '../definition/definition.ts'
import { isObject } from '../document/json.ts'
import type { RuleKit } from './kit.ts'
import { applyProfile, conformsTo } from './profile.ts'
import { targetChecks } from './reference.ts'
import type { Asker, Check } from './run.ts'
import { nameHere } from './type.ts'

/**
 * The types that a profile leaves, and the profiles that it puts on them
 * (https://hl7.org/fhir/R4/elementdefinition-definitions.html#ElementDefinition.type).
 */
export function typeReferenceChecks(kit: RuleKit, node: ElementNode, asker: Asker, type: string): Check[] {
  const { types } = node
  if (types === undefined) return []
  const own = types.filter(({ code }) => code === type)
  return [
    ...(type === 'Resource' ? [resourceTypeCheck(kit, types, asker)] : []),
    ...(isAllowed(kit, node, types, type) ? [] : [wrongType(types, asker, type)]),
    ...own.flatMap(({ profiles = [] }) => profileChecks(kit, profiles, asker, type)),
    ...(type === 'Reference' ? targetChecks(kit, own, asker) : []),
  ]
}

/**
 * Elements defined in place have their path for a type, and resources are told apart by their own name. A choice is one
 * of the types that it lists: `valueCode` is no `valueString`, though code derives from string.
 */
function isAllowed(kit: RuleKit, node: ElementNode, types: readonly TypeReference[], type: string): boolean {
  if (type.includes('.') || kit.sources.definitions.type(type)?.kind === 'resource') return true
  if (node.name.endsWith('[x]')) return types.some(({ code }) => code === type)
  return types.some(({ code }) => code === 'BackboneElement' || kit.isKindOf(type, code))
}

function wrongType(types: readonly TypeReference[], asker: Asker, found: string): Check {
  const expected = types.map(({ code }) => code).join(', ')
  return (_value, _extra, run) => run.report('TYP-001', { name: nameHere(run), found, expected }, asker)
}

/** A resource says its own type, and which of the profiles are for it. */
function resourceTypeCheck(kit: RuleKit, types: readonly TypeReference[], asker: Asker): Check {
  const expected = types.map(({ code }) => code).join(', ')
  const checks = new Map(types.map(({ code, profiles = [] }) => [code, profileChecks(kit, profiles, asker, code)]))
  return (value, extra, run) => {
    const found = isObject(value) ? value.resourceType : undefined
    // What is no resource is said already.
    if (typeof found !== 'string' || kit.shape(found) === undefined) return
    if (!types.some(({ code }) => kit.isKindOf(found, code))) run.report('STR-011', { found, expected }, asker)
    for (const check of checks.get(found) ?? checks.get('Resource') ?? []) check(value, extra, run)
  }
}

/** One profile is applied with all that it finds; of several one has to be met. An extension's own is found by its url. */
function profileChecks(kit: RuleKit, profiles: readonly string[], asker: Asker, type: string): Check[] {
  const [only, ...more] = profiles
  if (only === undefined || type === 'Extension') return []
  if (more.length === 0) return [(value, extra, run) => applyProfile(kit, only, value, run, extra)]
  return [
    (value, extra, run) => {
      const standing = { value, extra, at: run.path }
      const answers = profiles.map((profile) => conformsTo(kit, profile, standing, run))
      if (answers.includes(true)) return
      const known = profiles.filter((_, index) => answers[index] !== undefined)
      if (known.length < profiles.length) run.cannotTell('PRF-001', { profile: profiles.join(', ') }, asker)
      else run.report('TYP-002', { name: nameHere(run), profiles: profiles.join(', ') }, asker)
    },
  ]
}
