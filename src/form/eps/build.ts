import { type Json, type JsonObject, objectsIn } from '../../document/json.ts'
import type { Hub, HubEntry } from '../hub.ts'
import type { Mapper } from '../mapper.ts'
import { isClinical } from '../patient.ts'
import { alertsOf } from './alerts.ts'
import { Companions } from './companions.ts'
import { close } from './composition.ts'
import { addText } from './narrative-actors.ts'
import type { EpsOptions, Fail } from './options.ts'
import { patientEntry } from './patient-entry.ts'
import { provenanceOf } from './provenance.ts'
import { type MadeRecord, recordEntry, type Workshop } from './record.ts'
import type { EmptyReason } from './sections.ts'
import { toolDevice } from './tool.ts'
import { label } from './xhtml.ts'

/** A summary before it is closed: the original may still be attached to it, once it is known what did not cross. */
export interface EpsDraft {
  /** Makes the document; `original` is what to attach, if anything. The entries stay the same objects. */
  close(original: Json | undefined): JsonObject
}

/** Hub resources as a European Patient Summary. */
export function hubToEps(hub: Hub, options: EpsOptions, mapper: Mapper, fail: Fail): EpsDraft {
  const patient = patientEntry(hub, options, mapper, fail)
  const tool = toolDevice(options.version, options.mappings)
  const companions = new Companions(hub, mapper, patient.fullUrl, options)
  const refer = (reference: string) => companions.refer(reference)
  const made = recordsOf({ hub, options, mapper, companions, patient: patient.fullUrl, refer })
  for (const { source, entry } of made) {
    const provenance = provenanceOf(source, entry, tool.fullUrl, options.now, mapper, refer)
    if (provenance !== undefined) companions.provenances.push(provenance)
  }
  for (const entry of companions.provenances)
    addText(entry.resource, label('Endring av en oppføring', 'change of a record'))
  const alerts = options.alerts === 'none' ? [] : alertsOf(made, patient.fullUrl, mapper)
  const empty: EmptyReason = isPrivate(hub) ? 'withheld' : 'unavailable'
  const { entries, provenances } = companions
  const records = made.map(({ entry }) => entry)
  const parts = { patient, tool, records, alerts, companions: entries, provenances, empty, now: options.now }
  return { close: (original) => close(parts, original) }
}

type SourcedRecord = MadeRecord & { readonly source: JsonObject }

/**
 * The records in the order of the hub. Alerts of the hub are made last: they may lead to other records, and only then is it
 * known which of these are in the document.
 */
function recordsOf(shop: Workshop): SourcedRecord[] {
  const made = new Map<HubEntry, SourcedRecord>()
  const make = (entry: HubEntry, around: Workshop) => {
    const record = recordEntry(entry, around)
    if (record !== undefined) made.set(entry, { ...record, source: entry.resource })
  }
  const all = shop.hub.entries.filter(({ resource }) => isClinical(resource))
  const isAlert = ({ resource }: HubEntry) => resource.resourceType === 'Flag'
  for (const entry of all) if (!isAlert(entry)) make(entry, shop)
  const refer = (reference: string) => {
    const target = shop.hub.find(reference)
    return (target === undefined ? undefined : made.get(target))?.fullUrl ?? shop.refer(reference)
  }
  for (const entry of all) if (isAlert(entry)) make(entry, { ...shop, refer })
  return all.flatMap((entry) => made.get(entry) ?? [])
}

/** Innsyn: a reservation or a restriction that the source told of. */
function isPrivate(hub: Hub): boolean {
  const extensions = hub.of('Patient').flatMap(({ resource }) => objectsIn(resource.extension))
  return extensions.some(
    (one) =>
      typeof one.url === 'string' &&
      one.url.startsWith('urn:kritinfo:StructureDefinition:') &&
      one.valueBoolean === true,
  )
}
