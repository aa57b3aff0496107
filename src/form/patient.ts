import { isObject, type JsonObject, objectsIn } from '../document/json.ts'
import { type Hub, type HubEntry, patientKey } from './hub.ts'

const clinical: ReadonlySet<unknown> = new Set([
  'AllergyIntolerance',
  'Condition',
  'Procedure',
  'DeviceUseStatement',
  'Flag',
  'Consent',
])

/** Is this a record of critical information, or of what might be: one that a table maps, and not only something it refers to. */
export function isClinical(resource: JsonObject): boolean {
  return clinical.has(resource.resourceType)
}

/**
 * The one patient of the hub: its Patient resource, else what the records' own references say of the patient
 * (NHN's API sends the number in a header, and its records may name the patient by identifier only).
 * More than one patient is an error: records must never change owner.
 */
export function patientOf(hub: Hub, fail: (code: 'CNV-005') => never): HubEntry | undefined {
  if (!isOfOne(hub)) fail('CNV-005')
  return hub.of('Patient')[0] ?? virtualPatient(hub)
}

/** Are all records about the same patient, as far as they say? */
export function isOfOne(hub: Hub): boolean {
  const { references, owners } = namedIn(hub)
  const own = hub.isPatientGiven ? undefined : hub.of('Patient')[0]
  return (own === undefined ? owners : owners.add(own.fullUrl)).size <= 1 && agree(hub, references)
}

/** Do all records name one patient, though perhaps by an address that the patient at hand has not? */
export function nameOne(hub: Hub): boolean {
  const { references, owners } = namedIn(hub)
  return owners.size <= 1 && agree(hub, references)
}

function namedIn(hub: Hub) {
  const records = hub.entries.filter(({ resource }) => isClinical(resource))
  const references = records.map(({ resource }) => referenceOf(resource))
  return { references, owners: distinct(references.map((reference) => addressIn(reference, hub))) }
}

/** One patient at most, and no two numbers of a kind. */
function agree(hub: Hub, references: readonly (JsonObject | undefined)[]): boolean {
  const patients = hub.of('Patient')
  if (patients.length > 1 || distinct(references.map(numberIn)).size > 1) return false
  const stated = statedOf(objectsIn(hub.isPatientGiven ? undefined : patients[0]?.resource.identifier))
  return !references.some((reference) => isAnother(stated, reference))
}

/** A reference may name the patient by number too: one of a kind that the patient has, and not the patient's. */
function isAnother(patient: Identity, reference: JsonObject | undefined): boolean {
  return isObject(reference?.identifier) && likeness(statedOf([reference.identifier]), patient) === 'another'
}

function distinct(texts: readonly (string | undefined)[]): Set<string> {
  return new Set(texts.filter((text) => text !== undefined))
}

function addressIn(reference: JsonObject | undefined, hub: Hub): string | undefined {
  const text = reference?.reference
  if (typeof text !== 'string') return undefined
  return hub.find(text)?.fullUrl ?? text.split('/').slice(-2).join('/')
}

function numberIn(reference: JsonObject | undefined): string | undefined {
  const identifier = reference?.identifier
  if (!isObject(identifier) || typeof identifier.value !== 'string') return undefined
  return `${kindOf(identifier) ?? ''}|${identifier.value}`
}

export function referenceOf(resource: JsonObject): JsonObject | undefined {
  const reference = resource[patientKey(resource.resourceType)]
  return isObject(reference) ? reference : undefined
}

/** Only read: what the references say stays theirs, and is carried with them. */
function virtualPatient(hub: Hub): HubEntry | undefined {
  for (const { resource } of hub.entries) {
    const identifier = isClinical(resource) ? referenceOf(resource)?.identifier : undefined
    if (!isObject(identifier)) continue
    const { system, value } = identifier
    if (typeof value !== 'string') continue
    const stated: JsonObject = typeof system === 'string' ? { system, value } : { value }
    return { fullUrl: '', resource: { resourceType: 'Patient', identifier: [stated] } }
  }
  return undefined
}

/** What a document tells of who its patient is. */
export interface Identity {
  /** Values by the kind of number; one of no known kind stands under the empty name. */
  readonly numbers: ReadonlyMap<string, ReadonlySet<string>>
  readonly births: readonly string[]
}

/** What the Patient says, and what the records' own references do. */
export function identityOf(hub: Hub): Identity {
  const patients = hub.of('Patient').map(({ resource }) => resource)
  const named = hub.entries
    .filter(({ resource }) => isClinical(resource))
    .map(({ resource }) => referenceOf(resource)?.identifier)
  const births = patients.map(({ birthDate }) => birthDate).filter((one) => typeof one === 'string')
  return statedOf([...patients.flatMap(({ identifier }) => objectsIn(identifier)), ...named.filter(isObject)], births)
}

export function statedOf(identifiers: readonly JsonObject[], births: readonly string[] = []): Identity {
  const numbers = new Map<string, Set<string>>()
  for (const identifier of identifiers) {
    const { value } = identifier
    if (typeof value !== 'string') continue
    const kind = kindOf(identifier) ?? ''
    numbers.set(kind, (numbers.get(kind) ?? new Set()).add(value))
  }
  return { numbers, births }
}

/**
 * Are two the same person? Numbers of the same kind on both sides, and none of them the same: two people. No number that can be
 * compared: birth dates may still tell two people apart (one may be known to the year only), but do not make them one.
 */
export function likeness(one: Identity, other: Identity): 'same' | 'another' | 'unknown' {
  const kinds = [...one.numbers.keys()].filter((kind) => other.numbers.has(kind))
  const shares = (kind: string) =>
    [...(one.numbers.get(kind) ?? [])].some((value) => other.numbers.get(kind)?.has(value) === true)
  if (kinds.some((kind) => !shares(kind))) return 'another'
  if (kinds.length > 0) return 'same'
  const agree = (birth: string, date: string) => birth.startsWith(date) || date.startsWith(birth)
  const isOther = other.births.some((date) => one.births.length > 0 && !one.births.some((birth) => agree(birth, date)))
  return isOther ? 'another' : 'unknown'
}

/**
 * The register that a number is of. One without a system is told by its form: eleven digits, of which the first is raised by 4 in
 * a D-nummer (http://www.fnrinfo.no/Leksikon/D.aspx).
 */
function kindOf({ system, value }: JsonObject): string | undefined {
  if (typeof system === 'string') return system
  if (typeof value !== 'string') return undefined
  if (/^[0-3]\d{10}$/.test(value)) return 'urn:oid:2.16.578.1.12.4.1.4.1'
  return /^[4-7]\d{10}$/.test(value) ? 'urn:oid:2.16.578.1.12.4.1.4.2' : undefined
}
