import { fhirModel } from '../definition/model.ts'
import { isObject, type Json, type JsonObject } from '../document/json.ts'
import { resourcesOf } from './bundle.ts'
import { sfmRoots } from './dialect/sfm-xml-shape.ts'
import { isClinical } from './patient.ts'

/** The four forms (README: "The forms"). */
export type Form = 'ki' | 'kj' | 'r4' | 'eps'
/** All of them, in the order of the way from Norway to Europe. */
export const forms: readonly Form[] = ['ki', 'kj', 'r4', 'eps']

/** What a document is, by what it says of itself; undefined if it is none of the forms. */
export function detectForm(root: Json): Form | undefined {
  if (!isObject(root)) return undefined
  if (root.format === 'kritisk-informasjon') return 'ki'
  if (typeof root.xmlns === 'string' && sfmRoots.some((name) => isObject(root[name]))) return 'kj'
  if (typeof root.resourceType !== 'string' || !fhirModel().isResource(root.resourceType)) return undefined
  const resources = resourcesOf(root)
  if (isOfSfm(root)) return 'kj'
  if (root.resourceType === 'Bundle' && isSummary(root, resources)) return 'eps'
  return resources.some(isKj) ? 'kj' : 'r4'
}

/** SFM, the national service of prescribing, sends NHN's records in documents of its own, and these in messages. */
export function isOfSfm(root: JsonObject): boolean {
  return [root, ...resourcesOf(root).filter((one) => one.resourceType === 'Composition')].some(isSfm)
}

function isSfm(resource: JsonObject): boolean {
  return hasProfile(resource, 'http://ehelse.no/fhir/StructureDefinition/sfm-')
}

function hasProfile(resource: JsonObject, start: string): boolean {
  const profiles = isObject(resource.meta) ? resource.meta.profile : undefined
  return Array.isArray(profiles) && profiles.some((one) => typeof one === 'string' && one.startsWith(start))
}

/** Summaries are met as searchsets too: what makes one is its Composition. */
function isSummary(bundle: JsonObject, resources: readonly JsonObject[]): boolean {
  return bundle.type === 'document' || resources.some((one) => one.resourceType === 'Composition')
}

/** NHN's resources name their profile; some senders leave it out and are known by NHN's extensions and systems. */
export function isKj(resource: JsonObject): boolean {
  if (!isClinical(resource)) return false
  const profiles = isObject(resource.meta) ? resource.meta.profile : undefined
  if (Array.isArray(profiles) && profiles.length > 0)
    return profiles.some((one) => typeof one === 'string' && one.startsWith(kjProfiles))
  return (
    hasContainedRole(resource) ||
    hasKjUrl([resource.extension ?? null, resource.code ?? null, resource.verificationStatus ?? null])
  )
}

const kjProfiles = 'http://nhn.no/kj/fhir/StructureDefinition/'

function hasContainedRole(resource: JsonObject): boolean {
  return (
    Array.isArray(resource.contained) && resource.contained.some((one) => isObject(one) && one.id === 'recorderRef')
  )
}

function hasKjUrl(value: Json): boolean {
  if (Array.isArray(value)) return value.some(hasKjUrl)
  if (!isObject(value)) return false
  return Object.entries(value).some(
    ([key, inner]) =>
      ((key === 'url' || key === 'system') &&
        typeof inner === 'string' &&
        inner.startsWith('http://nhn.no/kj/fhir/')) ||
      hasKjUrl(inner),
  )
}
