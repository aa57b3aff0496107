import type { IssueCode } from '../issue/catalogue.ts'
import { type Issue, issue, KritinfoError } from '../issue/issue.ts'
import type { Limits } from './limits.ts'
import { Lines } from './lines.ts'

export interface Decoded {
  readonly text: string
  readonly issues: readonly Issue[]
}

/**
 * Bytes to text. FHIR is UTF-8 and nothing else (https://hl7.org/fhir/R4/json.html#2.6.2.1,
 * https://hl7.org/fhir/R4/xml.html); a byte order mark is no part of it (RFC 8259 section 8.1) but harmless.
 *
 * Throws `KritinfoError` for what is empty (DOC-002), binary (DOC-003), UTF-16 or UTF-32 (DOC-004), not UTF-8
 * (DOC-005) or too large (DOC-007).
 */
export function decode(input: Uint8Array | string, limits: Limits): Decoded {
  if (input.length > limits.bytes) fail('DOC-007', { limit: limits.bytes })
  const text = typeof input === 'string' ? input : decodeBytes(input)
  const marked = text.charCodeAt(0) === 0xfeff
  const content = marked ? text.slice(1) : text
  if (content.trim() === '') fail('DOC-002')
  return { text: content, issues: marked ? [issue('DOC-006', { line: 1, column: 1 })] : [] }
}

/** Throws `KritinfoError` (DOC-003, DOC-004) for bytes that begin as no text in UTF-8 does. */
export function demandText(beginning: Uint8Array): void {
  if (isWide(beginning)) fail('DOC-004')
  if (beginsBinary(beginning)) fail('DOC-003')
}

function decodeBytes(bytes: Uint8Array): string {
  demandText(bytes)
  try {
    return whole.decode(bytes)
  } catch {
    return failInUtf8(bytes)
  }
}

/** `ignoreBOM` keeps the mark in the text, where `decode` sees it. */
const options = { fatal: true, ignoreBOM: true }
/** For whole documents, after each of which it has nothing in mind. */
const whole = new TextDecoder('utf-8', options)

/** The characters that are whole in a beginning. */
function begun(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', options).decode(bytes, { stream: true })
}

/** A byte order mark of UTF-16 or UTF-32, or a NUL beside the first character, which is ASCII in JSON and XML. */
function isWide(bytes: Uint8Array): boolean {
  const [first, second, third, fourth] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true
  if (bytes.length < 2 || (first !== 0 && second !== 0)) return false
  if (first === 0 && second === 0) return third === 0xfe || (third === 0 && isAscii(fourth))
  return isAscii(first === 0 ? second : first) && (bytes.length < 4 || third === 0 || fourth === 0)
}

function isAscii(unit: number | undefined): boolean {
  return unit !== undefined && unit >= 0x20 && unit < 0x7f
}

/** Control characters that texts have: tab, line feed, form feed, return and escape; each is the bit of its number. */
const textual = (1 << 0x09) | (1 << 0x0a) | (1 << 0x0c) | (1 << 0x0d) | (1 << 0x1b)

/** Do the first bytes hold another character below space? */
function beginsBinary(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length, 1024)
  for (let at = 0; at < end; at++) {
    const unit = bytes[at] as number
    if (unit < 0x20 && ((textual >>> unit) & 1) === 0) return true
  }
  return false
}

/** The longest beginning that decodes is found by halving: whether a beginning decodes changes only once. */
function failInUtf8(bytes: Uint8Array): never {
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (decodes(bytes.subarray(0, middle))) good = middle
    else bad = middle
  }
  const before = begun(bytes.subarray(0, good))
  const text = before.startsWith('\ufeff') ? before.slice(1) : before
  throw new KritinfoError(issue('DOC-005', new Lines(text).position(text.length)))
}

function decodes(beginning: Uint8Array): boolean {
  try {
    begun(beginning)
    return true
  } catch {
    return false
  }
}

function fail(code: IssueCode, params: Record<string, number> = {}): never {
  throw new KritinfoError(issue(code, { line: 1, column: 1 }, params))
}
