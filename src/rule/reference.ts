import type { TypeReference } from '../definition/definition.ts'
import { isObject, type JsonObject } from '../document/json.ts'
import type { RuleKit } from './kit.ts'
import { applyProfile, conformsTo } from './profile.ts'
import { literalOf } from './reference-form.ts'
import type { Resolved } from './references.ts'
import type { Asker, Check, Run } from './run.ts'

/**
 * What a reference may lead to: types, profiles, and where it has to stand
 * (https://hl7.org/fhir/R4/references.html, https://hl7.org/fhir/R4/elementdefinition.html#ElementDefinition).
 */
export function targetChecks(kit: RuleKit, types: readonly TypeReference[], asker: Asker): Check[] {
  const targets = types.flatMap(({ targets = [] }) => targets)
  const aggregation = types.flatMap(({ aggregation = [] }) => aggregation)
  if (targets.length === 0 && aggregation.length === 0) return []
  let wanted: readonly Wanted[] | undefined
  return [
    (value, _extra, run) => {
      if (!isObject(value)) return
      wanted ??= targets.map((canonical) => wantedOf(kit, canonical))
      const target = targetOf(value, run)
      checkTarget(kit, wanted, value, target, asker, run)
      checkAggregation(aggregation, target, asker, run)
    },
  ]
}

/** One of the targets that a definition allows. */
interface Wanted {
  readonly canonical: string
  /** Undefined if the profile is not at hand. */
  readonly type: string | undefined
  readonly isProfile: boolean
}

function wantedOf(kit: RuleKit, canonical: string): Wanted {
  const definition = kit.find(canonical)
  return { canonical, type: definition?.type, isProfile: definition?.derivation !== 'specialization' }
}

function targetOf({ reference }: JsonObject, run: Run): Resolved | undefined {
  if (typeof reference !== 'string') return undefined
  const [found, ...more] = run.references.matches(reference, run.scope.resource)
  if (more.length > 0) run.report('BDL-032', { count: more.length + 1 })
  return more.length > 0 ? undefined : found
}

function checkTarget(
  kit: RuleKit,
  wanted: readonly Wanted[],
  value: JsonObject,
  target: Resolved | undefined,
  asker: Asker,
  run: Run,
): void {
  const stated = statedType(value)
  const found = foundType(kit, value, target)
  if (stated !== undefined && (!isResource(kit, stated) || (found !== undefined && stated !== found)))
    run.report('TGT-005', {}, asker)
  const type = found ?? stated
  if (type === undefined || !isResource(kit, type)) return
  const fitting = wanted.filter((one) => one.type === undefined || kit.isKindOf(type, one.type))
  if (wanted.length > 0 && fitting.length === 0) {
    const expected = [...new Set(wanted.map((one) => one.type))].join(', ')
    // The text of a reference may be anything on its server; what it is said to be, or is, counts.
    const isSure = target !== undefined || (stated !== undefined && value.reference !== undefined)
    run.report(isSure ? 'TGT-001' : 'TGT-006', { found: type, expected }, asker)
  } else if (fitting.every((one) => one.isProfile)) {
    const profiles = fitting.map(({ canonical }) => canonical)
    if (target !== undefined) checkProfiles(kit, profiles, target, asker, run)
    else if (profiles.length > 0) run.cannotTell('TGT-004', { profiles: profiles.join(', ') }, asker)
  }
}

/** The stated type is the name of a resource, or the URL of its definition. */
function statedType({ type }: JsonObject): string | undefined {
  return typeof type === 'string' ? type.replace(/^http:\/\/hl7\.org\/fhir\/StructureDefinition\//, '') : undefined
}

/** By the resource itself, else by the text of the reference. */
function foundType(kit: RuleKit, { reference }: JsonObject, target: Resolved | undefined): string | undefined {
  const { resourceType } = target?.resource ?? {}
  if (typeof resourceType === 'string') return resourceType
  const literal = typeof reference === 'string' ? literalOf(reference)?.type : undefined
  return literal !== undefined && isResource(kit, literal) ? literal : undefined
}

function isResource(kit: RuleKit, type: string): boolean {
  return kit.sources.definitions.type(type)?.kind === 'resource'
}

/** One profile is applied there with all that it finds, so that the place in need of mending is named. */
function checkProfiles(kit: RuleKit, profiles: readonly string[], target: Resolved, asker: Asker, run: Run): void {
  const { resource, path } = target
  const answers = profiles.map((profile) => conformsTo(kit, profile, { value: resource, at: path }, run))
  const [only, ...more] = profiles
  if (answers.includes(true)) return
  if (answers.includes(undefined)) {
    run.cannotTell('PRF-001', { profile: profiles.join(', ') }, asker)
    return
  }
  run.report('TGT-002', { profiles: profiles.join(', ') }, asker)
  if (only !== undefined && more.length === 0) run.at(path, () => applyProfile(kit, only, resource, run))
}

type Aggregation = NonNullable<TypeReference['aggregation']>

const words: Readonly<Record<Aggregation[number], string>> = {
  contained: 'contained in the resource',
  referenced: 'outside of the resource',
  bundled: 'in the same Bundle',
}

function checkAggregation(allowed: Aggregation, target: Resolved | undefined, asker: Asker, run: Run): void {
  if (allowed.length === 0) return
  const found = target === undefined ? 'referenced' : target.kind === 'bundled' ? 'bundled' : 'contained'
  const isAllowed = allowed.includes(found) || (found === 'bundled' && allowed.includes('referenced'))
  if (isAllowed) return
  run.report('TGT-003', { found: words[found], expected: allowed.map((one) => words[one]).join(', ') }, asker)
}
