import type { JsonObject } from '../document/json.ts'
import type { CodeSystem, Concept } from '../terminology/code-system.ts'
import { type NamedSet, printCompiled } from '../terminology/compiled-text.ts'
import { codeSystemOf, valueSetOf } from '../terminology/resource.ts'
import { versionOf, withoutVersion } from '../terminology/store.ts'
import type { ValueSet } from '../terminology/value-set.ts'
import { boundValueSets } from './bound-value-sets.ts'
import { readResources } from './read-resources.ts'

/** A value set or the name of one, with the package that it stands in. */
interface Published {
  readonly set: ValueSet
  readonly packageFolder: string
}
interface Bound {
  readonly canonical: string
  readonly packageFolder: string
}

/**
 * The code systems of the packages, and of the value sets those that a binding stronger than `example` leads to, as the
 * text that `terminologyOf` opens. Packages stand from old to new: the last that publishes a name says what it means
 * without a version.
 */
export function compileTerminology(packageFolders: readonly string[]): string {
  const published = packageFolders.flatMap((packageFolder) =>
    readResources(packageFolder, 'ValueSet')
      .map(valueSetOf)
      .filter((set) => set !== undefined)
      .map((set): Published => ({ set, packageFolder })),
  )
  const bound = packageFolders.flatMap((packageFolder) =>
    [...boundValueSets(readResources(packageFolder, 'StructureDefinition'))].map(
      (canonical): Bound => ({ canonical, packageFolder }),
    ),
  )
  const sets = neededSets(bound, published.reverse())
  const systems = packageFolders.flatMap((folder) => readResources(folder, 'CodeSystem'))
  return printCompiled(neededSystems(systems, filterProperties(sets)), sets)
}

/** What is bound, and what that imports, in all versions published; the newest first, sorted by name. */
function neededSets(bound: readonly Bound[], published: readonly Published[]): NamedSet[] {
  const byUrl = new Map<string, Published[]>()
  for (const one of published) byUrl.set(one.set.url, [...(byUrl.get(one.set.url) ?? []), one])
  const needed = new Set<string>()
  const queue = bound.map((one) => withoutVersion(one.canonical))
  for (let url = queue.pop(); url !== undefined; url = queue.pop()) {
    if (needed.has(url)) continue
    needed.add(url)
    const parts = (byUrl.get(url) ?? []).flatMap(({ set }) => [...set.include, ...set.exclude])
    queue.push(...parts.flatMap((one) => one.valueSets ?? []).map(withoutVersion))
  }
  return [...needed].sort(order).flatMap((url) => {
    const all = byUrl.get(url) ?? []
    return all.map((one) => ({ set: one.set, versions: versionsOf(one, all, bound) }))
  })
}

/**
 * Its own version, and what bindings of its package say instead: R4 stamps its own version on bindings to value sets
 * that it publishes under an older one.
 */
function versionsOf({ set, packageFolder }: Published, all: readonly Published[], bound: readonly Bound[]): string[] {
  const asked = bound
    .filter((one) => one.packageFolder === packageFolder && withoutVersion(one.canonical) === set.url)
    .map((one) => versionOf(one.canonical))
    .filter((version) => !all.some((other) => other.set.version === version))
  return [...new Set([set.version, ...asked].filter((version) => version !== undefined))]
}

/** Lists of what terminology.hl7.org itself holds; no record is coded with them. */
const catalogues: ReadonlySet<string> = new Set([
  'http://terminology.hl7.org/CodeSystem/conceptdomains',
  'http://terminology.hl7.org/CodeSystem/v2-tables',
])

function neededSystems(resources: readonly JsonObject[], properties: ReadonlyMap<string, Set<string>>): CodeSystem[] {
  const systems = new Map<string, CodeSystem>()
  for (const resource of resources) {
    const system = codeSystemOf(resource)
    if (system === undefined || catalogues.has(system.url) || system.concepts.size === 0) continue
    const known = systems.get(system.url)
    systems.set(system.url, known === undefined ? system : newest(system, known))
  }
  const sorted = [...systems.values()].sort((one, other) => order(one.url, other.url))
  return sorted.map((one) => trimmed(one, [...(properties.get(one.url) ?? [])]))
}

/**
 * R4 and terminology.hl7.org publish many code systems both, in versions years apart, and codings hardly ever say which
 * they mean: the newest version counts, as in the official validator, unless it is the one that leaves codes out.
 */
function newest(newer: CodeSystem, older: CodeSystem): CodeSystem {
  const [kept, other] = older.complete && !newer.complete ? [older, newer] : [newer, older]
  const versions = [...(older.olderVersions ?? []), other.version].filter((one) => one !== undefined)
  return versions.length === 0 ? kept : { ...kept, olderVersions: versions }
}

/** Without the properties that no filter asks for: they are four fifths of terminology.hl7.org. */
function trimmed(system: CodeSystem, properties: readonly string[]): CodeSystem {
  const trim = (concept: Concept): Concept => ({
    ...concept,
    displays: [...new Set(concept.displays)],
    properties: new Map([...concept.properties].filter(([name]) => properties.includes(name))),
  })
  return { ...system, properties, concepts: new Map([...system.concepts].map(([code, one]) => [code, trim(one)])) }
}

/** The properties that filters of these value sets ask for, by code system. */
function filterProperties(sets: readonly NamedSet[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const { set } of sets) {
    for (const { system, filters = [] } of [...set.include, ...set.exclude]) {
      if (system === undefined) continue
      const names = found.get(system) ?? new Set()
      for (const { property } of filters) names.add(property)
      found.set(system, names)
    }
  }
  return found
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
