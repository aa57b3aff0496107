import { decodeBase64, encodeJson } from '../../document/base64.ts'
import type { Books } from '../../document/books.ts'
import { isObject, type Json, type JsonObject, objectsIn } from '../../document/json.ts'
import { tryJson } from '../../document/json-try.ts'
import { writeJson } from '../../document/json-write.ts'
import { uuid5 } from '../../document/uuid.ts'
import { arrangeResource } from '../arrange.ts'
import type { HubEntry } from '../hub.ts'
import { kindIn, kindSystem } from '../kind.ts'
import { nameOf } from './alerts.ts'

const contentType = 'application/fhir+json'
const loinc = { system: 'http://loinc.org', code: '42348-3' } as const

/**
 * An advance directive as the document that the section takes instead of a Consent: EPS's own invariant
 * `eps-bundle-subject-ref` asks a Consent for `subject`, which R4 does not give it
 * (https://build.fhir.org/ig/hl7-eu/eps/StructureDefinition-bundle-eu-eps.html). The document holds the Consent itself, and says
 * in words what it is. `consent` is as rows have made it for a summary, with its references.
 */
export function directiveOf(
  consent: JsonObject,
  source: JsonObject,
  patient: string,
  fullUrl: string,
  books: Books,
): HubEntry {
  const title = titleOf(consent)
  const attachment: JsonObject = {
    contentType,
    language: 'nb',
    data: encodeJson(writeJson(arrangeResource(consent))),
    title,
  }
  const kind = kindIn(consent.category)
  const resource: JsonObject = {
    resourceType: 'DocumentReference',
    id: consent.id ?? uuid5(`DocumentReference/${fullUrl}`),
    ...(Array.isArray(consent.identifier) ? { identifier: consent.identifier } : {}),
    status: 'current',
    type: { ...(kind === undefined ? {} : { coding: [{ system: kindSystem, code: kind }] }), text: title },
    category: [{ coding: [{ ...loinc }] }],
    subject: { reference: patient },
    ...dateOf(consent),
    ...authorsOf(consent),
    description: describe(consent),
    content: [{ attachment }],
  }
  for (const key of Object.keys(source)) books.link('eps.directive', source, key, attachment, 'data')
  return { fullUrl, resource }
}

/** A server's address of the Consent would name another type than the document has (R4 bundle, fullUrl and resource agree). */
export function directiveAddress(fullUrl: string): string {
  return fullUrl.startsWith('urn:') ? fullUrl : `urn:uuid:${uuid5(`DocumentReference/${fullUrl}`)}`
}

/** What the document is called. */
export function titleOf(consent: JsonObject): string {
  const kind = kindIn(consent.category)
  return kind === undefined ? 'Forhåndsdirektiv (advance directive)' : nameOf(kind)
}

/** What a reader has to know without opening the document. */
export function describe(consent: JsonObject): string {
  return `${titleOf(consent)}: gjelder (in force)`
}

/** DocumentReference.date is an instant; a day would have to be given an hour that nobody stated. */
function dateOf({ dateTime }: JsonObject): JsonObject {
  return typeof dateTime === 'string' && /^[^T]*T.*(?:Z|[+-]\d\d:\d\d)$/.test(dateTime) ? { date: dateTime } : {}
}

function authorsOf({ performer }: JsonObject): JsonObject {
  const references = Array.isArray(performer)
    ? performer.filter((one) => isObject(one) && one.reference !== undefined)
    : []
  return references.length === 0 ? {} : { author: references }
}

/**
 * The Consent that a document holds, if that is what it is: one of a kind that only a Consent has, or an advance directive, with
 * a Consent in FHIR's own syntax for its content.
 */
export function consentIn(resource: JsonObject): JsonObject | undefined {
  if (resource.resourceType !== 'DocumentReference') return undefined
  if (!isDirectiveKind(kindIn(resource.type)) && !isAdvanceDirective(resource.category)) return undefined
  const attachment = attachmentOf(resource)
  const data = attachment?.contentType === contentType ? attachment.data : undefined
  const text = typeof data === 'string' ? decodeBase64(data) : undefined
  const found = text === undefined ? undefined : tryJson(text)
  return isObject(found) && found.resourceType === 'Consent' ? found : undefined
}

function isAdvanceDirective(category: Json | undefined): boolean {
  const codings = objectsIn(category).flatMap(({ coding }) => coding ?? [])
  return codings.some((one) => isObject(one) && one.system === loinc.system && one.code === loinc.code)
}

/** The kinds that are a Consent: 8 and 11 (list 7650). */
export function isDirectiveKind(kind: string | undefined): boolean {
  return kind === '8' || kind === '11'
}

/** The one attachment of a document. */
export function attachmentOf(resource: JsonObject): JsonObject | undefined {
  const contents = objectsIn(resource.content)
  const only = contents.length === 1 ? contents[0]?.attachment : undefined
  return isObject(only) ? only : undefined
}
