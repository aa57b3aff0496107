import { isObject, type JsonObject, objectsIn, wordOf } from '../document/json.ts'
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
  const patients = hub.of('Patient')
  const references = hub.entries
    .filter(({ resource }) => isClinical(resource))
    .map(({ resource }) => referenceOf(resource))
  const owners = distinct(references.map((reference) => addressIn(reference, hub)))
  const own = hub.isPatientGiven ? undefined : patients[0]
  if (own !== undefined) owners.add(own.fullUrl)
  const numbers = distinct(references.map(numberIn))
  if (patients.length > 1 || owners.size > 1 || numbers.size > 1) fail('CNV-005')
  if (own !== undefined && references.some((reference) => isAnother(own.resource, reference))) fail('CNV-005')
  return patients[0] ?? virtualPatient(hub)
}

/** A reference may name the patient by number too: one of a kind that the patient has, and not the patient's. */
function isAnother(patient: JsonObject, reference: JsonObject | undefined): boolean {
  const { system, value } = isObject(reference?.identifier) ? reference.identifier : {}
  if (typeof system !== 'string' || typeof value !== 'string') return false
  const own = objectsIn(patient.identifier)
  const same = own.filter((one) => one.system === system && typeof one.value === 'string')
  return same.length > 0 && same.every((one) => one.value !== value)
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
  const { system, value } = isObject(identifier) ? identifier : {}
  return typeof value === 'string' ? `${wordOf(system)}|${value}` : undefined
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
