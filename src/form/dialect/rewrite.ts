import type { Books, Container, Key } from '../../document/books.ts'
import { isLeaf, isObject, type Json, type JsonObject, setKey } from '../../document/json.ts'
import { keysOf } from '../../document/places.ts'

/** What becomes of the value at `holder[key]`: another one, or nothing. The value itself for "stays as it is". */
export type Change = (value: Json, holder: Container, key: Key, under: string) => Json | undefined

/**
 * A copy of a document in which leaves have other values, or members are gone; what holds nothing changed is shared.
 * Law: every leaf of the source is claimed, but for those that `change` takes away, which the caller accounts for.
 * `under` is the nearest key that is a name: `profile` for the members of `meta.profile`.
 */
export function rewrite(row: string, root: JsonObject, books: Books, change: Change): JsonObject {
  const step = (container: Container, under: string): Container => {
    const next = keysOf(container).map((key) => {
      const value = (container as JsonObject)[key as string] as Json
      const name = typeof key === 'string' ? key : under
      const made = change(value, container, key, name)
      return [key, made === undefined || isLeaf(made) ? made : (step(made as Container, name) as Json)] as const
    })
    const isSame = next.every(([key, value]) => value === (container as JsonObject)[key as string])
    return isSame ? container : copy(row, container, next, books)
  }
  const made = step(root, '')
  if (made === root) for (const key of Object.keys(root)) books.claim(root, key)
  return made as JsonObject
}

/** Lists that lose all their members go, as FHIR has no empty ones. */
function copy(
  row: string,
  source: Container,
  next: readonly (readonly [Key, Json | undefined])[],
  books: Books,
): Container {
  const made: Container = Array.isArray(source) ? [] : {}
  for (const [key, value] of next) {
    if (value === undefined || (Array.isArray(value) && value.length === 0 && !isEmptyAt(source, key))) continue
    const to = Array.isArray(made) ? made.length : key
    if (Array.isArray(made)) made.push(value)
    else setKey(made, key as string, value)
    const before = (source as JsonObject)[key as string] as Json
    if (value !== before && !isLeaf(before)) continue
    books.claim(source, key)
    books.link(row, source, key, made, to)
  }
  return made
}

function isEmptyAt(source: Container, key: Key): boolean {
  const value = (source as JsonObject)[key as string]
  return Array.isArray(value) ? value.length === 0 : !isObject(value)
}
