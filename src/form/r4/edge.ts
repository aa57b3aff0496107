import type { JsonObject } from '../../document/json.ts'
import { bundleEntries, collection, takeWhole } from '../bundle.ts'
import { Hub } from '../hub.ts'
import type { Mapper } from '../mapper.ts'

/** Plain R4 is the hub's own form: resources come in as they are. */
export function r4ToHub(root: JsonObject, mapper: Mapper): Hub {
  const hub = new Hub()
  for (const source of bundleEntries(root, mapper.books)) takeWhole(source, hub, mapper)
  return hub
}

export function hubToR4(hub: Hub): JsonObject {
  return collection(hub.entries, 'collection')
}
