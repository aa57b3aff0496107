import { getKey, isObject, type Json, type JsonObject, type Path } from '../document/json.ts'
import { BundleEntries, type Entry } from './bundle-entries.ts'
import { isAbsolute } from './reference-form.ts'

/** What a reference means within the document. */
export interface Resolved {
  readonly resource: JsonObject
  readonly path: Path
  /** container: `#` alone · contained: `#id` · bundled: another entry of the Bundle, or the same. */
  readonly kind: 'container' | 'contained' | 'bundled'
  /** Of the entry, for what is bundled. */
  readonly fullUrl?: string
}

/** What references of a document mean within it. `from` is the resource that holds the reference, contained or not. */
export interface References {
  /** The one resource that is meant; undefined if there is none here, or more than one. */
  resolve(reference: string, from: JsonObject): Resolved | undefined
  /** All that the reference could mean: more than one shows an ambiguous document. */
  matches(reference: string, from: JsonObject): readonly Resolved[]
  /** Entries of the type and id that a relative reference names, but at another address, so that they are not meant. */
  namesakes(reference: string, from: JsonObject): readonly Resolved[]
}

/** Where a resource stands: what contains it, and the entry and the Bundles around, the innermost first. */
interface Home {
  readonly container: JsonObject
  readonly path: Path
  readonly around: readonly { readonly bundle: BundleEntries; readonly entry: Entry | undefined }[]
  /** Contained resources by id, made when first asked for. */
  contained?: ReadonlyMap<Json | undefined, readonly Resolved[]>
  /** What has been asked from here: rules, slices and invariants ask the same again and again. */
  readonly answers: Map<string, readonly Resolved[]>
}

const none: readonly Resolved[] = []

/**
 * Resolves references within a document: `#id` and `#` (https://hl7.org/fhir/R4/references.html#contained), and entries
 * of a Bundle (https://hl7.org/fhir/R4/bundle.html#references). What is not in the document is not resolved, and a
 * conditional reference (`Patient?identifier=…`) never is: it is for the server to answer.
 *
 * The document is walked on the first question, and only where resources stand.
 */
export function referencesOf(root: JsonObject): References {
  let homes: Map<JsonObject, Home> | undefined
  const homeOf = (from: JsonObject): Home | undefined => {
    homes ??= homesOf(root)
    return homes.get(from) ?? homes.get(root)
  }
  const matches = (reference: string, from: JsonObject): readonly Resolved[] => {
    const home = homeOf(from)
    if (home === undefined || reference === '') return none
    const known = home.answers.get(reference)
    if (known !== undefined) return known
    const found = reference.startsWith('#') ? within(home, reference.slice(1)) : bundled(home, reference)
    home.answers.set(reference, found)
    return found
  }
  return {
    matches,
    resolve: (reference, from) => {
      const found = matches(reference, from)
      return found.length === 1 ? found[0] : undefined
    },
    namesakes: (reference, from) => {
      const around = homeOf(from)?.around ?? []
      return around.flatMap(({ bundle }) => bundle.namesakes(reference).map(ofEntry))
    },
  }
}

function within(home: Home, id: string): readonly Resolved[] {
  if (id === '') return [{ resource: home.container, path: home.path, kind: 'container' }]
  home.contained ??= byId(home)
  return home.contained.get(id) ?? none
}

function byId({ container, path }: Home): ReadonlyMap<Json | undefined, readonly Resolved[]> {
  const map = new Map<Json | undefined, Resolved[]>()
  for (const [resource, index] of containedOf(container)) {
    const found: Resolved = { resource, path: [...path, 'contained', index], kind: 'contained' }
    const present = map.get(getKey(resource, 'id'))
    if (present === undefined) map.set(getKey(resource, 'id'), [found])
    else present.push(found)
  }
  return map
}

/** The innermost Bundle that knows the reference answers. */
function bundled(home: Home, reference: string): readonly Resolved[] {
  for (const { bundle, entry } of home.around) {
    const found = bundle.find(reference, entry)
    if (found.length > 0) return found.map(ofEntry)
    // A relative reference is relative to the nearest entry and to no other.
    if (!isAbsolute(reference)) return none
  }
  return none
}

function ofEntry({ resource, path, fullUrl }: Entry): Resolved {
  return { resource, path, kind: 'bundled', ...(fullUrl === undefined ? {} : { fullUrl }) }
}

/** Every resource of the document with its home. */
function homesOf(root: JsonObject): Map<JsonObject, Home> {
  const homes = new Map<JsonObject, Home>()
  const add = (resource: JsonObject, path: Path, around: Home['around']): void => {
    const home: Home = { container: resource, path, around, answers: new Map() }
    homes.set(resource, home)
    for (const [contained] of containedOf(resource)) homes.set(contained, home)
    if (getKey(resource, 'resourceType') === 'Bundle') {
      const bundle = new BundleEntries(resource, path)
      homes.set(resource, { ...home, around: [{ bundle, entry: undefined }, ...around], answers: new Map() })
      for (const entry of bundle.entries) add(entry.resource, entry.path, [{ bundle, entry }, ...around])
    } else if (getKey(resource, 'resourceType') === 'Parameters') {
      for (const [one, at] of parameters(resource, path)) add(one, at, around)
    }
  }
  add(root, [], [])
  return homes
}

function containedOf(resource: JsonObject): readonly (readonly [JsonObject, number])[] {
  const contained = getKey(resource, 'contained')
  if (!Array.isArray(contained)) return []
  return contained.flatMap((one, index) => (isObject(one) ? [[one, index] as const] : []))
}

/** Resources in parameters and their parts. */
function parameters(holder: JsonObject, path: Path, key = 'parameter'): readonly (readonly [JsonObject, Path])[] {
  const members: Json | undefined = getKey(holder, key)
  if (!Array.isArray(members)) return []
  return members.flatMap((parameter, index) => {
    if (!isObject(parameter)) return []
    const at = [...path, key, index]
    const resource = getKey(parameter, 'resource')
    const own = isObject(resource) ? [[resource, [...at, 'resource']] as const] : []
    return [...own, ...parameters(parameter, at, 'part')]
  })
}
