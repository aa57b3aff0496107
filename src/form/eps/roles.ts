import type { Books } from '../../document/books.ts'
import { isObject, type JsonObject, setKey, wordOf } from '../../document/json.ts'
import { uuid5 } from '../../document/uuid.ts'
import type { HubEntry } from '../hub.ts'

const profile = 'http://hl7.eu/fhir/base/StructureDefinition/'
const parts = [
  { key: 'practitioner', type: 'Practitioner', profile: `${profile}practitioner-eu-core` },
  { key: 'organization', type: 'Organization', profile: `${profile}organization-eu-core` },
] as const

/**
 * A PractitionerRole for a summary: person and organisation, which NHN names in place, become resources of their own,
 * as EU core asks for. Without a name there can be none (both profiles require it), and the reference stays as it is.
 */
export function expandRole(entry: HubEntry, books: Books, add: (entry: HubEntry) => HubEntry): HubEntry {
  const role = entry.resource
  const made: JsonObject = {
    resourceType: 'PractitionerRole',
    id: role.id ?? '',
    meta: { profile: [`${profile}practitionerRole-eu-core`] },
  }
  for (const key of Object.keys(role)) {
    if (key === 'meta') continue
    books.claim(role, key)
    setKey(made, key, role[key] as JsonObject)
    books.link('eps.role', role, key, made, key)
  }
  for (const part of parts) {
    const reference = role[part.key]
    const resource = isObject(reference) ? partOf(reference, part.type, part.profile, books) : undefined
    if (resource === undefined) continue
    made[part.key] = { reference: add({ fullUrl: `urn:uuid:${wordOf(resource.id)}`, resource }).fullUrl }
    dropBeside(reference as JsonObject, ['identifier', 'display'], books)
  }
  return { fullUrl: entry.fullUrl, resource: made }
}

/** What a reference says beside what the resource or reference in its place is made of has no place there. */
function dropBeside(reference: JsonObject, taken: readonly string[], books: Books): void {
  for (const key of Object.keys(reference))
    if (!taken.includes(key)) books.remark('eps.role', 'dropped', reference, key)
}

function partOf(reference: JsonObject, type: string, canonical: string, books: Books): JsonObject | undefined {
  const { identifier, display } = reference
  if (typeof display !== 'string' || reference.reference !== undefined) return undefined
  const made: JsonObject = {
    resourceType: type,
    id: uuid5(`${type}/${JSON.stringify([identifier ?? null, display])}`),
    meta: { profile: [canonical] },
  }
  if (isObject(identifier)) made.identifier = [identifier]
  const name: JsonObject = { text: display }
  made.name = type === 'Practitioner' ? [name] : display
  books.link(
    'eps.role',
    reference,
    'display',
    type === 'Practitioner' ? name : made,
    type === 'Practitioner' ? 'text' : 'name',
  )
  return made
}

/** The way back: what looks just as `expandRole` makes it is drawn together again; what says more stays a resource. */
export function collapseRole(
  role: JsonObject,
  find: (reference: string) => JsonObject | undefined,
  books: Books,
): { role: JsonObject; used: JsonObject[] } {
  const made: JsonObject = { ...role }
  const used: JsonObject[] = []
  for (const key of Object.keys(role)) {
    books.claim(role, key)
    books.link('eps.role', role, key, made, key)
  }
  dropProfile(role, made, books)
  for (const part of parts) {
    const reference = isObject(role[part.key]) ? (role[part.key] as JsonObject).reference : undefined
    const resource = typeof reference === 'string' ? find(reference) : undefined
    const logical = resource === undefined ? undefined : logicalOf(resource, part.type, books)
    if (resource === undefined || logical === undefined) continue
    made[part.key] = logical
    dropBeside(role[part.key] as JsonObject, ['reference'], books)
    used.push(resource)
  }
  return { role: made, used }
}

function dropProfile(role: JsonObject, made: JsonObject, books: Books): void {
  const meta = role.meta
  if (!isObject(meta)) return
  const { profile: profiles } = meta
  if (
    Object.keys(meta).length === 1 &&
    Array.isArray(profiles) &&
    profiles.length === 1 &&
    profiles[0] === `${profile}practitionerRole-eu-core`
  ) {
    delete made.meta
    books.remark('container.actor', 'dropped', role, 'meta')
  }
}

function logicalOf(resource: JsonObject, type: string, books: Books): JsonObject | undefined {
  const allowed = new Set(['resourceType', 'id', 'meta', 'identifier', 'name', 'text'])
  if (resource.resourceType !== type || !Object.keys(resource).every((key) => allowed.has(key))) return undefined
  const identifiers = resource.identifier
  const display = nameOf(resource)
  const reference: JsonObject = {}
  if (Array.isArray(identifiers) && identifiers.length === 1) reference.identifier = identifiers[0] as JsonObject
  else if (identifiers !== undefined) return undefined
  if (
    display === undefined ||
    resource.id !== uuid5(`${type}/${JSON.stringify([reference.identifier ?? null, display.text])}`)
  )
    return undefined
  reference.display = display.text
  for (const key of ['resourceType', 'id', 'identifier', 'name'])
    if (resource[key] !== undefined) books.claim(resource, key)
  for (const key of ['meta', 'text'])
    if (resource[key] !== undefined) books.remark('container.actor', 'dropped', resource, key)
  books.link('eps.role', display.at, display.key, reference, 'display')
  return reference

  function nameOf(source: JsonObject): { text: string; at: JsonObject; key: string } | undefined {
    if (typeof source.name === 'string') return { text: source.name, at: source, key: 'name' }
    const first = Array.isArray(source.name) && source.name.length === 1 ? source.name[0] : undefined
    return isObject(first) && Object.keys(first).length === 1 && typeof first.text === 'string'
      ? { text: first.text as string, at: first, key: 'text' }
      : undefined
  }
}
