import type { Books } from '../document/books.ts'
import { getKey, isLeaf, type Json, type JsonObject, setKey } from '../document/json.ts'

/** Kinds of problems with anaesthesia: their code is the number of the kind. */
export const anaesthesia: ReadonlySet<string> = new Set(['3', '4'])

/** A copy to which something is to be added; its leaves rest on those of the original, and the rest is the original's own. */
export function copyOf(source: JsonObject, books: Books): JsonObject {
  const made: JsonObject = {}
  for (const key of Object.keys(source)) {
    const value = getKey(source, key) as Json
    setKey(made, key, value)
    if (isLeaf(value)) books.link('import.record', source, key, made, key)
  }
  return made
}
