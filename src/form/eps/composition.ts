import type { Json, JsonObject } from '../../document/json.ts'
import { uuid5 } from '../../document/uuid.ts'
import type { HubEntry } from '../hub.ts'
import { originalDocument } from './attachment.ts'
import { type EmptyReason, historySection, mandatory, optional, type SectionKind, section } from './sections.ts'
import { label, narrative } from './xhtml.ts'

/** What a document is put together from. */
export interface Parts {
  readonly patient: HubEntry
  readonly tool: HubEntry
  readonly records: readonly HubEntry[]
  /** Worked out from the records. */
  readonly alerts: readonly HubEntry[]
  readonly companions: readonly HubEntry[]
  readonly provenances: readonly HubEntry[]
  readonly empty: EmptyReason
  /** The document's timestamp. */
  readonly now: string
}

/** The document Bundle: Composition first, and everything that it leads to. */
export function close(parts: Parts, original: Json | undefined): JsonObject {
  const { patient, tool, records, alerts, companions, provenances, now } = parts
  const attached =
    original === undefined
      ? undefined
      : originalDocument(original, patient, [...records, ...alerts, ...provenances, ...companions])
  // Whoever changed a record is reached from its Provenance only, so that stands before them.
  const beside = [...(attached === undefined ? [] : [attached]), ...provenances, ...companions, tool]
  const body = [patient, ...records, ...alerts, ...beside]
  const composition = compositionOf(parts, attached)
  const id = uuid5(['Bundle', now, ...body.map(({ fullUrl }) => fullUrl)].join(' '))
  composition.id = uuid5(`Composition/${id}`)
  const identifier = { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${id}` }
  composition.identifier = { ...identifier }
  const entries: HubEntry[] = [{ fullUrl: `urn:uuid:${composition.id}`, resource: composition }, ...body]
  return {
    resourceType: 'Bundle',
    id,
    meta: { profile: ['http://hl7.eu/fhir/eps/StructureDefinition/bundle-eu-eps'] },
    language: 'nb',
    identifier,
    type: 'document',
    timestamp: now,
    entry: entries.map(({ fullUrl, resource }) => ({ fullUrl, resource })),
  }
}

/** The sections with what stands in them; the original stands in the first that has an entry. */
function sectionsOf({ records, alerts, empty }: Parts, attached: HubEntry | undefined): JsonObject[] {
  const entriesOf = ({ type }: SectionKind) =>
    [...records, ...alerts].filter(({ resource }) => type !== undefined && resource.resourceType === type)
  const kinds = [...mandatory, ...optional.filter((kind) => entriesOf(kind).length > 0)]
  const home = attached === undefined ? undefined : (kinds.find((kind) => entriesOf(kind).length > 0) ?? historySection)
  return [...kinds, ...(home === historySection ? [home] : [])].map((kind) =>
    section(kind, attached !== undefined && kind === home ? [...entriesOf(kind), attached] : entriesOf(kind), empty),
  )
}

function compositionOf(parts: Parts, attached: HubEntry | undefined): JsonObject {
  const { patient, tool, now } = parts
  return {
    resourceType: 'Composition',
    id: '',
    meta: { profile: ['http://hl7.eu/fhir/eps/StructureDefinition/composition-eu-eps'] },
    language: 'nb',
    text: narrative(
      `<p>${label('Europeisk pasientoppsummering med kritisk informasjon', 'European Patient Summary of critical information')}</p>`,
    ),
    status: 'final',
    type: { coding: [{ system: 'http://loinc.org', code: '60591-5' }] },
    subject: { reference: patient.fullUrl },
    date: now,
    author: [{ reference: tool.fullUrl }],
    title: 'European Patient Summary',
    section: sectionsOf(parts, attached),
  }
}
