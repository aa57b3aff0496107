import type { JsonObject } from '../../document/json.ts'
import { uuid5 } from '../../document/uuid.ts'
import { bundleEntries, collection } from '../bundle.ts'
import { addressOf, Hub, versionOf } from '../hub.ts'
import type { Mapper } from '../mapper.ts'

/** Plain R4 is the hub's own form: resources come in as they are. */
export function r4ToHub(root: JsonObject, mapper: Mapper): Hub {
  const hub = new Hub()
  for (const { resource, fullUrl, holder, key } of bundleEntries(root, mapper.books)) {
    mapper.books.claim(holder, key)
    for (const name of Object.keys(resource)) mapper.books.claim(resource, name)
    const type = String(resource.resourceType)
    hub.add(resource, fullUrl ?? addressOf(type, resource.id ?? uuid5(JSON.stringify(resource)), versionOf(resource)))
  }
  return hub
}

export function hubToR4(hub: Hub): JsonObject {
  return collection(hub.entries, 'collection')
}
