import { getKey, isObject, type Json, type JsonObject, type Path } from '../document/json.ts'
import { isAbsolute, literalOf, withoutFragment } from './reference-form.ts'

/** One entry of a Bundle that has a resource. */
export interface Entry {
  readonly index: number
  readonly path: Path
  readonly resource: JsonObject
  readonly fullUrl: string | undefined
}

/**
 * The entries of one Bundle, found as https://hl7.org/fhir/R4/bundle.html#references has it: an absolute reference by
 * `fullUrl`; a relative one by what it is beside the address of the entry it stands in, if that is one of a RESTful
 * server; one that names a version only by that version. Maps are made when first asked for.
 */
export class BundleEntries {
  readonly entries: readonly Entry[]
  #urls: Map<string, Entry[]> | undefined
  #names: Map<string, Entry[]> | undefined
  readonly #bases = new Map<Entry, string | undefined>()

  constructor(bundle: JsonObject, path: Path) {
    const members = getKey(bundle, 'entry')
    this.entries = (Array.isArray(members) ? members : []).flatMap((entry, index) => {
      const resource = isObject(entry) ? getKey(entry, 'resource') : undefined
      if (!isObject(entry) || !isObject(resource)) return []
      return [{ index, path: [...path, 'entry', index, 'resource'], resource, fullUrl: textAt(entry, 'fullUrl') }]
    })
  }

  /** The entries that a reference, in the entry given, means: one, if all is well. */
  find(reference: string, from: Entry | undefined): readonly Entry[] {
    const { address } = withoutFragment(reference)
    const url = isAbsolute(address) ? address : this.#besides(from, address)
    this.#urls ??= mapOf(this.entries, ({ fullUrl }) => fullUrl)
    return url === undefined ? [] : (this.#urls.get(url) ?? [])
  }

  /** The absolute form of a relative reference in an entry. */
  #besides(from: Entry | undefined, relative: string): string | undefined {
    if (from === undefined) return undefined
    if (!this.#bases.has(from)) this.#bases.set(from, baseOf(from))
    const base = this.#bases.get(from)
    return base === undefined ? undefined : base + relative
  }

  /** The entries of the type and id that a relative reference names, whatever their addresses are. */
  namesakes(reference: string): readonly Entry[] {
    const { address } = withoutFragment(reference)
    const [type, id] = address.split('/')
    this.#names ??= mapOf(this.entries, nameOf)
    return isAbsolute(address) || id === undefined ? [] : (this.#names.get(`${type}/${id}`) ?? [])
  }
}

/** Each entry under its key, and under that of its version. */
function mapOf(entries: readonly Entry[], keyOf: (entry: Entry) => string | undefined): Map<string, Entry[]> {
  const map = new Map<string, Entry[]>()
  const add = (key: string, entry: Entry) => {
    const present = map.get(key)
    if (present === undefined) map.set(key, [entry])
    else present.push(entry)
  }
  for (const entry of entries) {
    const key = keyOf(entry)
    if (key === undefined) continue
    add(key, entry)
    const meta = getKey(entry.resource, 'meta')
    const version = isObject(meta) ? textAt(meta, 'versionId') : undefined
    if (version !== undefined) add(`${key}/_history/${version}`, entry)
  }
  return map
}

function nameOf({ resource }: Entry): string | undefined {
  const id = textAt(resource, 'id')
  return id === undefined ? undefined : `${textAt(resource, 'resourceType')}/${id}`
}

/** What stands before type and id in the address of an entry; none if that is not an address of a RESTful server. */
function baseOf(entry: Entry): string | undefined {
  const place = entry.fullUrl === undefined ? undefined : literalOf(entry.fullUrl)
  if (place === undefined || place.base === '') return undefined
  const isOwn = place.version === undefined && `${place.type}/${place.id}` === nameOf(entry)
  return isOwn ? place.base : undefined
}

function textAt(object: JsonObject, key: string): string | undefined {
  const value: Json | undefined = getKey(object, key)
  return typeof value === 'string' ? value : undefined
}
