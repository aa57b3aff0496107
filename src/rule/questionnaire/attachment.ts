import { isObject } from '../../document/json.ts'
import { numberOf } from '../../fhirpath/compare.ts'
import type { Asking, Given } from './asking.ts'
import { extensionOf, extensionsOf, textOf } from './parts.ts'

const structure = 'http://hl7.org/fhir/StructureDefinition/'

/** Kind and size of a file (https://hl7.org/fhir/R4/extension-mimetype.html, https://hl7.org/fhir/R4/extension-maxsize.html). */
export function checkAttachment({ question, value, path }: Given, { report }: Asking): void {
  if (!isObject(value)) return
  const { json, linkId } = question
  const allowed = extensionsOf(json, `${structure}mimeType`).filter((one) => typeof one === 'string')
  const type = textOf(value, 'contentType')
  if (allowed.length > 0 && !allowed.some((one) => isKind(type, one)))
    report(path, 'QRS-029', { linkId, allowed: allowed.join(', ') })
  const limit = numberOf(extensionOf(json, `${structure}maxSize`))
  const size = sizeOf(textOf(value, 'data')) ?? numberOf(value.size)
  if (limit !== undefined && size !== undefined && size > limit) report(path, 'QRS-030', { linkId, limit })
}

/** `image/*` allows every kind of image; parameters (`; charset=utf-8`) make no other kind. */
function isKind(type: string | undefined, allowed: string): boolean {
  const plain = type?.split(';', 1)[0]?.trim().toLowerCase()
  const wanted = allowed.trim().toLowerCase()
  if (plain === undefined) return false
  return plain === wanted || (wanted.endsWith('/*') && plain.startsWith(wanted.slice(0, -1)))
}

/** Bytes that base64 stands for: three for four characters, without the padding. */
function sizeOf(data: string | undefined): number | undefined {
  if (data === undefined) return undefined
  const digits = data.replace(/[\s=]+/g, '').length
  return Math.floor((digits * 3) / 4)
}
