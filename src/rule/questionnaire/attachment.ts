import { isObject } from '../../document/json.ts'
import { numberOf } from '../../fhirpath/compare.ts'
import type { Asking, Given } from './asking.ts'
import { limitOf, listsOf, shown } from './lists.ts'
import { textOf } from './parts.ts'

/** Kind and size of a file (https://hl7.org/fhir/R4/extension-mimetype.html, https://hl7.org/fhir/R4/extension-maxsize.html). */
export function checkAttachment({ question, value, path }: Given, asking: Asking): void {
  if (!isObject(value)) return
  const { linkId } = question
  const { files } = listsOf(question, asking)
  if (files.size > 0 && !kindsOf(textOf(value, 'contentType')).some((one) => files.has(one)))
    asking.report(path, 'QRS-029', { linkId, allowed: shown(files) })
  const limit = numberOf(limitOf(question, 'maxSize'))
  const size = sizeOf(textOf(value, 'data')) ?? numberOf(value.size)
  if (limit !== undefined && size !== undefined && size > limit) asking.report(path, 'QRS-030', { linkId, limit })
}

/** The kind itself, and all of its sort (`image/*`); parameters (`; charset=utf-8`) make no other kind. */
function kindsOf(contentType: string | undefined): string[] {
  const plain = contentType?.split(';', 1)[0]?.trim().toLowerCase()
  return plain === undefined ? [] : [plain, `${plain.slice(0, plain.indexOf('/'))}/*`]
}

/** Bytes that base64 stands for: three for four characters, without the padding. */
function sizeOf(data: string | undefined): number | undefined {
  if (data === undefined) return undefined
  const digits = data.replace(/[\s=]+/g, '').length
  return Math.floor((digits * 3) / 4)
}
