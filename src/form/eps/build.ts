import type { Surroundings } from '../../document/books.ts'
import { isObject, type Json, type JsonObject } from '../../document/json.ts'
import { uuid5 } from '../../document/uuid.ts'
import { type Hub, type HubEntry, patientKey } from '../hub.ts'
import { hasModifier } from '../import.ts'
import { dropNarrative, type Mapper, nowhere } from '../mapper.ts'
import { isClinical, patientOf } from '../patient.ts'
import { digestOf, originalDocument } from './attachment.ts'
import { businessIdentifier } from './identity.ts'
import { describeRecord, isRefuted } from './narrative.ts'
import { provenanceOf } from './provenance.ts'
import { expandRole } from './roles.ts'
import { type EmptyReason, historySection, mandatory, section } from './sections.ts'
import { toolDevice } from './tool.ts'
import { escapeText, label, narrative } from './xhtml.ts'

export interface EpsOptions {
  /** The document's timestamp, a FHIR instant. */
  readonly now: string
  readonly version: string
  readonly mappings: string
  readonly refuted: 'include' | 'omit'
  /** Leave extensions that only holders of Norwegian packages can read on the entries. */
  readonly foreignExtensions: boolean
}

export type Fail = (code: 'CNV-003' | 'CNV-005', params?: Readonly<Record<string, string>>) => never

/** A summary before it is closed: the original may still be attached to it, once it is known what did not cross. */
export interface EpsDraft {
  /** Makes the document; `original` is what to attach, if anything. The entries stay the same objects. */
  close(original: Json | undefined): JsonObject
}

/** Hub resources as a European Patient Summary. */
export function hubToEps(hub: Hub, options: EpsOptions, mapper: Mapper, fail: Fail): EpsDraft {
  const patient = patientEntry(hub, options, mapper, fail)
  const tool = toolDevice(options.version, options.mappings)
  const helpers = new Helpers(hub, mapper, patient.fullUrl)
  const records: HubEntry[] = []
  for (const entry of hub.entries) {
    if (!isClinical(entry.resource)) continue
    const made = recordEntry(entry, hub, patient.fullUrl, options, helpers, mapper)
    if (made === undefined) continue
    records.push(made)
    const provenance = provenanceOf(entry.resource, made, tool.fullUrl, options.now, mapper.books, (reference) =>
      helpers.refer(reference),
    )
    if (provenance !== undefined) helpers.provenances.push(provenance)
  }
  for (const entry of helpers.provenances)
    addText(entry.resource, label('Endring av en oppføring', 'change of a record'))
  const empty: EmptyReason = isPrivate(hub) ? 'withheld' : 'unavailable'
  return { close: (original) => close({ patient, tool, records, helpers, empty, options }, original) }
}

interface Parts {
  readonly patient: HubEntry
  readonly tool: HubEntry
  readonly records: readonly HubEntry[]
  readonly helpers: Helpers
  readonly empty: EmptyReason
  readonly options: EpsOptions
}

/** Resources that come along because a record refers to them. */
class Helpers {
  readonly entries: HubEntry[] = []
  readonly provenances: HubEntry[] = []
  readonly #placed = new Map<HubEntry, HubEntry>()
  constructor(
    readonly hub: Hub,
    readonly mapper: Mapper,
    readonly patient: string,
  ) {}

  /** The address in the document of what a reference means; undefined if that does not come along. */
  refer(reference: string): string | undefined {
    if (reference.startsWith('#')) return reference
    const entry = this.hub.find(reference)
    if (entry === undefined) return undefined
    if (entry.resource.resourceType === 'Patient') return this.patient
    if (isClinical(entry.resource)) return undefined
    if (!['PractitionerRole', 'Practitioner', 'Organization'].includes(String(entry.resource.resourceType)))
      return undefined
    return this.#place(entry).fullUrl
  }

