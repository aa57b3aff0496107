import { isObject, type Json, type JsonObject, objectsIn, wordOf } from '../../document/json.ts'
import { standing, statusCode } from '../certainty.ts'
import { refutedUrl } from '../import.ts'

/** Held to be true once, and no longer: by the code of certainty, or by the modifier where a resource has none. */
export function isRefuted(resource: JsonObject): boolean {
  const modifiers = objectsIn(resource.modifierExtension)
  return (
    statusCode(resource, 'verificationStatus') === 'refuted' ||
    modifiers.some((one) => one.url === refutedUrl && one.valueBoolean === true)
  )
}

/** Deleted, because it was never true of this patient. */
export function isEnteredInError(resource: JsonObject): boolean {
  return resource.status === 'entered-in-error' || statusCode(resource, 'verificationStatus') === 'entered-in-error'
}

const ongoing: Readonly<Record<string, string>> = {
  Procedure: 'in-progress',
  DeviceUseStatement: 'active',
  Flag: 'active',
  Consent: 'active',
}

/** Does the record hold now, by its own status? What is refuted, deleted, over or planned does not. */
export function isInForce(resource: JsonObject): boolean {
  if (isRefuted(resource) || isEnteredInError(resource)) return false
  const type = wordOf(resource.resourceType)
  if (Object.hasOwn(ongoing, type)) return resource.status === ongoing[type]
  const status = statusCode(resource, 'clinicalStatus')
  return status === undefined || standing.has(status)
}

/** The first code of a concept. */
export function codeOf(concept: Json | undefined): Json | undefined {
  const codings = isObject(concept) ? concept.coding : undefined
  const first = Array.isArray(codings) ? codings.find((one) => isObject(one) && one.code !== undefined) : undefined
  return isObject(first) ? first.code : undefined
}
