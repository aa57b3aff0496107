import type { Books, Container, Key } from '../document/books.ts'
import { isObject, type Json, type JsonObject } from '../document/json.ts'
import type { HubEntry } from './hub.ts'

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
  const entries = Array.isArray(root.entry) ? root.entry.filter(isObject) : []
  return entries.flatMap((entry) => {
    const fullUrl = entry.fullUrl
    if (typeof fullUrl === 'string') books.claim(entry, 'fullUrl')
    const resource = entry.resource
    if (!isObject(resource ?? null)) return []
    return [
      {
        resource: resource as JsonObject,
        fullUrl: typeof fullUrl === 'string' ? fullUrl : undefined,
        holder: entry,
        key: 'resource',
      },
    ]
  })
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
