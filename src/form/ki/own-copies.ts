import type { Books, Container, Key } from '../../document/books.ts'
import { isLeaf, type Json, type JsonObject, setKey } from '../../document/json.ts'
import { keysOf } from '../../document/places.ts'

/** What a copy was made of: the container, and under which of its keys stands what the copy has at each of its own. */
interface Origin {
  readonly source: Container
  readonly keys: Key[]
}

/**
 * Parts of a document that the source passed on as they are belong to the source too, and may not be changed. Here they get
 * copies that may, of which it is known what they were made of.
 */
export class OwnCopies {
  readonly #origins = new Map<Container, Origin>()
  readonly #books: Books

  constructor(books: Books) {
    this.#books = books
  }

  /** The container at a key, as one that may be changed; undefined if there is none. */
  enter(holder: Container, key: Key): Container | undefined {
    const value = (holder as JsonObject)[key as string]
    if (value === undefined || isLeaf(value)) return undefined
    if (!this.#books.isWhole(value as Container)) return value as Container
    const copy = this.#copyOf(value)
    if (Array.isArray(holder)) holder[Number(key)] = copy
    else setKey(holder, key as string, copy)
    return copy as Container
  }

  /** Takes a member away; where the source had it, if the holder is a copy. */
  remove(holder: Container, key: Key): { readonly source: Container; readonly key: Key } | undefined {
    const origin = this.#origins.get(holder)
    const place = origin === undefined ? undefined : { source: origin.source, key: origin.keys[Number(key)] ?? key }
    if (!Array.isArray(holder)) delete holder[key as string]
    else {
      holder.splice(Number(key), 1)
      origin?.keys.splice(Number(key), 1)
    }
    return place
  }

  #copyOf(value: Json): Json {
    if (isLeaf(value)) return value
    const source = value as Container
    const copy: Container = Array.isArray(source) ? [] : {}
    for (const key of keysOf(source)) {
      const member = this.#copyOf((source as JsonObject)[key as string] as Json)
      if (Array.isArray(copy)) copy.push(member)
      else setKey(copy, key as string, member)
    }
    this.#origins.set(copy, { source, keys: Array.isArray(source) ? [...keysOf(source)] : [] })
    return copy
  }
}
