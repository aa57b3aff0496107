import type { Surroundings } from '../../document/books.ts'
import { isObject, type Json, type JsonObject, wordOf } from '../../document/json.ts'
import { contained, partType, placeDevice, placeRole, resolvePart } from '../actor.ts'
import { addressOfSource, bundleEntries, collection, type Source } from '../bundle.ts'
import { isKj } from '../detect.ts'
import { addressOf, Hub, type HubEntry } from '../hub.ts'
import { refuse } from '../import.ts'
import { dropNarrative, keepBack, type Mapper, nowhere } from '../mapper.ts'
import { isClinical, patientOf } from '../patient.ts'

const tables: Readonly<Record<string, string>> = {
  AllergyIntolerance: 'kj-r4/allergy',
  Condition: 'kj-r4/condition',
  Procedure: 'kj-r4/procedure',
  DeviceUseStatement: 'kj-r4/device-use',
  Flag: 'kj-r4/flag',
  Consent: 'kj-r4/consent',
}

/** NHN's resources as hub resources: contained health professionals are lifted out, all else crosses by the tables. */
export function kjToHub(root: JsonObject, mapper: Mapper): Hub {
  const hub = new Hub()
  const sources = bundleEntries(root, mapper.books)
  for (const source of sources.filter(({ resource }) => !isClinical(resource))) {
    mapper.books.claim(source.holder, source.key)
    hub.add(
      source.resource,
      source.fullUrl ?? addressOf(wordOf(source.resource.resourceType), source.resource.id, undefined),
    )
  }
  const records = sources.filter(({ resource }) => isClinical(resource))
  const isMarked = records.some(({ resource }) => isKj(resource))
  for (const source of records) if (!(isMarked && refuseUnmarked(source.resource, mapper))) lift(source, hub, mapper)
  return hub
}

/** Of these NHN says by a status that they are refuted, which the same status does not say in R4. */
const ownStatuses: ReadonlySet<Json | undefined> = new Set(['Procedure', 'DeviceUseStatement', 'Flag', 'Consent'])

/** A record that may be plain R4 beside NHN's: what its status says depends on which of the two it is. */
function refuseUnmarked(resource: JsonObject, mapper: Mapper): boolean {
  if (!ownStatuses.has(resource.resourceType) || isKj(resource)) return false
  mapper.report('CNV-027', resource, 'resourceType')
  mapper.books.keepOut('import.unmarked', 'withheld', resource)
  return true
}

function lift(source: Source, hub: Hub, mapper: Mapper): void {
  const { resource } = source
  const type = wordOf(resource.resourceType)
  const made: JsonObject = { resourceType: type }
  mapper.books.claim(resource, 'resourceType')
  mapper.books.link('kj.type', resource, 'resourceType', made, 'resourceType')
  const row = mapper.map(tables[type] as string, 'forward', resource, made, liftAround(source, hub, mapper))
  if (row !== undefined) {
    keepBack(resource, row, 'r4', mapper)
    return
  }
  hub.addRecord(made, addressOfSource(source), resource, mapper)
}

function liftAround(source: Source, hub: Hub, mapper: Mapper): Surroundings {
  const { resource } = source
  return {
    ...nowhere,
    resolve(reference, role) {
      const text = reference.reference
      const part = typeof text === 'string' && text.startsWith('#') ? contained(resource, text.slice(1)) : undefined
      if (part === undefined || part.resourceType !== partType(role)) return undefined
      mapper.books.claim(reference, 'reference')
      mapper.books.claim(part, 'resourceType')
      mapper.books.claim(part, 'id')
      return part
    },
    part: (role) => ({ resourceType: partType(role), id: '' }),
    place: (part, role) =>
      partType(role) === 'Device' ? placeDevice(part, addressOfSource(source), hub) : placeRole(part, hub),
  }
}

/**
 * Hub resources as NHN's. The container stays what it was: a single resource, a searchset; anything else becomes a
 * collection, in which the patient stands too, so that nothing has to be asked for on the way back.
 */
export function hubToKj(
  hub: Hub,
  container: 'resource' | 'searchset' | 'collection',
  mapper: Mapper,
  fail: (code: 'CNV-005') => never,
): JsonObject {
  patientOf(hub, fail)
  const made: HubEntry[] = []
  for (const entry of hub.entries) {
    const { resource } = entry
    if (resource.resourceType === 'Patient') {
      if (container === 'resource') continue
      for (const key of Object.keys(resource)) mapper.books.claim(resource, key)
      made.push(entry)
    } else if (isClinical(resource) && !refuse(resource, hub, mapper)) {
      const record = recordOf(resource, hub, mapper)
      if (record !== undefined) made.push({ fullUrl: entry.fullUrl, resource: record })
    }
  }
  const only = made[0]
  return container === 'resource' && made.length === 1 && only !== undefined
    ? only.resource
    : collection(made, container === 'searchset' ? 'searchset' : 'collection')
}

function recordOf(resource: JsonObject, hub: Hub, mapper: Mapper): JsonObject | undefined {
  const type = wordOf(resource.resourceType)
  const made: JsonObject = { resourceType: type }
  const parts: JsonObject[] = []
  dropNarrative(resource, mapper)
  const row = mapper.map(tables[type] as string, 'backward', resource, made, {
    ...nowhere,
    resolve: (reference, role) => partOf(reference, role, resource, hub, mapper),
    part: (role) => ({ resourceType: partType(role), id: '' }),
    place(part, role) {
      part.id = role
      parts.push(part)
      return `#${role}`
    },
  })
  if (row !== undefined) {
    keepBack(resource, row, 'kj', mapper)
    return undefined
  }
  mapper.books.claim(resource, 'resourceType')
  mapper.books.link('kj.type', resource, 'resourceType', made, 'resourceType')
  if (parts.length > 0) made.contained = [...(Array.isArray(made.contained) ? made.contained : []), ...parts]
  if (isObject(made.text)) delete made.text
  return made
}

/**
 * NHN's records refer to devices and to health professionals in a role, which they contain, and to nothing else. Whatever else it
 * was, or cannot be found, is told by what the reference itself says beside its address: an identifier, a name.
 */
function partOf(
  reference: JsonObject,
  role: string,
  resource: JsonObject,
  hub: Hub,
  mapper: Mapper,
): JsonObject | undefined {
  const type = partType(role)
  const found = resolvePart(reference, role, resource, hub, mapper)
  const isFitting = found !== undefined || typeReferredTo(reference, type, resource, hub) === type
  const wrong = [isFitting ? undefined : 'reference', reference.type === type ? undefined : 'type']
  for (const key of wrong)
    if (key !== undefined && reference[key] !== undefined) mapper.books.remark('kj.actor', 'dropped', reference, key)
  return found
}

/** The type of the resource that is referred to; of one that is not at hand, the type that the address names. */
function typeReferredTo({ reference }: JsonObject, expected: string, resource: JsonObject, hub: Hub): Json | undefined {
  if (typeof reference !== 'string') return expected
  const target = reference.startsWith('#') ? contained(resource, reference.slice(1)) : hub.find(reference)?.resource
  return target === undefined
    ? /(?<![A-Za-z])([A-Za-z]+)\/[^/]+(?:\/_history\/[^/]+)?$/.exec(reference)?.[1]
    : target.resourceType
}
