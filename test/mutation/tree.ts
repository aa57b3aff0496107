import { isObject, type Json, type JsonObject, type Path } from '../../src/document/json.ts'

/** What stands at a path that is known to be there. Throws when it is not: then the mutation is wrong, not the document. */
export function at(root: Json, path: Path): Json {
  return path.reduce<Json>((value, step) => {
    const next = Array.isArray(value) ? value[Number(step)] : objectOf(value)[String(step)]
    if (next === undefined) throw new Error(`nothing at ${path.join('.')}`)
    return next
  }, root)
}

export function objectOf(value: Json | undefined): JsonObject {
  if (value === undefined || !isObject(value)) throw new Error('an object was expected')
  return value
}

export function listOf(value: Json | undefined): Json[] {
  if (!Array.isArray(value)) throw new Error('an array was expected')
  return value
}

/** Puts a value where the path says, in the object or array that is there. */
export function put(root: Json, path: Path, value: Json): void {
  const holder = at(root, path.slice(0, -1))
  const last = path[path.length - 1] ?? ''
  if (Array.isArray(holder)) holder[Number(last)] = value
  else objectOf(holder)[String(last)] = value
}

/** Takes out what the path leads to: a key with its `_key`, or a member of an array. */
export function remove(root: Json, path: Path): void {
  const holder = at(root, path.slice(0, -1))
  const last = path[path.length - 1] ?? ''
  if (Array.isArray(holder)) holder.splice(Number(last), 1)
  else {
    delete objectOf(holder)[String(last)]
    delete objectOf(holder)[`_${last}`]
  }
}
