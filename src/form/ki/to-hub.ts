import type { Surroundings } from '../../document/books.ts'
import { isObject, type JsonObject, objectsIn, wordOf } from '../../document/json.ts'
import { uuid5 } from '../../document/uuid.ts'
import { addressOf, Hub, patientKey, versionOf } from '../hub.ts'
import { deviceOf, partType, placeDevice, placeRole } from '../actor.ts'
import { keepBack, type Mapper, nowhere } from '../mapper.ts'
import { restoreExtras } from './extras.ts'

/** Which table maps a kind of critical information, and to which resource. */
export const kinds: Readonly<Record<string, { readonly table: string; readonly resource: string }>> = {
  legemiddelreaksjon: { table: 'ki-r4/allergy', resource: 'AllergyIntolerance' },
  annenAllergi: { table: 'ki-r4/allergy', resource: 'AllergyIntolerance' },
  intubasjonsproblem: { table: 'ki-r4/anaesthesia', resource: 'Condition' },
  annetProblemVedAnestesi: { table: 'ki-r4/anaesthesia', resource: 'Condition' },
  kritiskMedisinskTilstand: { table: 'ki-r4/condition', resource: 'Condition' },
  smitte: { table: 'ki-r4/condition', resource: 'Condition' },
  implantat: { table: 'ki-r4/condition', resource: 'Condition' },
  pagaendeBehandling: { table: 'ki-r4/procedure', resource: 'Procedure' },
  annenProsedyreendring: { table: 'ki-r4/flag', resource: 'Flag' },
  avgrensningAvLivsforlengendeBehandling: { table: 'ki-r4/consent', resource: 'Consent' },
  behandlingsavklaring: { table: 'ki-r4/consent', resource: 'Consent' },
}
/** A mechanical implant is a device in use; a transplant is a condition. Both are `implantat`. */
const mechanical = { table: 'ki-r4/device-use', resource: 'DeviceUseStatement' }

/** A `ki` document as hub resources. The document has been checked against its schema. */
export function kiToHub(document: JsonObject, mapper: Mapper): Hub {
  const hub = new Hub()
  mapper.books.claim(document, 'format')
  mapper.books.claim(document, 'versjon')
  const patient = patientOf(document, mapper)
  const parts = new Hub()
  const records = objectsIn(document.registreringer).flatMap((record) => recordOf(record, parts, mapper))
  const address = isNeeded(patient, records) ? hub.add(patient, `urn:uuid:${wordOf(patient.id)}`).fullUrl : undefined
  for (const { fullUrl, resource } of parts.entries) hub.add(resource, fullUrl)
  for (const resource of records) {
    refer(resource, address)
    hub.add(resource, addressOf(wordOf(resource.resourceType), resource.id, versionOf(resource)))
  }
  return hub
}

/** A patient of whom only the number is known, and whose every record has it, is a resource that says nothing. */
function isNeeded(patient: JsonObject, records: readonly JsonObject[]): boolean {
  const said = Object.keys(patient).filter((key) => key !== 'resourceType' && key !== 'id')
  if (said.length === 0) return false
  const isNumbered = (record: JsonObject) => isObject(record[patientKey(record.resourceType)])
  return said.some((key) => key !== 'identifier') || records.length === 0 || !records.every(isNumbered)
}

function patientOf(document: JsonObject, mapper: Mapper): JsonObject {
  const person = document.pasient as JsonObject
  const patient: JsonObject = { resourceType: 'Patient', id: '' }
  mapper.map('ki-r4/pasient', 'forward', person, patient, nowhere)
  mapper.map('ki-r4/innsyn', 'forward', document, patient, nowhere)
  restoreExtras(person, patient, mapper)
  const identifier = Array.isArray(patient.identifier) ? patient.identifier[0] : undefined
  patient.id = uuid5(`Patient/${JSON.stringify(identifier ?? [patient.name ?? '', patient.birthDate ?? ''])}`)
  return patient
}

function recordOf(record: JsonObject, parts: Hub, mapper: Mapper): JsonObject[] {
  const kind = kindOf(record)
  const resource: JsonObject = { resourceType: kind.resource }
  mapper.books.link('ki.type', record, 'type', resource, 'resourceType')
  const row = mapper.map(kind.table, 'forward', record, resource, surroundings(record, parts))
  if (row !== undefined) {
    keepBack(record, row, 'r4', mapper, 'status')
    return []
  }
  restoreExtras(record, resource, mapper, deviceOf(resource, parts))
  return [resource]
}

/** Every record is about the document's patient; a reference that came along in `utvidelser` stands. */
function refer(resource: JsonObject, patient: string | undefined): void {
  const key = patientKey(resource.resourceType)
  const stated = isObject(resource[key]) ? resource[key] : {}
  if (patient !== undefined) resource[key] = { reference: patient, ...stated }
  else if (Object.keys(stated).length === 0) delete resource[key]
}

/** The schema has seen to it that the type is one of these. */
function kindOf(record: JsonObject): { readonly table: string; readonly resource: string } {
  if (record.implantat !== undefined || record.implantert !== undefined) return mechanical
  return kinds[wordOf(record.type)] ?? mechanical
}

function surroundings(record: JsonObject, hub: Hub): Surroundings {
  const address = `${wordOf(record.id)}/${wordOf(record.versjonsnummer ?? '')}`
  return {
    ...nowhere,
    resolve: (part) => part,
    part: (role) => ({ resourceType: partType(role), id: '' }),
    place: (part, role) => (partType(role) === 'Device' ? placeDevice(part, address, hub) : placeRole(part, hub)),
  }
}
