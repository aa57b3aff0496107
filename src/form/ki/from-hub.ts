import type { Surroundings } from '../../document/books.ts'
import { isObject, type Json, type JsonObject, wordOf } from '../../document/json.ts'
import { uuid5 } from '../../document/uuid.ts'
import { rowsOfLeft } from '../../terminology/code-index.ts'
import { deviceOf, resolvePart } from '../actor.ts'
import { refuseDisputed } from '../disputed.ts'
import type { Hub, HubEntry } from '../hub.ts'
import { refuse } from '../import.ts'
import { dropNarrative, keepBack, type Mapper, nowhere } from '../mapper.ts'
import { isClinical, patientOf, referenceOf } from '../patient.ts'
import { carryExtras } from './extras.ts'
import { repair } from './repair.ts'

/** Hub resources as a `ki` document. What is none of critical information's stays behind and goes to the ledger. */
export function hubToKi(hub: Hub, mapper: Mapper, fail: (code: 'CNV-005') => never): JsonObject {
  const patient = patientOf(hub, fail)
  const document: JsonObject = { format: 'kritisk-informasjon', versjon: '1.0', pasient: {} }
  const sources = new Map<Json, JsonObject>()
  for (const entry of hub.entries.filter(({ resource }) => isClinical(resource))) {
    const record = recordOf(entry, hub, patient, mapper)
    if (record !== undefined) sources.set(record, entry.resource)
  }
  if (patient !== undefined) addPatient(patient.resource, document, mapper)
  document.registreringer = [...sources.keys()]
  repair(document, sources, mapper)
  return document
}

function addPatient(patient: JsonObject, document: JsonObject, mapper: Mapper): void {
  const person = document.pasient as JsonObject
  claimIdentity(patient, mapper)
  claimProfile(patient, 'http://hl7.eu/fhir/base/StructureDefinition/patient-eu-core', mapper)
  mapper.map('ki-r4/pasient', 'backward', patient, person, nowhere)
  mapper.map('ki-r4/innsyn', 'backward', patient, document, nowhere)
  dropNarrative(patient, mapper)
  carryExtras(patient, person, mapper)
}

/** Ids of resources are the container's business: they are made anew, alike for alike. */
function claimIdentity(resource: JsonObject, mapper: Mapper): void {
  mapper.books.claim(resource, 'resourceType')
  if (resource.resourceType === 'Patient') mapper.books.claim(resource, 'id')
}

function claimProfile(resource: JsonObject, profile: string, mapper: Mapper): void {
  const profiles = isObject(resource.meta) ? resource.meta.profile : undefined
  if (!Array.isArray(profiles)) return
  for (const [index, one] of profiles.entries()) if (one === profile) mapper.books.claim(profiles, index)
}

function recordOf(entry: HubEntry, hub: Hub, patient: HubEntry | undefined, mapper: Mapper): JsonObject | undefined {
  const { resource } = entry
  if (refuse(resource, hub, mapper) || refuseDisputed(resource, 'ki', hub, mapper)) return undefined
  const record: JsonObject = {}
  const row = mapper.map(tableOf(resource, mapper), 'backward', resource, record, surroundings(resource, hub, mapper))
  if (row !== undefined) {
    keepBack(resource, row, 'ki', mapper)
    return undefined
  }
  claimIdentity(resource, mapper)
  claimPatient(resource, hub, patient, mapper)
  dropNarrative(resource, mapper)
  if (record.id === undefined) {
    record.id = uuid5(entry.fullUrl)
    mapper.books.added('ki.id', 'derived', record, 'id')
  }
  carryExtras(resource, record, mapper, deviceOf(resource, hub))
  return record
}

const tables: Readonly<Record<string, string>> = {
  AllergyIntolerance: 'ki-r4/allergy',
  Procedure: 'ki-r4/procedure',
  DeviceUseStatement: 'ki-r4/device-use',
  Flag: 'ki-r4/flag',
  Consent: 'ki-r4/consent',
}

/** A Condition is of several kinds; the number of the kind tells which table maps it. */
function tableOf(resource: JsonObject, mapper: Mapper): string {
  const table = tables[wordOf(resource.resourceType)]
  if (table !== undefined) return table
  const categories = Array.isArray(resource.category) ? resource.category : []
  const codes = categories.flatMap((one) => (isObject(one) && Array.isArray(one.coding) ? one.coding : []))
  const kinds = mapper.codes('ki-kinds')
  const kind = codes.filter(isObject).find((one) => one.system === kinds.leftSystem)
  return rowsOfLeft(kinds, kind?.code)[0]?.right ?? 'ki-r4/condition'
}

/** A reference to the document's own patient says nothing that the document does not. */
function claimPatient(resource: JsonObject, hub: Hub, patient: HubEntry | undefined, mapper: Mapper): void {
  const device = deviceOf(resource, hub)?.patient
  for (const reference of [referenceOf(resource), isObject(device) ? device : undefined]) {
    if (reference === undefined || patient === undefined || typeof reference.reference !== 'string') continue
    if (hub.find(reference.reference) === patient) mapper.books.claim(reference, 'reference')
  }
}

function surroundings(resource: JsonObject, hub: Hub, mapper: Mapper): Surroundings {
  return { ...nowhere, resolve: (reference, role) => resolvePart(reference, role, resource, hub, mapper) }
}
