import { childOf, isObject, type Json, type JsonObject, objectsIn } from '../document/json.ts'
import type { Form } from '../form/detect.ts'
import type { Defect } from './defect.ts'
import type { Random } from './random.ts'

/** A change of a document; false where there is no place for it. */
export type Change = (root: JsonObject, form: Form, random: Random) => boolean

/** A defect by its name, by what has to be found, and by the change of the document that makes it. */
export function defect(name: string, codes: Defect['codes'], change: Change): Defect {
  return {
    name,
    codes,
    plant: ({ root, form, random }) => (change(root, form, random) ? JSON.stringify(root) : undefined),
  }
}

/** Sets a member, if what is to hold it is an object. */
export function put(holder: Json | undefined, key: string, value: Json): boolean {
  if (!isObject(holder)) return false
  holder[key] = value
  return true
}

/** Takes a member away, if it is there. */
export function take(holder: Json | undefined, key: string): boolean {
  if (!isObject(holder) || holder[key] === undefined) return false
  delete holder[key]
  return true
}

/** What stands at the end of a path. */
export function at(root: Json, ...path: readonly (string | number)[]): Json | undefined {
  return path.reduce<Json | undefined>((value, step) => childOf(value, step), root)
}

/** The records of a `ki` document, or the resources of a Bundle. */
export function partsOf(root: JsonObject): JsonObject[] {
  if (root.registreringer !== undefined) return objectsIn(root.registreringer)
  return objectsIn(root.entry).flatMap(({ resource }) => (isObject(resource) ? [resource] : []))
}

/** The first resource of a type; undefined if there is none. */
export function resourceOf(root: JsonObject, ...types: readonly string[]): JsonObject | undefined {
  return partsOf(root).find(({ resourceType }) => typeof resourceType === 'string' && types.includes(resourceType))
}

/** The patient of a document of any form. */
export function patientOf(root: JsonObject): Json | undefined {
  return root.pasient ?? resourceOf(root, 'Patient')
}
