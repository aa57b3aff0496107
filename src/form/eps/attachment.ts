import { encodeJson } from '../../document/base64.ts'
import { isObject, type Json, type JsonObject } from '../../document/json.ts'
import { writeJson } from '../../document/json-write.ts'
import { uuid5 } from '../../document/uuid.ts'
import { arrangeResource } from '../arrange.ts'
import type { HubEntry } from '../hub.ts'
import { label, narrative } from './xhtml.ts'

const digestSystem = 'urn:kritinfo:digest'
const title = 'Pasientens kritiske informasjon (original)'

/**
 * The Norwegian original beside the summary, as MyHealth@EU has always sent it: what has no place in standard elements
 * is not lost, and a receiver without any Norwegian package need not look.
 */
export function originalDocument(original: Json, patient: HubEntry, others: readonly HubEntry[]): HubEntry {
  const data = encodeJson(writeJson(original))
  const value = writeMark({ patient: digestOf([patient]), others: digestOf(others), data: digestOfData(data) })
  const id = uuid5(`DocumentReference/${patient.fullUrl}/${value}`)
  const resource: JsonObject = {
    resourceType: 'DocumentReference',
    id,
    text: narrative(`<p>${label(title, 'the Norwegian original of this information')}</p>`),
    masterIdentifier: { system: digestSystem, value },
    status: 'current',
    type: { text: title },
    subject: { reference: patient.fullUrl },
    content: [{ attachment: { contentType: 'application/json', language: 'nb', data, title } }],
  }
  return { fullUrl: `urn:uuid:${id}`, resource }
}

/** Told by the mark that only this software sets. */
export function isOriginal(resource: JsonObject): boolean {
  return resource.resourceType === 'DocumentReference' && digestIn(resource) !== undefined
}

/**
 * A mark of what an original went out with. If the entries come back with the same mark, nobody has changed them, and the
 * original stands as it is; entries that do not fit (another writer, another syntax) only cost a comparison. An original that
 * does not fit is another one, and is not believed. The mark guards against chance and against exchange, not against forgery:
 * whoever could forge it could as well change the entries.
 */
export interface Mark {
  readonly patient: string
  /** Of the entries beside the patient. */
  readonly others: string
  /** Of the bytes of the original, as base64. */
  readonly data: string
}

function writeMark({ patient, others, data }: Mark): string {
  return [patient, others, data].join('-')
}

/** The mark on an original; undefined for one that does not bind all of it. */
export function markOn(resource: JsonObject): Mark | undefined {
  const [patient, others, data, ...rest] = (digestIn(resource) ?? '').split('-')
  if (patient === undefined || others === undefined || data === undefined || rest.length > 0) return undefined
  return { patient, others, data }
}

export function digestOf(entries: readonly HubEntry[]): string {
  // Narrative says what the elements say, and is made anew anyway. JSON has no undefined, so it is left out.
  return digestOfTexts(entries.map(({ resource }) => JSON.stringify({ ...arrangeResource(resource), text: undefined })))
}

/** XML may break the lines of base64 (https://hl7.org/fhir/R4/datatypes.html#base64Binary). */
export function digestOfData(data: string): string {
  return digestOfTexts([/\s/.test(data) ? data.replace(/\s/g, '') : data])
}

function digestOfTexts(texts: readonly string[]): string {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (const text of texts) {
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index)
      high = Math.imul(high ^ unit, 2654435761)
      low = ((low << 5) - low + unit) | 0
    }
  }
  return ((high >>> 0) * 0x100000 + ((low >>> 0) >>> 12)).toString(16).padStart(13, '0')
}

function digestIn(resource: JsonObject): string | undefined {
  const identifier = resource.masterIdentifier
  const { system, value } = isObject(identifier) ? identifier : {}
  return system === digestSystem && typeof value === 'string' ? value : undefined
}
