import { isObject, type Json, type JsonObject } from '../../document/json.ts'
import { type Hub, type HubEntry, patientKey } from '../hub.ts'
import { refuseModifier } from '../import.ts'
import { dropNarrative, type Mapper } from '../mapper.ts'
import { isClinical } from '../patient.ts'
import { Companions } from './companions.ts'
import { close } from './composition.ts'
import { businessIdentifier } from './identity.ts'
import { describeRecord, isEnteredInError, isRefuted } from './narrative.ts'
import { addText } from './narrative-actors.ts'
import { around, type EpsOptions, type Fail } from './options.ts'
import { patientEntry } from './patient-entry.ts'
import { provenanceOf } from './provenance.ts'
import type { EmptyReason } from './sections.ts'
import { toolDevice } from './tool.ts'
import { label, narrative } from './xhtml.ts'

/** A summary before it is closed: the original may still be attached to it, once it is known what did not cross. */
export interface EpsDraft {
  /** Makes the document; `original` is what to attach, if anything. The entries stay the same objects. */
  close(original: Json | undefined): JsonObject
}

/** Hub resources as a European Patient Summary. */
export function hubToEps(hub: Hub, options: EpsOptions, mapper: Mapper, fail: Fail): EpsDraft {
  const patient = patientEntry(hub, options, mapper, fail)
  const tool = toolDevice(options.version, options.mappings)
  const companions = new Companions(hub, mapper, patient.fullUrl)
  const records: HubEntry[] = []
  for (const entry of hub.entries) {
    if (!isClinical(entry.resource)) continue
    const made = recordEntry(entry, hub, patient.fullUrl, options, companions, mapper)
    if (made === undefined) continue
    records.push(made)
    const provenance = provenanceOf(entry.resource, made, tool.fullUrl, options.now, mapper.books, (reference) =>
      companions.refer(reference),
    )
    if (provenance !== undefined) companions.provenances.push(provenance)
  }
  for (const entry of companions.provenances)
    addText(entry.resource, label('Endring av en oppføring', 'change of a record'))
  const empty: EmptyReason = isPrivate(hub) ? 'withheld' : 'unavailable'
  const { entries, provenances } = companions
  const parts = { patient, tool, records, companions: entries, provenances, empty, now: options.now }
  return { close: (original) => close(parts, original) }
}

const tables: Readonly<Record<string, string>> = { AllergyIntolerance: 'r4-eps/allergy', Condition: 'r4-eps/condition' }

function recordEntry(
  entry: HubEntry,
  hub: Hub,
  patient: string,
  options: EpsOptions,
  companions: Companions,
  mapper: Mapper,
): HubEntry | undefined {
  const { resource } = entry
  const type = String(resource.resourceType)
  if (refuseModifier(resource, mapper)) return undefined
  if (options.refuted === 'omit' && isRefuted(resource))
    return void mapper.books.keepOut('eps.refuted', 'withheld', resource)
  const made: JsonObject = { resourceType: type }
  mapper.books.claim(resource, 'resourceType')
  // Claimed before the rows see it: it is made anew.
  if (resource.text !== undefined) mapper.books.claim(resource, 'text')
  dropNarrative(resource, mapper)
  const row = mapper.map(
    tables[type] as string,
    'forward',
    resource,
    made,
    around(options, (reference) => companions.refer(reference)),
  )
  if (row !== undefined) {
    if (!isEnteredInError(resource)) mapper.report('CNV-010', resource, 'resourceType', { row, form: 'eps' })
    return void mapper.books.keepOut(row, 'withheld', resource)
  }
  finishRecord(made, resource, patient, hub)
  return { fullUrl: entry.fullUrl, resource: made }
}

function finishRecord(made: JsonObject, resource: JsonObject, patient: string, hub: Hub): void {
  const key = patientKey(made.resourceType)
  const stated = isObject(made[key]) ? made[key] : {}
  made[key] = { ...stated, reference: patient }
  const identifier = businessIdentifier(made.id)
  const identifiers = Array.isArray(made.identifier) ? made.identifier : []
  if (identifier !== undefined && !identifiers.some((one) => isObject(one) && one.value === identifier.value))
    made.identifier = [...identifiers, identifier]
  made.text = narrative(describeRecord({ ...made, recorder: resource.recorder ?? null }, hub))
}

/** Innsyn: a reservation or a restriction that the source told of. */
function isPrivate(hub: Hub): boolean {
  const extensions = hub
    .of('Patient')
    .flatMap(({ resource }) => (Array.isArray(resource.extension) ? resource.extension.filter(isObject) : []))
  return extensions.some(
    (one) =>
      typeof one.url === 'string' &&
      one.url.startsWith('urn:kritinfo:StructureDefinition:') &&
      one.valueBoolean === true,
  )
}
