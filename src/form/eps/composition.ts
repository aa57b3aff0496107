import type { Json, JsonObject } from '../../document/json.ts'
import { uuid5 } from '../../document/uuid.ts'
import type { HubEntry } from '../hub.ts'
import { digestOf, originalDocument } from './attachment.ts'
import { type EmptyReason, historySection, mandatory, section } from './sections.ts'
import { label, narrative } from './xhtml.ts'

/** What a document is put together from. */
export interface Parts {
  readonly patient: HubEntry
  readonly tool: HubEntry
  readonly records: readonly HubEntry[]
  readonly companions: readonly HubEntry[]
  readonly provenances: readonly HubEntry[]
  readonly empty: EmptyReason
  /** The document's timestamp. */
  readonly now: string
}

/** The document Bundle: Composition first, and everything that it leads to. */
export function close(parts: Parts, original: Json | undefined): JsonObject {
  const { patient, tool, records, companions, provenances, now } = parts
  const attached =
    original === undefined
      ? undefined
      : originalDocument(original, patient.fullUrl, digestOf([patient, ...records, ...provenances, ...companions]))
  // Whoever changed a record is reached from its Provenance only, so that stands before them.
  const body = [patient, ...records, ...(attached === undefined ? [] : [attached]), ...provenances, ...companions, tool]
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

function compositionOf({ patient, tool, records, empty, now }: Parts, attached: HubEntry | undefined): JsonObject {
  const home =
    attached === undefined
      ? undefined
      : mandatory.find(
          (kind) => kind.type !== undefined && records.some(({ resource }) => resource.resourceType === kind.type),
        )
  const sections = mandatory.map((kind) => {
    const own = records.filter(({ resource }) => kind.type !== undefined && resource.resourceType === kind.type)
    return section(kind, attached !== undefined && kind === home ? [...own, attached] : own, empty)
  })
  if (attached !== undefined && home === undefined) sections.push(section(historySection, [attached], empty))
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
    section: sections,
  }
}
