import { sha1 } from '@noble/hashes/legacy.js'
import { bytesOf } from '../document/base64.ts'
import { isObject } from '../document/json.ts'
import type { Check } from './run.ts'

/** An attachment's size and hash are those of its data (https://hl7.org/fhir/R4/datatypes.html#Attachment). */
export const attachmentCheck: Check = (value, _extra, run) => {
  if (!isObject(value) || typeof value.data !== 'string') return
  const { data, size, hash } = value
  if (/\s/.test(data))
    run.report('FMT-003', { type: 'base64Binary', form: 'base64 without white space' }, undefined, ['data'])
  if (typeof size !== 'number' && typeof hash !== 'string') return
  // What is no base64 is told by the primitive's own rule.
  const bytes = bytesOf(data)
  if (bytes === undefined) return
  if (typeof size === 'number' && size !== bytes.length)
    run.report('FMT-014', { stated: 'a size' }, undefined, ['size'])
  if (typeof hash === 'string' && hash !== base64Of(sha1(bytes)))
    run.report('FMT-014', { stated: 'a hash' }, undefined, ['hash'])
}

function base64Of(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
}
