import { isObject, type Json, type JsonObject } from '../document/json.ts'
import type { Mapper } from './mapper.ts'

/**
 * Reasons not to take a record over, whatever its rows would say. True if it was kept out; the ledger and an issue
 * say why.
 */
export function refuse(resource: JsonObject, mapper: Mapper): boolean {
  if (refuseModifier(resource, mapper)) return true
  if (isAbsenceStatement(resource, mapper)) {
    mapper.report('CNV-012', resource, 'resourceType')
    mapper.books.keepOut('import.absence', 'withheld', resource)
    return true
  }
  return false
}

/** A modifier that is not understood may turn the meaning round (https://hl7.org/fhir/R4/extensibility.html#modifierExtension). */
export function refuseModifier(resource: JsonObject, mapper: Mapper): boolean {
  if (!hasModifier(resource)) return false
  mapper.report('CNV-011', resource, 'resourceType')
  mapper.books.keepOut('import.modifier-extension', 'withheld', resource)
  return true
}

function hasModifier(value: Json): boolean {
  if (Array.isArray(value)) return value.some(hasModifier)
  if (!isObject(value)) return false
  return (
    Object.hasOwn(value, 'modifierExtension') ||
    Object.entries(value).some(([key, inner]) => key !== 'contained' && hasModifier(inner))
  )
}

/** "No known allergy" and its like are coded where a substance or problem would stand. */
function isAbsenceStatement(resource: JsonObject, mapper: Mapper): boolean {
  const codings = isObject(resource.code) ? resource.code.coding : undefined
  if (!Array.isArray(codings)) return false
  const absent = mapper.codes('absent').rows
  return codings.some(
    (coding) =>
      isObject(coding) && absent.some((row) => row.left === `${String(coding.system)}|${String(coding.code)}`),
  )
}
