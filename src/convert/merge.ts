import { equal } from '../document/equal.ts'
import { isObject, type Json, type JsonObject, setKey, wordOf } from '../document/json.ts'

/**
 * Puts changes back into an original (the "put" of a lens, with the original as complement): `ancestor` is what the
 * original looks like after a trip that lost something, `edited` is what came back from the trip. Where the two agree
 * nothing was changed and the original stands, with all that the trip had lost; where they differ the change wins.
 *
 * Law: merge(original, ancestor, ancestor) equals original; merge(original, original, edited) equals edited.
 */
export function merge(
  original: Json | undefined,
  ancestor: Json | undefined,
  edited: Json | undefined,
): Json | undefined {
  if (equal(ancestor, edited)) return original
  if (isObject(original) && isObject(ancestor) && isObject(edited)) {
    return mergeObjects(original, ancestor, edited)
  }
  if (Array.isArray(original) && Array.isArray(ancestor) && Array.isArray(edited))
    return mergeLists(original, ancestor, edited)
  return edited
}

function mergeObjects(original: JsonObject, ancestor: JsonObject, edited: JsonObject): JsonObject {
  const made: JsonObject = {}
  for (const key of new Set([...Object.keys(original), ...Object.keys(edited)])) {
    const own = (object: JsonObject) => (Object.hasOwn(object, key) ? object[key] : undefined)
    const value = merge(own(original), own(ancestor), own(edited))
    if (value !== undefined) setKey(made, key, value)
  }
  return made
}

/** Members that have a name (an id) are paired by it; others by their place, if no member came or went. */
function mergeLists(original: Json[], ancestor: Json[], edited: Json[]): Json[] {
  const names = [original, ancestor, edited].map((list) => list.map(nameOf))
  if (names.every((list) => list.every((name) => name !== undefined) && new Set(list).size === list.length))
    return mergeNamed(original, ancestor, edited)
  if (original.length === ancestor.length && ancestor.length === edited.length) {
    return edited.map((member, index) => merge(original[index], ancestor[index], member) ?? member)
  }
  return edited
}

function mergeNamed(original: Json[], ancestor: Json[], edited: Json[]): Json[] {
  const find = (list: Json[], name: string) => list.find((member) => nameOf(member) === name)
  const kept = original.flatMap((member) => {
    const name = nameOf(member) as string
    const merged = merge(member, find(ancestor, name), find(edited, name))
    return merged === undefined ? [] : [merged]
  })
  const known = new Set(original.map(nameOf))
  return [...kept, ...edited.filter((member) => !known.has(nameOf(member)))]
}

function nameOf(member: Json): string | undefined {
  if (!isObject(member)) return undefined
  const resource = isObject(member.resource) ? member.resource : member
  if (typeof resource.id === 'string') return `${wordOf(resource.resourceType ?? resource.type ?? '')}/${resource.id}`
  return typeof member.sti === 'string' ? member.sti : undefined
}
