import fc from 'fast-check'
import { Decimal, type Json } from '../../src/document/json.ts'

/** Values for the leaves of a `ki` document. People are invented, and their numbers cannot be a person's. */

const words = [
  'Penicillin',
  'hevelse i ansiktet',
  'på',
  'året',
  'Ærlig talt',
  'blåbær',
  'Ø',
  'sår',
  'reaksjon',
  '1,5 mg',
]
const awkward = [
  ' ',
  '\n',
  '\r\n',
  '\r',
  '\t',
  '<b>',
  '&',
  '&amp;',
  '&#13;',
  ']]>',
  '"',
  "'",
  '\\',
  '😀',
  'é',
  'e\u0301',
]
const exotic = ['\u00a0', '\u2028', '\u0085', '中文', '\u200d', '#', '{', '$', '0', '-']
const wild = fc
  .array(fc.constantFrom(...words, ...awkward, ...exotic), { minLength: 1, maxLength: 6 })
  .map((pieces) => pieces.join(''))
  .filter((text) => text.trim() !== '')

const samples: Readonly<Record<string, readonly string[]>> = {
  fornavn: ['Åse', 'Øyvind', 'Bjørn', 'Søren', 'Anne-Lise', 'Máret', 'Zoë'],
  mellomnavn: ['Ås', 'Lie', 'Bjørnå'],
  etternavn: ['Nordmann', 'Sørås', 'Bjørnstjerne', 'Hætta', "O'Tåke", 'Test-Ødegård'],
  linjer: ['Testveien 1 B', 'Prøvegata 12', 'c/o Oppdiktet', 'Blåbærstien 3'],
  postnummer: ['0001', '9790', '5003', '7491'],
  poststed: ['Tromsø', 'Oslo', 'Kárášjohka', 'Mo i Rana'],
  land: ['NO', 'Norge', 'SE'],
  navn: ['Berg, Tove', 'Ås legesenter (test)', 'Lunde, Pål', 'Sørnes sykehjem (test)'],
  rolleVisning: ['Lege', 'Sykepleier', 'Psykolog'],
  sti: ['reaction[0].severity', 'extension[2]', 'code.coding[0].extension[0]', 'note[1].authorReference'],
}

/** Text as it may stand at a member of this name; now and then text that tries the writers. */
export function text(name: string): fc.Arbitrary<string> {
  const known = samples[name]
  const plain = known === undefined ? fc.constantFrom(...words) : fc.constantFrom(...known)
  return fc.oneof({ weight: 3, arbitrary: plain }, { weight: known === undefined ? 3 : 1, arbitrary: wild })
}

const pad = (value: number, length: number): string => String(value).padStart(length, '0')
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

const parts = fc.tuple(
  fc.integer({ min: 1900, max: 2049 }),
  fc.integer({ min: 1, max: 12 }),
  fc.integer({ min: 1, max: 31 }),
)
const fullDate = parts.map(
  ([year, month, day]) => `${year}-${pad(month, 2)}-${pad(Math.min(day, daysIn(year, month)), 2)}`,
)

/** A date of any precision. */
export const date = fc.tuple(fullDate, fc.constantFrom(4, 7, 10, 10)).map(([whole, length]) => whole.slice(0, length))

const zone = fc.constantFrom('Z', '+01:00', '+02:00', '-03:30', '+14:00', '+00:00')
const clock = fc.tuple(fc.nat(23), fc.nat(59), fc.nat(59), fc.constantFrom('', '.5', '.120', '.000'))

/** A date of any precision, or a time of day with its zone. */
export const dateTime = fc.oneof(
  date,
  fc
    .tuple(fullDate, clock, zone)
    .map(([day, [h, m, s, rest], offset]) => `${day}T${pad(h, 2)}:${pad(m, 2)}:${pad(s, 2)}${rest}${offset}`),
)

/** An id or a version. */
export const id = fc.oneof(
  { weight: 4, arbitrary: fc.uuid() },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 99_999 }).map((number) => `test-${number}.a`) },
)

/** An absolute URI. */
export const uri = fc.oneof(
  fc.constantFrom('http://nhn.no/kj/fhir/StructureDefinition/CodeInfoText', 'urn:oid:2.16.578.1.12.4.1.1.7520'),
  fc.nat(999).map((number) => `https://example.org/fhir/StructureDefinition/test-${number}`),
)

