import { Decimal, type Json } from '../document/json.ts'
import type { IssueCode } from '../issue/catalogue.ts'
import type { Params } from '../issue/issue.ts'
import { isAbsolute } from './reference-form.ts'
import { isCalendarDate } from '../document/calendar.ts'

/** Says what is wrong with a primitive. */
type Say = (code: IssueCode, params?: Params) => void
type Format = (value: Json, say: Say) => void

const uuid = /^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const oid = /^urn:oid:[0-2](\.(0|[1-9][0-9]*))+$/

/**
 * How each primitive type is written (https://hl7.org/fhir/R4/datatypes.html#primitive). A value of the wrong JSON type
 * is one finding, and nothing more is said of it.
 */
const formats: Readonly<Record<string, Format>> = {
  boolean: (value, say) => {
    if (typeof value !== 'boolean') say('FMT-001', { type: 'boolean', expected: 'boolean', found: jsonType(value) })
  },
  integer: whole('integer', -2_147_483_648, 2_147_483_647),
  unsignedInt: whole('unsignedInt', 0, 2_147_483_647),
  positiveInt: whole('positiveInt', 1, 2_147_483_647),
  decimal: (value, say) => {
    if (typeof value !== 'number' && !(value instanceof Decimal))
      say('FMT-001', { type: 'decimal', expected: 'number', found: jsonType(value) })
  },
  string: text('string', checkString),
  markdown: text('markdown', checkString),
  code: text(
    'code',
    matching('code', /^[^\s]+( [^\s]+)*$/, 'a code without white space at its ends or doubled inside'),
  ),
  id: text('id', matching('id', /^[A-Za-z0-9\-.]{1,64}$/, '1 to 64 letters, digits, hyphens and dots')),
  uri: text('uri', checkUri),
  url: text('url', checkUri),
  canonical: text('canonical', checkCanonical),
  oid: text('oid', matching('oid', oid, 'urn:oid: with numbers and dots')),
  uuid: text('uuid', matching('uuid', uuid, 'urn:uuid: with a UUID in lower case')),
  base64Binary: text('base64Binary', checkBase64),
  instant: text('instant', checkInstant),
  date: text('date', checkDate),
  dateTime: text('dateTime', checkDateTime),
  time: text(
    'time',
    matching('time', /^([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?$/, 'hours, minutes and seconds, as in 23:59:00'),
  ),
}

/** The check of a primitive type's value; nothing for `xhtml`, which has a rule of its own, and for what is no primitive. */
export function formatOf(type: string): Format | undefined {
  return Object.hasOwn(formats, type) ? formats[type] : undefined
}

/** The JSON type of a value, in words for a message. */
export function jsonType(value: Json | undefined): string {
  if (value === null || value === undefined) return 'null'
  if (value instanceof Decimal) return 'number'
  return Array.isArray(value) ? 'array' : typeof value
}

function whole(type: string, least: number, most: number): Format {
  return (value, say) => {
    if (typeof value !== 'number' && !(value instanceof Decimal))
      return say('FMT-001', { type, expected: 'number', found: jsonType(value) })
    if (value instanceof Decimal || !Number.isInteger(value))
      return say('FMT-003', { type, form: 'a whole number without decimals' })
    if (value < least || value > most) say('FMT-006', { type, range: `${least} to ${most}` })
  }
}

function text(type: string, check: (value: string, say: Say) => void): Format {
  return (value, say) => {
    if (typeof value !== 'string') say('FMT-001', { type, expected: 'string', found: jsonType(value) })
    else if (value === '') say('FMT-002')
    else check(value, say)
  }
}

function matching(type: string, pattern: RegExp, form: string): (value: string, say: Say) => void {
  return (value, say) => {
    if (!pattern.test(value)) say('FMT-003', { type, form })
  }
}

/** "Strings SHALL NOT exceed 1MB": of Unicode characters, here of UTF-16 units, which are never fewer. */
const longest = 1_048_576
/** What https://hl7.org/fhir/R4/datatypes.html#string rules out: characters below 32 but tab, line feed and carriage return. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/

function checkString(value: string, say: Say): void {
  if (value.length > longest) say('FMT-005', { limit: longest })
  if (control.test(value)) say('FMT-008')
  else if (isBlank(value.charCodeAt(0)) || isBlank(value.charCodeAt(value.length - 1)))
    say(value.trim() === '' ? 'FMT-008' : 'FMT-007')
}

/** A no-break space shows nothing either. */
function isBlank(unit: number): boolean {
  return isSpace(unit) || unit === 0xa0
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d)
}

const uuidForm = 'a UUID in lower case'
const oidForm = 'an OID: numbers with dots between'

function checkUri(value: string, say: Say): void {
  if (/\s/.test(value)) say('FMT-003', { type: 'uri', form: 'a URI without white space' })
  else if (value.startsWith('urn:uuid:')) {
    if (!uuid.test(value)) say('FMT-009', { prefix: 'urn:uuid:', form: uuidForm })
  } else if (value.startsWith('urn:oid:')) {
    if (!oid.test(value)) say('FMT-009', { prefix: 'urn:oid:', form: oidForm })
  } else if (value.startsWith('oid:') || value.startsWith('uuid:')) {
    say('FMT-003', { type: 'uri', form: 'urn:oid: or urn:uuid: in full' })
  }
}

/** With an optional version after a bar (https://hl7.org/fhir/R4/references.html#canonical). */
function checkCanonical(value: string, say: Say): void {
  if (!value.startsWith('#') && !isAbsolute(value)) say('FMT-010')
  else checkUri(value.replace(/\|.*$/s, ''), say)
}

/** In groups of four, the last one padded; white space between is tolerated, as older writers break lines. */
function checkBase64(value: string, say: Say): void {
  // Attachments are long: what has no white space is searched once and not copied.
  const text = blanks.test(value) ? value.replace(/\s+/g, '') : value
  const end = text.search(/[^A-Za-z0-9+/]/)
  const padding = end < 0 ? '' : text.slice(end)
  if ((padding !== '' && padding !== '=' && padding !== '==') || text.length % 4 !== 0)
    say('FMT-003', { type: 'base64Binary', form: 'base64 in groups of four characters' })
}

const blanks = /\s/

const datePart = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/
const timePart = /^([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-](0\d|1[0-3]):[0-5]\d|[+-]14:00)?$/

function checkDate(value: string, say: Say): void {
  if (!datePart.test(value)) say('FMT-003', { type: 'date', form: 'YYYY, YYYY-MM or YYYY-MM-DD' })
  else if (!isCalendarDate(value)) say('FMT-004')
}

function checkDateTime(value: string, say: Say): void {
  const [day = '', time, ...more] = value.split('T')
  const form = 'YYYY, YYYY-MM, YYYY-MM-DD, or a date with time, seconds and zone'
  if (time === undefined) {
    if (!datePart.test(day)) say('FMT-003', { type: 'dateTime', form })
    else if (!isCalendarDate(day)) say('FMT-004')
    return
  }
  const match = more.length > 0 || day.length !== 10 || !datePart.test(day) ? null : timePart.exec(time)
  if (match === null) say('FMT-003', { type: 'dateTime', form })
  else if (match[4] === undefined) say('FMT-011')
  else if (!isCalendarDate(day)) say('FMT-004')
}

function checkInstant(value: string, say: Say): void {
  const [day = '', time = '', ...more] = value.split('T')
  const match = more.length > 0 || day.length !== 10 || !datePart.test(day) ? null : timePart.exec(time)
  if (match?.[4] === undefined) say('FMT-003', { type: 'instant', form: 'a date with time, seconds and zone' })
  else if (!isCalendarDate(day)) say('FMT-004')
}
