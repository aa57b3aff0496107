import type { Books } from '../document/books.ts'
import { isObject, type Json, type JsonObject, objectsIn } from '../document/json.ts'
import { uuid5 } from '../document/uuid.ts'
import type { Hub } from './hub.ts'
import type { Mapper } from './mapper.ts'

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
    const target = isObject(reference) ? targetOf(reference, hub) : undefined
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
  if (isObject(first)) made.identifier = copyLeaves(first, ['system', 'value'], books)
  if (typeof resource.name === 'string') {
    made.display = resource.name
    books.alias(made, 'display', resource, 'name')
  } else if (Array.isArray(resource.name) && isObject(resource.name[0])) {
    nameText(resource.name[0], made, books)
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

/** Of what type the part is that a record refers to under this name: an implant's device, else a health professional. */
export function partType(role: string): 'Device' | 'PractitionerRole' {
  return role === 'deviceRef' ? 'Device' : 'PractitionerRole'
}

/** The part that a reference means, a health professional or a device: contained, or a resource of the hub. */
export function resolvePart(
  reference: JsonObject,
  role: string,
  resource: JsonObject,
  hub: Hub,
  mapper: Mapper,
): JsonObject | undefined {
  const text = reference.reference
  if (typeof text !== 'string') return undefined
  const target = text.startsWith('#') ? contained(resource, text.slice(1)) : hub.find(text)?.resource
  const part = target === undefined ? undefined : fitting(target, role, hub, mapper.books)
  if (target === undefined || part === undefined) return undefined
  mapper.books.claim(reference, 'reference')
  mapper.books.claim(target, 'resourceType')
  if (target.id !== undefined) mapper.books.claim(target, 'id')
  return part
}

function fitting(target: JsonObject, role: string, hub: Hub, books: Books): JsonObject | undefined {
  if (partType(role) === 'PractitionerRole') return actorOf(target, hub, books)
  return target.resourceType === 'Device' ? target : undefined
}

export function contained(resource: JsonObject, id: string): JsonObject | undefined {
  const list = objectsIn(resource.contained)
  return list.find((one) => one.id === id)
}

/** The same person in the same role is one resource, whoever many records name them. */
export function placeRole(part: JsonObject, hub: Hub): string {
  // JSON has no undefined, so this is the text of all but the id.
  part.id = uuid5(`PractitionerRole/${JSON.stringify({ ...part, id: undefined })}`)
  return hub.add(part, `urn:uuid:${part.id}`).fullUrl
}

/** A device belongs to its record: two implants of one model are two devices. */
export function placeDevice(part: JsonObject, record: string, hub: Hub): string {
  part.id = uuid5(`Device/${record}`)
  return hub.add(part, `urn:uuid:${part.id}`).fullUrl
}

/** The resource that a reference leads to, in the one that has it or beside it, if it is at hand. */
export function referred(value: Json | undefined, resource: JsonObject, hub: Hub): JsonObject | undefined {
  const reference = isObject(value) ? value.reference : undefined
  if (typeof reference !== 'string') return undefined
  return reference.startsWith('#') ? contained(resource, reference.slice(1)) : hub.find(reference)?.resource
}

/** The device that an implant's use is about, if it is an entry of its own. */
export function deviceOf(resource: JsonObject, hub: Hub): JsonObject | undefined {
  if (resource.resourceType !== 'DeviceUseStatement' || !isObject(resource.device)) return undefined
  const { reference } = resource.device
  const found = typeof reference === 'string' ? hub.find(reference)?.resource : undefined
  return found?.resourceType === 'Device' ? found : undefined
}
