import { getKey, isObject, type Json, type JsonObject } from '../document/json.ts'
import { type Issue, issue, KritinfoError } from '../issue/issue.ts'
import { pickVersion, splitCanonical } from './canonical.ts'
import { structureProblems } from './package-shape.ts'
import type { StructureDefinition } from './structure-definition.ts'

/** The resources of a package that validation uses, in the order of their files' names. */
export interface ConformancePackage {
  /** `name` and `version` of `package.json`, where there is one. */
  readonly name: string | undefined
  readonly version: string | undefined
  readonly structures: readonly Conformance<StructureDefinition>[]
  readonly valueSets: readonly Conformance<JsonObject>[]
  readonly codeSystems: readonly Conformance<JsonObject>[]
  /** Questionnaires, which responses are held against. */
  readonly others: readonly Conformance<JsonObject>[]
}

/** A conformance resource and the file that it stands in. */
export interface Conformance<T> {
  readonly file: string
  readonly url: string
  readonly version: string | undefined
  readonly resource: T
}

/** Finds resources by canonical, with or without version. */
export interface ConformanceIndex<T> {
  find(canonical: string): Conformance<T> | undefined
}

const kinds: Readonly<Record<string, true>> = { StructureDefinition: true, ValueSet: true, CodeSystem: true }
const otherKinds: Readonly<Record<string, true>> = { Questionnaire: true }

/**
 * Sorts out the files of a FHIR package (https://hl7.org/fhir/packages.html), by their names without the folder
 * `package/`. Taken are each StructureDefinition, ValueSet and CodeSystem, and each Questionnaire with a url; `package.json`
 * may lack.
 * `folder` is put before the names in what is said of them. Throws a `KritinfoError` with PKG-001 to PKG-005, all that
 * is wrong at once.
 */
export function openPackage(content: ReadonlyMap<string, Json>, folder = ''): ConformancePackage {
  const files = new Map([...content].map(([name, json]) => [folder + name, json]))
  const manifest = files.get(`${folder}package.json`)
  const named = [...files].filter((entry): entry is [string, JsonObject] => isConformance(entry[1]))
  const resources = named.sort(([left], [right]) => (left < right ? -1 : 1))
  const problems = [
    ...manifestProblems(`${folder}package.json`, manifest),
    ...resources.flatMap(([file, one]) => problemsOf(file, one)),
  ]
  const found = resources.map(([file, resource]) => conformance(file, resource))
  const all = [...problems, ...(problems.length === 0 ? twice(found) : [])]
  if (resources.length === 0) all.push(issue('PKG-001', { path: folder }))
  if (all.length > 0) throw new KritinfoError(all)
  const of = (type: string) => found.filter((one) => one.resource.resourceType === type)
  return {
    name: textOf(manifest, 'name'),
    version: textOf(manifest, 'version'),
    structures: of(
      'StructureDefinition',
    ) as readonly Conformance<unknown>[] as readonly Conformance<StructureDefinition>[],
    valueSets: of('ValueSet'),
    codeSystems: of('CodeSystem'),
    others: found.filter(({ resource }) => Object.hasOwn(otherKinds, String(resource.resourceType))),
  }
}

/** Of several with the same canonical, the one that `pickVersion` picks. */
export function conformanceIndex<T>(resources: readonly Conformance<T>[]): ConformanceIndex<T> {
  const byUrl = new Map<string, Conformance<T>[]>()
  for (const one of resources) byUrl.set(one.url, [...(byUrl.get(one.url) ?? []), one])
  return {
    find(canonical) {
      const { url, version } = splitCanonical(canonical)
      return pickVersion(byUrl.get(url) ?? [], version)
    },
  }
}

function isConformance(file: Json): boolean {
  const type = textOf(file, 'resourceType')
  if (type === undefined) return false
  return Object.hasOwn(kinds, type) || (Object.hasOwn(otherKinds, type) && textOf(file, 'url') !== undefined)
}

function conformance(file: string, resource: JsonObject): Conformance<JsonObject> {
  return { file, url: textOf(resource, 'url') ?? '', version: textOf(resource, 'version'), resource }
}

/** A package for FHIR R4 says so (https://hl7.org/fhir/packages.html, `fhirVersions`); one that is silent is taken for it. */
function manifestProblems(path: string, manifest: Json | undefined): Issue[] {
  if (manifest === undefined) return []
  if (!isObject(manifest)) return [issue('PKG-002', { path }, { member: 'name' })]
  const versions = getKey(manifest, 'fhirVersions') ?? getKey(manifest, 'fhir-version-list')
  if (!Array.isArray(versions) || versions.some((one) => typeof one === 'string' && one.startsWith('4.0'))) return []
  return [issue('PKG-004', { path }, { versions: versions.filter(isText).join(', ') })]
}

function problemsOf(file: string, resource: JsonObject): Issue[] {
  const structure = resource.resourceType === 'StructureDefinition'
  const missing = structure ? structureProblems(resource) : textOf(resource, 'url') ? [] : ['url']
  const problems = missing.map((member) => issue('PKG-002', { path: file }, { member }))
  const views = ['snapshot', 'differential'].some((name) => getKey(resource, name) !== undefined)
  return structure && !views ? [...problems, issue('PKG-005', { path: file })] : problems
}

function twice(found: readonly Conformance<JsonObject>[]): Issue[] {
  const seen = new Set<string>()
  return found.flatMap(({ file, url, version, resource }) => {
    const name = `${resource.resourceType} ${url}|${version ?? ''}`
    if (seen.has(name)) return [issue('PKG-003', { path: file }, { url })]
    seen.add(name)
    return []
  })
}

function textOf(value: Json | undefined, key: string): string | undefined {
  const text = isObject(value) ? getKey(value, key) : undefined
  return typeof text === 'string' ? text : undefined
}

function isText(value: Json): value is string {
  return typeof value === 'string'
}
