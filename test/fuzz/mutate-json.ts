import fc from 'fast-check'
import { Decimal, getKey, isObject, type Json, type JsonObject, setKey } from '../../src/document/json.ts'
import { writeJson } from '../../src/document/json-write.ts'
import { mark } from './target.ts'

/** Values that are wrong in most places, in ways that programs fail at. */
export const scraps: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, 0, -1, 1.5, '', ' ', 'x', '#', '*', '__proto__', [], {}, [null], [[]], [{}]),
  fc.constantFrom<Json>(
    'constructor',
    'urn:uuid:nobody',
    '2024-02-30',
    '9999-99',
    '\u0000',
    '\ud800',
    '\u202e',
    'a'.repeat(5000),
  ),
  fc.constantFrom<Json>(
    { resourceType: 'Patient' },
    { extension: [null] },
    { reference: '#' },
    { toString: 1, length: -1 },
  ),
  fc.constantFrom<Json>('../../../etc/passwd', 'C:\\x', '<script>', ']]>', '\n::error::x', '{{1}}', '%00', '$&', '\\'),
  fc.integer(),
  fc.string({ unit: 'binary' }),
)

/** One thing done to a document at one of its places; numbers are taken modulo what there is. */
export interface Edit {
  readonly kind: Kind
  readonly at: number
  readonly from: number
  readonly scrap: Json
}
const kinds = [
  'drop',
  'scrap',
  'add',
  'double',
  'many',
  'graft',
  'rename',
  'wrap',
  'deep',
  'swap',
  'text',
  'companion',
] as const
type Kind = (typeof kinds)[number]

/** One to eight edits. */
export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({ kind: fc.constantFrom(...kinds), at: fc.nat(), from: fc.nat(), scrap: scraps }),
  { minLength: 0, maxLength: 8 },
)

type Holder = JsonObject | Json[]
interface Place {
  readonly holder: Holder
  readonly key: string
}

/** A copy of a document with edits, of which grafts come from another one. */
export function edited(document: Json, other: Json, changes: readonly Edit[]): Json {
  const root = copyOf(document)
  const donors = placesOf(other)
  for (const { kind, at, from, scrap } of changes) {
    const places = placesOf(root)
    const place = places[at % Math.max(places.length, 1)]
    const donor = donors[from % Math.max(donors.length, 1)]
    const second = places[from % Math.max(places.length, 1)]
    if (place !== undefined) actions[kind](place, { scrap, graft: donor === undefined ? null : valueAt(donor), second })
  }
  return root
}

interface Material {
  readonly scrap: Json
  readonly graft: Json
  readonly second: Place | undefined
}

const actions: Readonly<Record<Kind, (place: Place, material: Material) => void>> = {
  drop: remove,
  scrap: (place, { scrap }) => put(place, copyOf(scrap)),
  add: ({ holder }, { scrap, second }) => put({ holder, key: second?.key ?? 'x' }, copyOf(scrap)),
  double: (place) => put(place, [copyOf(valueAt(place)), copyOf(valueAt(place))]),
  many: (place) =>
    put(
      place,
      Array.from({ length: 200 }, () => 0).map(() => small(valueAt(place))),
    ),
  graft: (place, { graft }) => put(place, copyOf(graft)),
  rename: (place, { second }) => {
    const value = valueAt(place)
    remove(place)
    put({ holder: place.holder, key: second?.key ?? '__proto__' }, value)
  },
  wrap: (place) => put(place, { extension: [valueAt(place)] }),
  deep: (place, { second }) => {
    let value = small(valueAt(place))
    for (let level = 0; level < 70; level++) value = level % 2 === 0 ? { [second?.key ?? 'a']: value } : [value]
    put(place, value)
  },
  swap: (place, { second }) => {
    if (second === undefined) return
    const [one, other] = [copyOf(valueAt(place)), copyOf(valueAt(second))]
    put(place, other)
    put(second, one)
  },
  text: (place, { scrap }) => {
    const value = valueAt(place)
    if (typeof value === 'string') put(place, typeof scrap === 'string' ? value + scrap : value.slice(0, -1))
  },
  companion: ({ holder, key }, { scrap }) => put({ holder, key: `_${key}` }, copyOf(scrap)),
}

/** A value that may stand many times without filling the memory. */
function small(value: Json): Json {
  return writeJson(value).length > 2000 ? 'x' : copyOf(value)
}

function placesOf(value: Json, found: Place[] = []): Place[] {
  if (!Array.isArray(value) && !isObject(value)) return found
  for (const key of Object.keys(value)) {
    found.push({ holder: value, key })
    placesOf(valueAt({ holder: value, key }), found)
  }
  return found
}

function valueAt({ holder, key }: Place): Json {
  return (Array.isArray(holder) ? holder[Number(key)] : getKey(holder, key)) ?? null
}

function put({ holder, key }: Place, value: Json): void {
  if (!Array.isArray(holder)) setKey(holder, key, value)
  else if (holder[Number(key)] === undefined) holder.push(value)
  else holder[Number(key)] = value
}

function remove({ holder, key }: Place): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1)
  else delete holder[key]
}

export function copyOf(value: Json): Json {
  if (Array.isArray(value)) return value.map(copyOf)
  if (!isObject(value) || value instanceof Decimal) return value
  const copy: JsonObject = {}
  for (const key of Object.keys(value)) setKey(copy, key, copyOf(getKey(value, key) as Json))
  return copy
}

/** Members whose values are words of the form, not of the person. */
const formal =
  /^(?:resourceType|url|system|profile|reference|format|versjon|type|fullUrl|valueUri|valueCanonical|instantiates.*|xmlns)$/

/**
 * The document with a mark in the texts of the person. Codes and ids keep their meaning: they decide what is done. What
 * stands where no text is expected is left.
 */
export function marked(value: Json, isAll: boolean, key = ''): Json {
  if (Array.isArray(value)) return value.map((member) => marked(member, isAll, key))
  if (isObject(value) && !(value instanceof Decimal)) {
    const copy: JsonObject = {}
    for (const name of Object.keys(value)) setKey(copy, name, marked(getKey(value, name) as Json, isAll, name))
    return copy
  }
  if (typeof value !== 'string') return value
  return texts.test(key) || (isAll && !formal.test(key)) ? `${mark}${value.length % 7}` : value
}
const texts =
  /^(?:text|tekst|display|visning|family|given|etternavn|fornavn|mellomnavn|line|city|value|nummer|merknad|kommentar|valueString|valueMarkdown|description|note|title|navn|orgNavn|data)$/
