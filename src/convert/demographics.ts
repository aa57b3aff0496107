import { isObject, type Json, type JsonObject, objectsIn } from '../document/json.ts'
import { uuid5 } from '../document/uuid.ts'
import type { Hub } from '../form/hub.ts'
import { isClinical, referenceOf } from '../form/patient.ts'
import { issue, KritinfoError } from '../issue/issue.ts'
import type { Toolkit } from '../toolkit.ts'
import { detectForm } from '../form/detect.ts'
import { enter } from './run.ts'
import type { Account } from '../mapping/account.ts'

/**
 * Lays demographics that were given apart under those of the records: what the records say of the patient stands, the
 * rest is filled in. Two different identifiers of the same system mean two patients, and nothing is converted.
 */
export function addPatient(kit: Toolkit, given: Json, hub: Hub, books: Account): void {
  const patient = patientOf(kit, given)
  const known = hub.of('Patient')[0]
  if (conflicts(patient, identifiersOf(hub))) throw new KritinfoError(issue('CNV-004'))
  if (known === undefined) {
    const { id: _, ...content } = patient
    const id = uuid5(`Patient/${JSON.stringify(content)}`)
    hub.add({ resourceType: 'Patient', id, ...content }, `urn:uuid:${id}`)
    hub.isPatientGiven = true
    return
  }
  const merged: JsonObject = { ...patient, ...known.resource }
  for (const key of Object.keys(known.resource)) books.link('patient.given', known.resource, key, merged, key)
  hub.replace(known, merged)
}

function patientOf(kit: Toolkit, given: Json): JsonObject {
  if (isObject(given) && given.resourceType === 'Patient') return given
  const form = detectForm(given)
  const found = form === undefined || !isObject(given) ? undefined : enter(kit, given, form).hub.of('Patient')[0]
  if (found === undefined)
    throw new KritinfoError(issue('CNV-003', {}, { missing: 'a Patient in the document given with --patient' }))
  return found.resource
}

function identifiersOf(hub: Hub): JsonObject[] {
  const own = hub.of('Patient').flatMap(({ resource }) => objectsIn(resource.identifier))
  const named = hub.entries
    .filter(({ resource }) => isClinical(resource))
    .map(({ resource }) => referenceOf(resource)?.identifier)
  return [...own, ...named.filter(isObject)]
}

/** Numbers of the same kind on both sides, and none of them the same: two people. */
function conflicts(patient: JsonObject, identifiers: readonly JsonObject[]): boolean {
  const given = objectsIn(patient.identifier)
  return given.some((one) => {
    const others = identifiers.filter((other) => one.system === other.system)
    const own = given.filter((other) => one.system === other.system)
    return others.length > 0 && !own.some((mine) => others.some((other) => mine.value === other.value))
  })
}
