import { isObject, type JsonObject } from '../document/json.ts'
import { type Hub, type HubEntry, patientKey } from './hub.ts'

const clinical: ReadonlySet<unknown> = new Set(['AllergyIntolerance', 'Condition'])

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
  const subjects = new Set(
    hub.entries.filter((entry) => isClinical(entry.resource)).map((entry) => subjectOf(entry.resource, hub)),
  )
  if (patients.length > 1 || subjects.size > 1) fail('CNV-005')
  return patients[0] ?? virtualPatient(hub)
}

/** Whom a record is about, as far as two records can be told apart by it. */
function subjectOf(resource: JsonObject, hub: Hub): string {
  const reference = referenceOf(resource)
  if (reference === undefined) return ''
  if (typeof reference.reference === 'string') return hub.find(reference.reference)?.fullUrl ?? reference.reference
  const identifier = isObject(reference.identifier ?? null) ? (reference.identifier as JsonObject) : undefined
  return identifier === undefined ? '' : `${String(identifier.system)}|${String(identifier.value)}`
}

export function referenceOf(resource: JsonObject): JsonObject | undefined {
  const reference = resource[patientKey(resource.resourceType)]
  return isObject(reference ?? null) ? (reference as JsonObject) : undefined
}

/** Only read: what the references say stays theirs, and is carried with them. */
function virtualPatient(hub: Hub): HubEntry | undefined {
  for (const { resource } of hub.entries) {
    const identifier = isClinical(resource) ? referenceOf(resource)?.identifier : undefined
    if (!isObject(identifier ?? null)) continue
    const { system, value } = identifier as JsonObject
    if (typeof value !== 'string') continue
    const stated: JsonObject = typeof system === 'string' ? { system, value } : { value }
    return { fullUrl: '', resource: { resourceType: 'Patient', identifier: [stated] } }
  }
  return undefined
}
