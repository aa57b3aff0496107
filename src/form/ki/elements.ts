import { isObject, type Json, type JsonObject } from '../../document/json.ts'

/** What stands at a place of the form. */
export interface Element {
  readonly kind: 'text' | 'number' | 'boolean' | 'list' | 'object' | 'json'
  /** What the members of a list are. */
  readonly of?: Element['kind']
  /** The words that may stand there, where the schema lists them. */
  readonly words?: readonly string[]
  /** It tells the alternatives of its parent apart, so each table is for some of its words only. */
  readonly discriminates?: true
  /** A member that its part of the form never lacks. */
  readonly required?: true
}

/** The parts of the form that tables name, and where the schema has them. */
const roots: Readonly<Record<string, readonly string[]>> = {
  dokument: [],
  registrering: ['$defs', 'registrering'],
  pasient: ['$defs', 'pasient'],
  kode: ['$defs', 'kode'],
  begrep: ['$defs', 'pagaendeBehandling', 'properties', 'behandling'],
  reaksjon: ['$defs', 'reaksjoner', 'items'],
  kilde: ['$defs', 'kilder', 'items'],
  helsepersonell: ['$defs', 'helsepersonell'],
  alder: ['$defs', 'hendelse', 'properties', 'alder'],
}

/** The elements of the `ki` form, read from its JSON Schema (`profiles/kritinfo.ki/ki.schema.json`). */
export function kiElements(schema: Json) {
  const reader = new SchemaReader(schema)
  return {
    isRoot: (root: string) => Object.hasOwn(roots, root),
    element: (root: string, names: readonly string[]) => reader.element(root, names),
    members: (root: string, names: readonly string[]) => reader.members(root, names),
    required: (root: string) => reader.required(root),
  }
}

class SchemaReader {
  readonly #discriminators = new Set<string>()
  constructor(readonly schema: Json) {}

  element(root: string, names: readonly string[]): Element | undefined {
    let found = this.#root(root)
    let required: readonly string[] = []
    for (const name of names) {
      required = requiredBy(found)
      found = found.flatMap((one) => this.#members(one, name))
    }
    if (found.length === 0) return undefined
    const last = names.at(-1) ?? ''
    return {
      ...elementOf(found, (one) => this.#alternatives(one)),
      ...(this.#discriminators.has(last) ? { discriminates: true } : {}),
      ...(names.length === 1 && required.includes(last) ? { required: true } : {}),
    }
  }

  /** The names that may stand there. */
  members(root: string, names: readonly string[]): readonly string[] {
    const found = names.reduce((all, name) => all.flatMap((one) => this.#members(one, name)), this.#root(root))
    const items = found.flatMap((one) => (one.items === undefined ? [one] : this.#alternatives(one.items)))
    return [...new Set(items.flatMap(({ properties }) => (isObject(properties) ? Object.keys(properties) : [])))]
  }

  /** What all alternatives ask for. */
  required(root: string): readonly string[] {
    return requiredBy(this.#root(root))
  }

  #root(root: string): JsonObject[] {
    const path = Object.hasOwn(roots, root) ? roots[root] : undefined
    if (path === undefined) return []
    let place: Json | undefined = this.schema
    for (const key of path) place = isObject(place) ? place[key] : undefined
    return this.#alternatives(place)
  }

  /** Of a list those of its members. */
  #members(schema: JsonObject, name: string): JsonObject[] {
    if (schema.items !== undefined) return this.#alternatives(schema.items).flatMap((one) => this.#members(one, name))
    const { properties } = schema
    return isObject(properties) && Object.hasOwn(properties, name) ? this.#alternatives(properties[name]) : []
  }

  /** A reference is what it leads to with what stands beside it; a choice is each of its alternatives. */
  #alternatives(schema: Json | undefined): JsonObject[] {
    if (!isObject(schema)) return []
    const { discriminator } = schema
    if (isObject(discriminator)) this.#discriminators.add(String(discriminator.propertyName))
    if (Array.isArray(schema.oneOf)) return schema.oneOf.flatMap((one) => this.#alternatives(one))
    if (typeof schema.$ref !== 'string') return [schema]
    const { $ref, ...beside } = schema
    let place: Json | undefined = this.schema
    for (const key of $ref.split('/').slice(1)) place = isObject(place) ? place[key] : undefined
    return this.#alternatives(place).map((one) => ({ ...one, ...beside }))
  }
}

function requiredBy(schemas: readonly JsonObject[]): readonly string[] {
  const lists = schemas.map(({ required }) => (Array.isArray(required) ? required.map(String) : []))
  return (lists[0] ?? []).filter((name) => lists.every((list) => list.includes(name)))
}

function elementOf(schemas: readonly JsonObject[], open: (schema: Json | undefined) => JsonObject[]): Element {
  const words = new Set(schemas.flatMap(wordsOf))
  const kinds = new Set(schemas.map(kindOf))
  const [kind = 'json'] = kinds.size === 1 ? kinds : []
  const [item] = schemas.flatMap((one) => open(one.items))
  return {
    kind,
    ...(kind === 'list' && item !== undefined ? { of: kindOf(item) } : {}),
    ...(words.size > 0 && schemas.every((one) => wordsOf(one).length > 0) ? { words: [...words] } : {}),
  }
}

function wordsOf(schema: JsonObject): string[] {
  if (typeof schema.const === 'string') return [schema.const]
  return Array.isArray(schema.enum) ? schema.enum.filter((one) => typeof one === 'string') : []
}

const kinds: Readonly<Record<string, Element['kind']>> = {
  string: 'text',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  array: 'list',
  object: 'object',
}

function kindOf(schema: JsonObject): Element['kind'] {
  if (wordsOf(schema).length > 0) return 'text'
  return typeof schema.type === 'string' ? (kinds[schema.type] ?? 'json') : 'json'
}
