import { isObject, type JsonObject, textOf } from '../document/json.ts'
import { notesOf as annotationsOf } from '../form/eps/narrative.ts'

/** The texts of the notes of a record. */
export function notesOf(resource: JsonObject): string[] {
  return annotationsOf(resource)
    .map((one) => textOf(isObject(one) ? one.text : undefined))
    .filter((one) => one !== '')
}