  #place(entry: HubEntry): HubEntry {
    const known = this.#placed.get(entry)
    if (known !== undefined) return known
    const made =
      entry.resource.resourceType === 'PractitionerRole'
        ? expandRole(entry, this.mapper.books, (part) => this.#add(part))
        : this.#whole(entry)
    this.#placed.set(entry, made)
    addText(made.resource, actorText(made.resource))
    this.entries.push(made)
    if (made.resource.resourceType === 'PractitionerRole') this.#follow(made.resource)
    return made
  }

  #add(part: HubEntry): HubEntry {
    const known = this.entries.find((one) => one.fullUrl === part.fullUrl)
    if (known !== undefined) return known
    addText(part.resource, actorText(part.resource))
    this.entries.push(part)
    return part
  }

  #whole(entry: HubEntry): HubEntry {
    const made: JsonObject = {}
    for (const key of Object.keys(entry.resource)) {
      this.mapper.books.claim(entry.resource, key)
      made[key] = entry.resource[key] as Json
      this.mapper.books.link('eps.actor', entry.resource, key, made, key)
    }
    return { fullUrl: entry.fullUrl, resource: made }
  }

  /** References of a role that lead to other resources of the hub lead to them in the document too, or say no more than a name. */
  #follow(role: JsonObject): void {
    for (const key of ['practitioner', 'organization']) {
      const reference = role[key]
      if (!isObject(reference ?? null) || typeof (reference as JsonObject).reference !== 'string') continue
      const text = (reference as JsonObject).reference as string
      if (this.entries.some((one) => one.fullUrl === text)) continue
      const target = this.refer(text)
      const { reference: _, ...rest } = reference as JsonObject
      role[key] = target === undefined ? rest : { ...rest, reference: target }
    }
    for (const key of ['location', 'healthcareService', 'endpoint']) delete role[key]
  }
}

function patientEntry(hub: Hub, options: EpsOptions, mapper: Mapper, fail: Fail): HubEntry {
  const found = patientOf(hub, () => fail('CNV-005'))
  const missing = found === undefined ? ['name', 'birthDate'] : missingDemographics(found.resource)
  if (found === undefined || missing.length > 0) return fail('CNV-003', { missing: missing.join(' and ') })
  const made: JsonObject = { resourceType: 'Patient' }
  mapper.books.claim(found.resource, 'resourceType')
  dropNarrative(found.resource, mapper)
  mapper.map(
    'r4-eps/patient',
    'forward',
    found.resource,
    made,
    around(options, () => undefined),
  )
  if (typeof made.id !== 'string') made.id = uuid5(`Patient/${found.fullUrl}`)
  addText(made, patientText(made))
  return { fullUrl: found.fullUrl === '' ? `urn:uuid:${made.id}` : found.fullUrl, resource: made }
}

/** What EPS asks of the patient: ips-pat-1 wants a real name, EU core a birth date or the reason why there is none. */
function missingDemographics(patient: JsonObject): string[] {
  const names = Array.isArray(patient.name) ? patient.name.filter(isObject) : []
  const named = names.some(
    (name) => typeof name.text === 'string' || typeof name.family === 'string' || Array.isArray(name.given),
  )
  const born = patient.birthDate !== undefined || isObject(patient._birthDate ?? null)
  return [...(named ? [] : ['name']), ...(born ? [] : ['birthDate'])]
}

function around(options: EpsOptions, refer: (reference: string) => string | undefined): Surroundings {
  return {
    ...nowhere,
    refer,
    mayCarry: (url) =>
      options.foreignExtensions ||
      url.startsWith('http://hl7.org/fhir/StructureDefinition/') ||
      url.startsWith('http://hl7.eu/fhir/'),
  }
}

const tables: Readonly<Record<string, string>> = { AllergyIntolerance: 'r4-eps/allergy', Condition: 'r4-eps/condition' }

