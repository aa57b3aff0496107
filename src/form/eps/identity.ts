import type { Books } from '../../document/books.ts'
import { isObject, type Json, type JsonObject } from '../../document/json.ts'

/** NHN's ids are UUIDs; other senders' ids are told apart by a system of ours. */
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/**
 * The business identifier that a record gets in a summary, so that it can be named across borders whatever address it
 * has there. Made from the id alone, so that the way back knows it.
 */
export function businessIdentifier(id: Json | undefined): JsonObject | undefined {
  if (typeof id !== 'string') return undefined
  return uuid.test(id)
    ? { system: 'urn:ietf:rfc:3986', value: `urn:uuid:${id.toLowerCase()}` }
    : { system: 'urn:kritinfo:registrering', value: id }
}

export function isBusinessIdentifier(identifier: Json, id: Json | undefined): boolean {
  const made = businessIdentifier(id)
  return (
    made !== undefined &&
    isObject(identifier) &&
    Object.keys(identifier).length === 2 &&
    identifier.system === made.system &&
    identifier.value === made.value
  )
}

/** The identifier that a summary gives a record is made from its id, so it falls away where the id stands. */
export function claimIdentifier(resource: JsonObject, books: Books): void {
  const list = resource.identifier
  if (!Array.isArray(list) || resource.resourceType === 'Patient') return
  const others = list.filter((one) => !isBusinessIdentifier(one, resource.id))
  if (others.length === list.length) return
  if (others.length === 0) books.claim(resource, 'identifier')
  for (const [index, one] of list.entries()) if (isBusinessIdentifier(one, resource.id)) books.claim(list, index)
}
