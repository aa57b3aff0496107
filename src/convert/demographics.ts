import { isObject, type Json, type JsonObject, objectsIn } from '../document/json.ts'
import { uuid5 } from '../document/uuid.ts'
import type { Hub } from '../form/hub.ts'
import { type Identity, identityOf, likeness, nameOne, statedOf } from '../form/patient.ts'
import { issue, KritinfoError } from '../issue/issue.ts'
import type { Toolkit } from '../toolkit.ts'
import { detectForm, type Form } from '../form/detect.ts'
import { dialectOf, normalise } from './dialect.ts'
import { enter } from './run.ts'
import type { Account } from '../mapping/account.ts'

/**
 * Lays demographics that were given apart under those of the records: what the records say of the patient stands, the
 * rest is filled in. Where they are of two patients nothing is converted.
 */
export function addPatient(kit: Toolkit, given: Json, hub: Hub, books: Account): void {
  const patient = patientOf(kit, given)
  const known = hub.of('Patient')[0]
  const births = typeof patient.birthDate === 'string' ? [patient.birthDate] : []
  if (likeness(statedOf(objectsIn(patient.identifier), births), identityOf(hub)) === 'another')
    throw new KritinfoError(issue('CNV-004'))
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

/** Who a document is about; undefined if it is about several. */
export function identityIn(kit: Toolkit, root: JsonObject, form: Form): Identity | undefined {
  const { hub } = enter(kit, normalise(kit, root, dialectOf(kit, root, form)).root, form)
  return nameOne(hub) ? identityOf(hub) : undefined
}