function recordEntry(
  entry: HubEntry,
  hub: Hub,
  patient: string,
  options: EpsOptions,
  helpers: Helpers,
  mapper: Mapper,
): HubEntry | undefined {
  const { resource } = entry
  const type = String(resource.resourceType)
  if (hasModifier(resource)) {
    mapper.report('CNV-011', resource, 'resourceType')
    return void mapper.books.keepOut('import.modifier-extension', 'withheld', resource)
  }
  if (options.refuted === 'omit' && isRefuted(resource))
    return void mapper.books.keepOut('eps.refuted', 'withheld', resource)
  const made: JsonObject = { resourceType: type }
  mapper.books.claim(resource, 'resourceType')
  dropNarrative(resource, mapper)
  const row = mapper.map(
    tables[type] as string,
    'forward',
    withoutText(resource, mapper),
    made,
    around(options, (reference) => helpers.refer(reference)),
  )
  if (row !== undefined) return void mapper.books.keepOut(row, 'withheld', resource)
  finishRecord(made, resource, patient, hub)
  return { fullUrl: entry.fullUrl, resource: made }
}

/** The narrative is claimed away before the rows see it: it is made anew. */
function withoutText(resource: JsonObject, mapper: Mapper): JsonObject {
  if (resource.text !== undefined) mapper.books.claim(resource, 'text')
  return resource
}

function finishRecord(made: JsonObject, resource: JsonObject, patient: string, hub: Hub): void {
  const key = patientKey(made.resourceType)
  const stated = isObject(made[key] ?? null) ? (made[key] as JsonObject) : {}
  made[key] = { ...stated, reference: patient }
  const identifier = businessIdentifier(made.id)
  const identifiers = Array.isArray(made.identifier) ? made.identifier : []
  if (identifier !== undefined && !identifiers.some((one) => isObject(one) && one.value === identifier.value))
    made.identifier = [...identifiers, identifier]
  made.text = narrative(describeRecord({ ...made, recorder: resource.recorder ?? null }, hub))
}

function addText(resource: JsonObject, body: string): void {
  resource.text = narrative(`<p>${body.trim() === '' ? label('Uten navn', 'unnamed') : body}</p>`)
}

function patientText(patient: JsonObject): string {
  const name = Array.isArray(patient.name) ? (patient.name[0] as JsonObject) : {}
  const given = Array.isArray(name.given) ? name.given.join(' ') : ''
  const text =
    typeof name.text === 'string' ? name.text : `${given} ${typeof name.family === 'string' ? name.family : ''}`.trim()
  return `${escapeText(text)}${typeof patient.birthDate === 'string' ? `, ${label('født', 'born')} ${escapeText(patient.birthDate)}` : ''}`
}

function actorText(resource: JsonObject): string {
  if (typeof resource.name === 'string') return escapeText(resource.name)
  const first =
    Array.isArray(resource.name) && isObject(resource.name[0] ?? null) ? (resource.name[0] as JsonObject) : undefined
  if (first !== undefined) {
    const given = Array.isArray(first.given) ? first.given.join(' ') : ''
    return escapeText(
      typeof first.text === 'string'
        ? first.text
        : `${given} ${typeof first.family === 'string' ? first.family : ''}`.trim(),
    )
  }
  return label('Helsepersonell', 'health professional')
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

function close(parts: Parts, original: Json | undefined): JsonObject {
  const { patient, tool, records, helpers, options } = parts
  const attached =
    original === undefined
      ? undefined
      : originalDocument(
          original,
          patient.fullUrl,
          digestOf([patient, ...records, ...helpers.provenances, ...helpers.entries]),
        )
  // Whoever changed a record is reached from its Provenance only, so that stands before them.
  const body = [
    patient,
    ...records,
    ...(attached === undefined ? [] : [attached]),
    ...helpers.provenances,
    ...helpers.entries,
    tool,
  ]
  const composition = compositionOf(parts, attached)
  const id = uuid5(['Bundle', options.now, ...body.map(({ fullUrl }) => fullUrl)].join(' '))
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
    timestamp: options.now,
    entry: entries.map(({ fullUrl, resource }) => ({ fullUrl, resource })),
  }
}

function compositionOf({ patient, tool, records, empty, options }: Parts, attached: HubEntry | undefined): JsonObject {
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
    date: options.now,
    author: [{ reference: tool.fullUrl }],
    title: 'European Patient Summary',
    section: sections,
  }
}
