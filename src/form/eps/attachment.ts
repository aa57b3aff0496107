import { decodeBase64, encodeBase64 } from '../../document/base64.ts'
import { isObject, type Json, type JsonObject } from '../../document/json.ts'
import { writeJson } from '../../document/json-write.ts'
import { uuid5 } from '../../document/uuid.ts'
import type { HubEntry } from '../hub.ts'
import { label, narrative } from './xhtml.ts'

const type = { system: 'urn:kritinfo:CodeSystem:document-type', code: 'original' }
const title = 'Pasientens kritiske informasjon (original)'

/**
 * The Norwegian original beside the summary, as MyHealth@EU has always sent it: what has no place in standard elements
 * is not lost, and a receiver without any Norwegian package need not look.
 */
export function originalDocument(original: Json, patient: string): HubEntry {
  const text = writeJson(original)
  const id = uuid5(`DocumentReference/${text}`)
  const resource: JsonObject = {
    resourceType: 'DocumentReference',
    id,
    text: narrative(`<p>${label(title, 'the Norwegian original of this information')}</p>`),
    status: 'current',
    type: { coding: [{ ...type }], text: title },
    subject: { reference: patient },
    content: [{ attachment: { contentType: 'application/json', language: 'nb', data: encodeBase64(text), title } }],
  }
  return { fullUrl: `urn:uuid:${id}`, resource }
}

export function isOriginal(resource: JsonObject): boolean {
  const codings = isObject(resource.type ?? null) ? (resource.type as JsonObject).coding : undefined
  return resource.resourceType === 'DocumentReference' && Array.isArray(codings) && codings.some((one) => isObject(one) && one.system === type.system && one.code === type.code)
}

/** The text of the attached original; undefined if it is not there or not text. */
export function originalText(resource: JsonObject): string | undefined {
  const contents = Array.isArray(resource.content) ? resource.content.filter(isObject) : []
  const attachment = contents[0]?.attachment
  const data = isObject(attachment ?? null) ? (attachment as JsonObject).data : undefined
  return typeof data === 'string' ? decodeBase64(data) : undefined
}
