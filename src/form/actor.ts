import type { Books } from '../document/books.ts'
import { isObject, type Json, type JsonObject } from '../document/json.ts'
import type { Hub } from './hub.ts'

/**
 * The one picture of a health professional that the Norwegian forms have: a PractitionerRole that names person and
 * organisation by identifier and display. What others keep in resources of their own is drawn together here, leaf by
 * leaf and with its books; undefined for anyone who is not a health professional.
 */
export function actorOf(resource: JsonObject, hub: Hub, books: Books): JsonObject | undefined {
  if (resource.resourceType === 'Practitioner') {
    const practitioner = logicalReference(resource, books)
    return practitioner === undefined ? undefined : { resourceType: 'PractitionerRole', practitioner }
  }
  if (resource.resourceType !== 'PractitionerRole') return undefined
  const replaced: JsonObject = {}
  for (const key of ['practitioner', 'organization']) {
    const reference = resource[key]
    const target = isObject(reference ?? null) ? targetOf(reference as JsonObject, hub) : undefined
    const logical = target === undefined ? undefined : logicalReference(target, books)
    if (logical !== undefined) {
      replaced[key] = logical
      books.claim(reference as JsonObject, 'reference')
    }
  }
  return Object.keys(replaced).length === 0 ? resource : { ...resource, ...replaced }
}

function targetOf(reference: JsonObject, hub: Hub): JsonObject | undefined {
  return typeof reference.reference === 'string' ? hub.find(reference.reference)?.resource : undefined
}

/** A resource as `Reference.identifier` and `Reference.display`: the first identifier, and the name as one text. */
export function logicalReference(resource: JsonObject, books: Books): JsonObject | undefined {
  const made: JsonObject = {}
  const identifiers = resource.identifier
  const first = Array.isArray(identifiers) ? identifiers[0] : undefined
  if (isObject(first ?? null)) made.identifier = copyLeaves(first as JsonObject, ['system', 'value'], books)
  if (typeof resource.name === 'string') {
    made.display = resource.name
    books.alias(made, 'display', resource, 'name')
  } else if (Array.isArray(resource.name) && isObject(resource.name[0] ?? null)) {
    nameText(resource.name[0] as JsonObject, made, books)
  }
  return Object.keys(made).length === 0 ? undefined : made
}

function copyLeaves(source: JsonObject, keys: readonly string[], books: Books): JsonObject {
  const made: JsonObject = {}
  for (const key of keys) {
    const value = source[key]
    if (typeof value !== 'string') continue
    made[key] = value
    books.alias(made, key, source, key)
  }
  return made
}

function nameText(name: JsonObject, made: JsonObject, books: Books): void {
  if (typeof name.text === 'string') {
    made.display = name.text
    books.alias(made, 'display', name, 'text')
    return
  }
  const given = Array.isArray(name.given) ? name.given.filter((one): one is string => typeof one === 'string') : []
  const parts: Json[] = [typeof name.family === 'string' ? name.family : '', given.join(' ')].filter(
    (part) => part !== '',
  )
  if (parts.length === 0) return
  made.display = parts.join(', ')
  if (typeof name.family === 'string') books.alias(made, 'display', name, 'family')
  if (Array.isArray(name.given)) books.alias(made, 'display', name, 'given')
}
