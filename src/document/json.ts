/**
 * The values that FHIR and `ki` documents are made of, whatever syntax they came in.
 *
 * A document is kept as the plain objects that `JSON.parse` gives, so that reading costs no more than it
 * must. The one thing plain JSON loses is the text of a decimal (`1.50`), which FHIR makes significant
 * (https://hl7.org/fhir/R4/datatypes.html#decimal); such a number is a `Decimal`, every other a `number`.
 */
export type Json = null | boolean | number | string | Decimal | Json[] | JsonObject
/** A JSON object. Read and set its keys with `getKey` and `setKey` where a document decides what they are. */
export interface JsonObject {
  [key: string]: Json
}

/** A number whose text JavaScript would not write back: trailing zeros, exponents, many digits. */
export class Decimal {
  constructor(readonly text: string) {}
  valueOf(): number {
    return Number(this.text)
  }
}

/** Where a value stands: object keys and array indices from the root. */
export type Path = readonly (string | number)[]

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Decimal)
}

/** True for what counts as a leaf: a JSON primitive, `null` included. */
export function isLeaf(value: Json): boolean {
  return typeof value !== 'object' || value === null || value instanceof Decimal
}

/**
 * A value that should be text; empty for what is none. `String` would ask an object of a document for its `toString`, which
 * may be anything there.
 */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

/** Sets a key so that `__proto__` is a key like any other. */
export function setKey(object: JsonObject, key: string, value: Json): void {
  if (key === '__proto__') {
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true })
  } else {
    object[key] = value
  }
}

/** Reads an own key only: what `Object.prototype` holds is not part of a document. */
export function getKey(object: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

/** The objects among the members of a list; none of what is no list. */
export function objectsIn(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}

/**
 * A value as a word to look up or to compare. An object is none: what JavaScript would ask it for, a document may have as a
 * member of its own.
 */
export function wordOf(value: Json | undefined): string {
  return typeof value === 'object' && value !== null ? '[object]' : String(value)
}

/** The own member of a container that a step of a path names. */
export function childOf(value: Json | undefined, step: string | number): Json | undefined {
  if (Array.isArray(value)) return value[Number(step)]
  return isObject(value) ? getKey(value, String(step)) : undefined
}
