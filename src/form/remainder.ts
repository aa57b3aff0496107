import type { Books, Container, Key } from '../document/books.ts'
import { isObject, type Json, type JsonObject, setKey } from '../document/json.ts'
import { keysOf } from '../document/places.ts'

/** A subtree that no row has taken: the largest such, with its place inside the resource. */
export interface Leftover {
  readonly path: readonly Key[]
  readonly container: Container
  readonly key: Key
  readonly value: Json
}

/** What is left of a resource after its rows have run, in document order. */
export function leftovers(resource: JsonObject, books: Books): Leftover[] {
  const found: Leftover[] = []
  collect(resource, [], books, found)
  return found
}

function collect(container: Container, path: readonly Key[], books: Books, found: Leftover[]): void {
  const claimed = books.claimedIn(container)
  for (const key of keysOf(container)) {
    const value = (container as JsonObject)[key as string] as Json
    if (claimed.includes(key)) continue
    // Extensions tell themselves apart by their URL, and their order means nothing: their place is the list.
    if (typeof value === 'object' && value !== null && books.isWhole(value as Container)) continue
    const inner = path.at(-1) === 'extension' && typeof key === 'number' ? path : [...path, key]
    if (books.isUntouched(value) && !(key === 'extension' && Array.isArray(value)))
      found.push({ path: inner, container, key, value })
    else collect(value as Container, inner, books, found)
  }
}

/** `reaction[0].severity`. */
export function printPlace(path: readonly Key[]): string {
  return path.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${key}`)).join('')
}

/** The inverse; undefined for a text that is no such place. */
export function parsePlace(text: string): Key[] | undefined {
  const path: Key[] = []
  const part = /(?:^|\.)([A-Za-z_][A-Za-z0-9_]*)|\[(\d{1,4})\]/y
  while (part.lastIndex < text.length) {
    const match = part.exec(text)
    if (match === null) return undefined
    path.push(match[1] ?? Number(match[2]))
  }
  return typeof path[0] === 'string' ? path : undefined
}

/** The address that FHIR gives every element of R4 (https://hl7.org/fhir/R5/versions.html#extensions), for what has no URL of its own. */
export function elementUrl(type: string, path: readonly Key[], value: Json): string {
  if (isObject(value) && typeof value.url === 'string' && value.url.includes(':')) return value.url
  const names = path.filter((key) => typeof key === 'string').map((key) => String(key).replace(/^_/, ''))
  return `http://hl7.org/fhir/4.0/StructureDefinition/extension-${[type, ...names].join('.')}`
}

/**
 * Puts a leftover back where it was found: its parent has to be there, and a member of a list has to come next. What
 * rows have written wins: a place that is taken is left alone. False if it could not be put back.
 */
export function putBack(resource: JsonObject, path: readonly Key[], value: Json): boolean {
  const container = holderOf(resource, path)
  if (container === undefined) return false
  const key = path.at(-1)
  if (key === 'extension' && isObject(value) && isObject(container)) return addExtension(container, value)
  if (key === undefined || childAt(container, key) !== undefined) return false
  if (Array.isArray(container) && key !== container.length) return false
  if (Array.isArray(container) !== (typeof key === 'number')) return false
  if (Array.isArray(container)) container.push(value)
  else setKey(container, String(key), value)
  return true
}

/** What holds the last step of a path; undefined if it is not there. */
export function holderOf(resource: JsonObject, path: readonly Key[]): Container | undefined {
  let container: Container = resource
  for (const key of path.slice(0, -1)) {
    const next = childAt(container, key)
    if (typeof next !== 'object' || next === null) return undefined
    container = next as Container
  }
  return container
}

function childAt(container: Container, key: Key): Json | undefined {
  if (Array.isArray(container)) return typeof key === 'number' ? container[key] : undefined
  return typeof key === 'string' && Object.hasOwn(container, key) ? container[key] : undefined
}

function addExtension(container: JsonObject, value: JsonObject): boolean {
  const known = childAt(container, 'extension')
  if (known !== undefined && !Array.isArray(known)) return false
  setKey(container, 'extension', [...(known ?? []), value])
  return true
}
