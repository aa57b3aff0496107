import type { Books, Container, Key } from '../document/books.ts'
import { isObject, type Json, type JsonObject, objectsIn, wordOf } from '../document/json.ts'
import { uuid5 } from '../document/uuid.ts'
import { addressOf, type Hub, type HubEntry, versionOf } from './hub.ts'
import type { Mapper } from './mapper.ts'

/** A resource of the input, and where it stands. */
export interface Source {
  readonly resource: JsonObject
  readonly fullUrl: string | undefined
  readonly holder: Container
  readonly key: Key
}

/**
 * The resources of a Bundle, or the one that is no Bundle. Claims what any Bundle says again by being one (type,
 * addresses); the rest of the container (timestamp, total, links, search scores) is left to the ledger.
 */
export function bundleEntries(root: JsonObject, books: Books): Source[] {
  if (root.resourceType !== 'Bundle') return [{ resource: root, fullUrl: undefined, holder: [root], key: 0 }]
  books.claim(root, 'resourceType')
  books.claim(root, 'type')
  const sources: Source[] = []
  for (const entry of objectsIn(root.entry)) {
    const { resource } = entry
    const fullUrl = typeof entry.fullUrl === 'string' ? entry.fullUrl : undefined
    if (fullUrl !== undefined) books.claim(entry, 'fullUrl')
    if (isObject(resource)) sources.push({ resource, fullUrl, holder: entry, key: 'resource' })
  }
  return sources
}

/** The resources of a Bundle, also of one in Parameters, or the one that is no Bundle, for a look at what they are. */
export function resourcesOf(root: JsonObject): JsonObject[] {
  if (root.resourceType === 'Parameters') return bundlesIn(root).flatMap(resourcesOf)
  if (root.resourceType !== 'Bundle') return [root]
  const entries = objectsIn(root.entry)
  return entries.map((entry) => entry.resource).filter(isObject)
}

/** Bundles that an operation gave back among its parameters (https://hl7.org/fhir/R4/parameters.html). */
function bundlesIn(parameters: JsonObject): JsonObject[] {
  const list = objectsIn(parameters.parameter)
  return list.map((one) => one.resource).filter((one) => isObject(one) && one.resourceType === 'Bundle') as JsonObject[]
}

/** The address that a resource came with, else one that its content gives it. */
export function addressOfSource({ resource, fullUrl }: Source): string {
  return (
    fullUrl ??
    addressOf(wordOf(resource.resourceType), resource.id ?? uuid5(JSON.stringify(resource)), versionOf(resource))
  )
}

/** A resource becomes part of the hub as it is. */
export function takeWhole(source: Source, hub: Hub, mapper: Mapper): void {
  const { resource, holder, key } = source
  const { books } = mapper
  books.claim(holder, key)
  for (const name of Object.keys(resource)) books.claim(resource, name)
  hub.addRecord(resource, addressOfSource(source), resource, mapper)
}

/** What is left of something that is made anew for every document: dropped, and the row says of what it was part. */
export function dropRest(holder: JsonObject, row: string, books: Books, except: readonly string[] = []): void {
  for (const key of Object.keys(holder)) {
    if (!except.includes(key) && !books.isClaimed(holder, key)) books.remark(row, 'dropped', holder, key)
  }
}

/** Resources as a Bundle that is neither document nor message. */
export function collection(entries: readonly HubEntry[], type: 'collection' | 'searchset'): JsonObject {
  const made: Json[] = entries.map(({ fullUrl, resource }) => ({ fullUrl, resource }))
  return {
    resourceType: 'Bundle',
    type,
    ...(type === 'searchset' ? { total: made.length } : {}),
    ...(made.length > 0 ? { entry: made } : {}),
  }
}
