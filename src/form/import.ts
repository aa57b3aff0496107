import { isObject, type Json, type JsonObject } from '../document/json.ts'
import { absence } from './absence.ts'
import type { Hub } from './hub.ts'
import type { Mapper } from './mapper.ts'

/**
 * Reasons not to take a record over, whatever its rows would say. True if it was kept out; the ledger and an issue
 * say why.
 */
export function refuse(resource: JsonObject, hub: Hub, mapper: Mapper): boolean {
  if (refuseModifier(resource, mapper)) return true
  const statement = absence(resource, hub, mapper)
  if (statement !== undefined) {
    mapper.report('CNV-012', resource, 'resourceType', { statement })
    mapper.books.keepOut('import.absence', 'withheld', resource)
    return true
  }
  return false
}

/** Said of a whole record: it was never true. The tables of these types read it; elsewhere a status code says it. */
const refutedUrl = 'urn:kritinfo:StructureDefinition:avkreftet'
const refutable: ReadonlySet<Json | undefined> = new Set(['Procedure', 'DeviceUseStatement', 'Flag', 'Consent'])

/** A modifier that is not understood may turn the meaning round (https://hl7.org/fhir/R4/extensibility.html#modifierExtension). */
export function refuseModifier(resource: JsonObject, mapper: Mapper): boolean {
  if (!hasUnknownModifier(resource)) return false
  mapper.report('CNV-011', resource, 'resourceType')
  mapper.books.keepOut('import.modifier-extension', 'withheld', resource)
  return true
}

/** Does a record have a modifier, anywhere, that the tables do not know? */
export function hasUnknownModifier(resource: JsonObject): boolean {
  const { modifierExtension: _, ...others } = resource
  return hasModifier(isUnderstood(resource) ? others : resource)
}

/** The one modifier that the tables know, once, with a plain answer. */
function isUnderstood({ resourceType, modifierExtension }: JsonObject): boolean {
  if (!refutable.has(resourceType) || !Array.isArray(modifierExtension) || modifierExtension.length !== 1) return false
  const [one] = modifierExtension
  return (
    isObject(one) && one.url === refutedUrl && typeof one.valueBoolean === 'boolean' && Object.keys(one).length === 2
  )
}

function hasModifier(value: Json): boolean {
  if (Array.isArray(value)) return value.some(hasModifier)
  if (!isObject(value)) return false
  return (
    Object.hasOwn(value, 'modifierExtension') ||
    Object.entries(value).some(([key, inner]) => key !== 'contained' && hasModifier(inner))
  )
}
