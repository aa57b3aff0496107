import { getKey, type JsonObject } from '../../document/json.ts'
import { resourceStore } from '../../terminology/store.ts'
import { terminologyFrom } from '../../terminology/terminology-of.ts'
import type { ContainedSet } from './asking.ts'
import { objectsOf } from './parts.ts'

/**
 * The value set that a resource contains under an id, with the code systems beside it. Codes of systems that are not there
 * are not known. It need not have a url of its own.
 */
export function containedSet(container: JsonObject, id: string): ContainedSet | undefined {
  const contained = objectsOf(container, 'contained')
  const found = contained.find((one) => getKey(one, 'id') === id && getKey(one, 'resourceType') === 'ValueSet')
  if (found === undefined) return undefined
  const url = `#${id}`
  const terminology = terminologyFrom(resourceStore([...contained, { ...found, url }]))
  return (code) => terminology.member(url, code)
}
