import { getKey, type Json, type JsonObject, objectsIn } from '../../document/json.ts'

/** A value of a choice element with its type as the name has it: `Coding` of `valueCoding`, `DateTime` of `valueDateTime`. */
export interface Typed {
  readonly type: string
  readonly value: Json
}

export function textOf(object: JsonObject, key: string): string | undefined {
  const value = getKey(object, key)
  return typeof value === 'string' ? value : undefined
}

/** The objects of a list; what else stands in it is told by the structure's own rules. */
export function objectsOf(object: JsonObject, key: string): readonly JsonObject[] {
  const value = getKey(object, key)
  return objectsIn(value)
}

/** The value of an element such as `value[x]` or `answer[x]`. */
export function choiceOf(object: JsonObject, name: string): Typed | undefined {
  for (const key of Object.keys(object)) {
    const initial = key.charAt(name.length)
    if (!key.startsWith(name) || initial < 'A' || initial > 'Z') continue
    const value = getKey(object, key)
    if (value !== undefined) return { type: key.slice(name.length), value }
  }
  return undefined
}

/** The value of the first extension with that url. */
export function extensionOf(object: JsonObject, url: string): Json | undefined {
  for (const one of objectsOf(object, 'extension')) {
    const value = getKey(one, 'url') === url ? choiceOf(one, 'value')?.value : undefined
    if (value !== undefined) return value
  }
  return undefined
}
