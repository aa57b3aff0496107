import { isLeaf, isObject, type Json, type JsonObject } from '../document/json.ts'
import { keysOf } from '../document/places.ts'
import { hasExpression, statementOf } from './absence.ts'
import { referred } from './actor.ts'
import { unreadStatus } from './certainty.ts'
import type { Hub } from './hub.ts'
import type { Mapper } from './mapper.ts'

/**
 * Reasons not to take a record over, whatever its rows would say. True if it was kept out; the ledger and an issue
 * say why.
 */
export function refuse(resource: JsonObject, hub: Hub, mapper: Mapper): boolean {
  return (
    refuseUnread(resource, mapper) ||
    refuseDevice(resource, hub, mapper) ||
    refuseAbsence(resource, hub, mapper) ||
    refuseExpression(resource, hub, mapper)
  )
}

/** A statement that there is nothing is no record of something. */
export function refuseAbsence(resource: JsonObject, hub: Hub, mapper: Mapper): boolean {
  const statement = statementOf(resource, hub, mapper)
  if (statement === undefined) return false
  const { text, isGainsaid } = statement
  mapper.report(isGainsaid ? 'CNV-018' : 'CNV-012', resource, 'resourceType', { statement: text })
  mapper.books.keepOut(isGainsaid ? 'import.contradiction' : 'import.absence', 'withheld', resource)
  return true
}

/** An expression may deny the concept that it begins with. */
function refuseExpression(resource: JsonObject, hub: Hub, mapper: Mapper): boolean {
  if (!hasExpression(resource, hub, mapper)) return false
  mapper.report('CNV-026', resource, 'resourceType')
  mapper.books.keepOut('import.expression', 'withheld', resource)
  return true
}

/** A use of a device says what the device says: one that was never there is not in use, and a modifier of it is one of the use. */
export function refuseDevice(resource: JsonObject, hub: Hub, mapper: Mapper): boolean {
  if (resource.resourceType !== 'DeviceUseStatement') return false
  const device = referred(resource.device, resource, hub)
  if (device === undefined) return false
  if (hasUnknownModifier(device)) {
    mapper.report('CNV-011', resource, 'device')
    mapper.books.keepOut('import.modifier-extension', 'withheld', resource)
  } else if (device.status === 'entered-in-error') {
    mapper.report('CNV-019', resource, 'device')
    mapper.books.keepOut('import.device-in-error', 'withheld', resource)
  } else return false
  return true
}

/** Said of a whole record: it was never true. The tables of these types read it; elsewhere a status code says it. */
export const refutedUrl = 'urn:kritinfo:StructureDefinition:avkreftet'
const refutable: ReadonlySet<Json | undefined> = new Set(['Procedure', 'DeviceUseStatement', 'Flag', 'Consent'])

/** What is not understood and may turn the meaning round: modifiers, and statuses in codes that nobody here knows. */
export function refuseUnread(resource: JsonObject, mapper: Mapper): boolean {
  return refuseModifier(resource, mapper) || refuseStatus(resource, mapper)
}

/** A status that cannot be read may say that the record does not hold. */
export function refuseStatus(resource: JsonObject, mapper: Mapper): boolean {
  const element = unreadStatus(resource)
  if (element === undefined) return false
  mapper.report('CNV-017', resource, element, { element })
  mapper.books.keepOut('import.status', 'withheld', resource)
  return true
}

/** A modifier that is not understood may turn the meaning round (https://hl7.org/fhir/R4/extensibility.html#modifierExtension). */
export function refuseModifier(resource: JsonObject, mapper: Mapper): boolean {
  if (!hasUnknownModifier(resource)) return false
  mapper.report('CNV-011', resource, 'resourceType')
  mapper.books.keepOut('import.modifier-extension', 'withheld', resource)
  return true
}

/**
 * Does a record have a modifier, anywhere, that the tables do not know? `implicitRules` is one too: what it was made under has to be
 * understood (https://hl7.org/fhir/R4/resource-definitions.html#Resource.implicitRules).
 */
export function hasUnknownModifier(resource: JsonObject): boolean {
  if (Object.hasOwn(resource, 'implicitRules')) return true
  return hasModifier(resource, isUnderstood(resource))
}

/** The one modifier that the tables know, once, with a plain answer. */
function isUnderstood({ resourceType, modifierExtension }: JsonObject): boolean {
  if (!refutable.has(resourceType) || !Array.isArray(modifierExtension) || modifierExtension.length !== 1) return false
  const [one] = modifierExtension
  return (
    isObject(one) && one.url === refutedUrl && typeof one.valueBoolean === 'boolean' && Object.keys(one).length === 2
  )
}

function hasModifier(value: JsonObject | Json[], isUnderstood = false): boolean {
  for (const key of keysOf(value)) {
    if (key === 'contained' || (isUnderstood && key === 'modifierExtension')) continue
    if (key === 'modifierExtension') return true
    const inner = (value as JsonObject)[key] as Json
    if (!isLeaf(inner) && hasModifier(inner as JsonObject | Json[])) return true
  }
  return false
}
