import { childOf, isObject, type Json, type JsonObject, objectsIn, textOf } from '../../document/json.ts'
import { uuid5 } from '../../document/uuid.ts'
import type { CodeTable } from '../../terminology/code-table.ts'
import { statusCode } from '../certainty.ts'
import type { HubEntry } from '../hub.ts'
import { kindNames, kindOf, kindSystem } from '../kind.ts'
import type { Mapper } from '../mapper.ts'
import { conceptText, headingText, kindText, word } from './narrative-words.ts'
import { isInForce } from './state.ts'
import { escapeText, label, narrative, plainText } from './xhtml.ts'

/** Marks what this software has worked out from other entries, for the way back. */
export const derivedTag = { system: 'urn:kritinfo:tag', code: 'derived' } as const
/** An alert is named after its record, so that what is left alone can still say which record it was. */
export const alertSystem = 'urn:kritinfo:varsel'
/** The record that an alert is about (https://hl7.org/fhir/R4/extension-flag-detail.html). */
export const detailUrl = 'http://hl7.org/fhir/StructureDefinition/flag-detail'

/** A record that an alert may be derived from, as the summary has it. */
export interface Alertable {
  /** Where the record stands in the document. */
  readonly fullUrl: string
  /** The record itself; of an advance directive the Consent that its document holds. */
  readonly record: JsonObject
  /** What the record is about. */
  readonly concept: Json | undefined
}

/**
 * The alert that EHDS expects beside a record of certain kinds (`mappings/codes/alerts.yaml`): a Flag that says no more than
 * the record and leads to it. Undefined for a kind without one.
 */
export function alertOf(
  { fullUrl, record, concept }: Alertable,
  patient: string,
  codes: CodeTable,
): HubEntry | undefined {
  const kind = kindOf(record)
  const row = codes.rows.find((one) => one.left === kind && one.relation !== 'no-map')
  if (kind === undefined || row === undefined) return undefined
  const id = uuid5(`Flag/${fullUrl}`)
  const category = { system: codes.rightSystem, code: row.right }
  const resource: JsonObject = {
    resourceType: 'Flag',
    id,
    meta: { profile: ['http://hl7.eu/fhir/base/StructureDefinition/flag-patient-eu-core'], tag: [{ ...derivedTag }] },
    extension: [{ url: detailUrl, valueReference: { reference: fullUrl } }],
    identifier: [{ system: alertSystem, value: textOf(record.id) || fullUrl }],
    status: 'active',
    category: [
      { coding: [row.rightDisplay === undefined ? category : { ...category, display: row.rightDisplay }] },
      { coding: [{ system: kindSystem, code: kind }], text: nameOf(kind) },
    ],
    code: codeOfAlert(concept, kind, doubtOf(record)),
    subject: { reference: patient },
  }
  resource.text = narrative(alertText(resource, kind, doubtOf(record)))
  return { fullUrl: `urn:uuid:${id}`, resource }
}

const unsure: ReadonlySet<string | undefined> = new Set(['unconfirmed', 'provisional', 'differential'])

/** What the record's narrative says of its certainty, where it is not confirmed. */
function doubtOf(record: JsonObject): string | undefined {
  const certainty = statusCode(record, 'verificationStatus')
  return unsure.has(certainty) ? word(certainty) : undefined
}

/**
 * The record's concept, always with words: who reads an alert has no time to look codes up. A Flag has no certainty, so one of
 * what is not confirmed begins with it in words, and has no codes, which would say that it is so.
 */
function codeOfAlert(concept: Json | undefined, kind: string, doubt: string | undefined): JsonObject {
  const codings = isObject(concept) && Array.isArray(concept.coding) ? concept.coding : []
  // Copies: a place of the document is known by its object, and this is another place.
  const coding = codings.length === 0 ? {} : { coding: codings.map((one) => (isObject(one) ? { ...one } : one)) }
  const text = headingText(concept)
  const words = text === undefined || text === '' || isCode(text, concept) ? nameOf(kind) : text
  return doubt === undefined ? { ...coding, text: words } : { text: `${plainText(doubt)}: ${words}` }
}

function isCode(text: string, concept: Json | undefined): boolean {
  const codings = objectsIn(childOf(concept, 'coding'))
  return isObject(concept) && concept.text === undefined && codings.every((one) => one.display !== text)
}

/** A kind by name, in both languages, as plain text. */
export function nameOf(kind: string): string {
  const [nb, en] = kindNames[kind] ?? [kind, kind]
  return `${nb} (${en})`
}

function alertText(flag: JsonObject, kind: string, doubt: string | undefined): string {
  const title = conceptText(flag.code) ?? ''
  const certainty = doubt === undefined ? '' : `<li>${label('Sikkerhet', 'certainty')}: ${doubt}</li>`
  return `<p><b>${escapeText(title)}</b></p><ul><li>${label('Varsel om', 'alert')}: ${kindText(kind) ?? ''}</li>${certainty}</ul>`
}

/** Alerts of all records that have one and hold now: never of what is refuted, deleted or over. The ledger tells each. */
export function alertsOf(records: readonly Alertable[], patient: string, mapper: Mapper): HubEntry[] {
  const codes = mapper.codes('alerts')
  return records.flatMap((record) => {
    const made = isInForce(record.record) ? alertOf(record, patient, codes) : undefined
    if (made === undefined) return []
    mapper.books.added('eps.alert', 'derived', made.resource, 'code')
    return [made]
  })
}

/** Was this Flag derived by this software? Told by its tag, or by its identifier where a server has taken tags away. */
export function isDerived(resource: JsonObject): boolean {
  if (resource.resourceType !== 'Flag') return false
  const tags = objectsIn(childOf(resource.meta, 'tag'))
  const isTagged = tags.some(({ system, code }) => system === derivedTag.system && code === derivedTag.code)
  return isTagged || recordIdOf(resource) !== undefined
}

/** The id of the record that a derived alert was made from. */
export function recordIdOf(flag: JsonObject): string | undefined {
  const identifiers = objectsIn(flag.identifier)
  const value = identifiers.find(({ system }) => system === alertSystem)?.value
  return typeof value === 'string' ? value : undefined
}

/** Where the record of an alert stands. */
export function detailOf(flag: JsonObject): string | undefined {
  const extensions = objectsIn(flag.extension)
  const reference = extensions.find(({ url }) => url === detailUrl)?.valueReference
  return isObject(reference) && typeof reference.reference === 'string' ? reference.reference : undefined
}
