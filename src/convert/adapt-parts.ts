import type { Container, Key } from '../document/books.ts'
import { getKey, isLeaf, type Json, type JsonObject, setKey } from '../document/json.ts'
import type { Account } from '../mapping/account.ts'

/** Kinds of problems with anaesthesia: their code is the number of the kind. */
export const anaesthesia: ReadonlySet<string> = new Set(['3', '4'])

/** A copy that is to be changed; its leaves rest on those of the original, and what they hold is the original's own. */
export function copyOf(source: JsonObject, books: Account): JsonObject {
  const made: JsonObject = {}
  for (const key of Object.keys(source)) {
    const value = getKey(source, key) as Json
    setKey(made, key, value)
    if (isLeaf(value)) follow(source, key, made, books)
  }
  return made
}

/** A leaf of a copy rests on what its original rested on too, and if that one was worked out, so is this. */
function follow(source: Container, key: Key, made: Container, books: Account): void {
  const earlier = books.links.filter((link) => link.to === source && link.toKey === key)
  for (const { row, from, fromKey } of [...earlier]) books.link(row, from, fromKey, made, key)
  for (const one of [...books.additions])
    if (one.at === source && one.key === key) books.added(one.row, one.outcome, made, key)
  books.link('import.record', source, key, made, key)
}