/** A number that is not negative: ages in whole units, halves, and decimals whose text matters. */
export const number: fc.Arbitrary<number | Decimal> = fc.oneof(
  { weight: 4, arbitrary: fc.nat(110) },
  { weight: 1, arbitrary: fc.constantFrom(0.5, 1.25, 33.1) },
  { weight: 1, arbitrary: fc.nat(99).map((whole) => new Decimal(`${whole}.50`)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('1e2', '4.0', '0.10', '12345678901234567890').map((raw) => new Decimal(raw)),
  },
)

const jsonLeaf: fc.Arbitrary<Json> = fc.oneof(
  wild,
  fc.boolean(),
  number,
  fc.constantFrom<Json>(null, '', '\u0001', '\uffff', -7, new Decimal('-0'), [], {}),
)

/** Any JSON, a few levels deep. */
export const json: fc.Arbitrary<Json> = fc.oneof(
  { weight: 3, arbitrary: jsonLeaf },
  { weight: 1, arbitrary: fc.array(jsonLeaf, { maxLength: 3 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('url', 'valueString', 'Å b', '__proto__'), jsonLeaf)
      .map(([key, value]): Json => Object.fromEntries([[key, [{ [key]: value }]]])),
  },
)

function weighted(digits: readonly number[], weights: readonly number[]): number {
  return digits.reduce((sum, digit, index) => sum + digit * (weights[index] ?? 0), 0)
}

/** The remainder that makes the weighted sum divisible by 11; 10 is no digit. */
function check(digits: readonly number[], weights: readonly number[]): number {
  return (11 - (weighted(digits, weights) % 11)) % 11
}

/** Both check digits of an eleven-digit number, or nothing if there are none. */
function elevenDigits(nine: string): string | undefined {
  const digits = [...nine].map(Number)
  const first = check(digits, [3, 7, 6, 1, 8, 9, 4, 5, 2])
  const second = check([...digits, first], [5, 4, 3, 2, 7, 6, 5, 4, 3, 2])
  return first === 10 || second === 10 ? undefined : `${nine}${first}${second}`
}

function firstOf(make: (step: number) => string | undefined): string {
  for (let step = 0; ; step++) {
    const found = make(step)
    if (found !== undefined) return found
  }
}

/**
 * A synthetic number of the kind wanted: the month has 80 added, the D number's day 40; check digits are right.
 * A joint emergency number begins with 8 or 9 and is made with such a month as well.
 */
export function identityNumber(
  type: string,
  [year, month, day]: readonly [number, number, number],
  serial: number,
): string {
  if (type === 'dufNummer') return dufNumber(year, serial)
  const offset = type === 'dNummer' ? 40 : 0
  const start = type === 'fellesHjelpenummer' ? `8${serial % 10}` : pad(Math.min(day, daysIn(year, month)) + offset, 2)
  const front = `${start}${pad(month + 80, 2)}${pad(year % 100, 2)}`
  const century = year < 2000 ? 0 : 500
  return firstOf((step) => elevenDigits(`${front}${pad(century + ((serial + step) % 500), 3)}`))
}

/** Year, running number, and a remainder of two digits. */
function dufNumber(year: number, serial: number): string {
  const ten = `${year}${pad(serial, 6)}`
  return `${ten}${pad(weighted([...ten].map(Number), [4, 6, 3, 2, 4, 6, 3, 2, 7, 5]) % 11, 2)}`
}

/** What `identityNumber` needs to know. */
export const birth = fc.tuple(
  fc.integer({ min: 1900, max: 2039 }),
  fc.integer({ min: 1, max: 12 }),
  fc.integer({ min: 1, max: 31 }),
)
export const serial = fc.nat(499)

/** A number that the register of legal entities would not give out: theirs begin with 8 or 9. */
export const organisationNumber = fc.nat(9_999_999).map((start) =>
  firstOf((step) => {
    const eight = `1${pad((start + step) % 10_000_000, 7)}`
    const last = check([...eight].map(Number), [3, 2, 7, 6, 5, 4, 3, 2])
    return last === 10 ? undefined : `${eight}${last}`
  }),
)

/** A number in the range that the test register of health personnel uses. */
export const hprNumber = fc.nat(9999).map((last) => `22220${pad(last, 4)}`)
