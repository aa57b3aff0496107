import { decodeBase64, encodeJson } from '../../document/base64.ts'
import { isObject, type Json, type JsonObject, objectsIn } from '../../document/json.ts'
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
export function originalDocument(original: Json, patient: string, digest: string): HubEntry {
  const id = uuid5(`DocumentReference/${patient}/${digest}`)
  const resource: JsonObject = {
    resourceType: 'DocumentReference',
    id,
    text: narrative(`<p>${label(title, 'the Norwegian original of this information')}</p>`),
    masterIdentifier: { system: digestSystem, value: digest },
    status: 'current',
    type: { text: title },
    subject: { reference: patient },
    content: [
      {
        attachment: { contentType: 'application/json', language: 'nb', data: encodeJson(writeJson(original)), title },
      },
    ],
  }
  return { fullUrl: `urn:uuid:${id}`, resource }
}

/** Told by the mark that only this software sets. */
export function isOriginal(resource: JsonObject): boolean {
  return resource.resourceType === 'DocumentReference' && digestIn(resource) !== undefined
}

/** The text of the attached original; undefined if it is not there or not text. */
export function originalText(resource: JsonObject): string | undefined {
  const contents = objectsIn(resource.content)
  const attachment = contents[0]?.attachment
  const data = isObject(attachment) ? attachment.data : undefined
  return typeof data === 'string' ? decodeBase64(data) : undefined
}

/**
 * A mark of the entries that an original went out with. If they come back with the same mark, nobody has changed them,
 * and the original stands as it is; a mark that does not fit (another writer, another syntax) only costs a comparison.
 * It guards against chance, not against forgery: whoever could forge it could as well change the original.
 */
export function digestOf(entries: readonly HubEntry[]): string {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (const { resource } of entries) {
    // Narrative says what the elements say, and is made anew anyway. JSON has no undefined, so it is left out.
    const text = JSON.stringify({ ...arrangeResource(resource), text: undefined })
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index)
      high = Math.imul(high ^ unit, 2654435761)
      low = ((low << 5) - low + unit) | 0
    }
  }
  return ((high >>> 0) * 0x100000 + ((low >>> 0) >>> 12)).toString(16).padStart(13, '0')
}

export function digestIn(resource: JsonObject): string | undefined {
  const identifier = resource.masterIdentifier
  const { system, value } = isObject(identifier) ? identifier : {}
  return system === digestSystem && typeof value === 'string' ? value : undefined
}
