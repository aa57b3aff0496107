import { isObject, type JsonObject, objectsIn, wordOf } from '../document/json.ts'
import { addressOfSource, resourcesOf } from '../form/bundle.ts'
import type { Count } from './picture.ts'

/** A resource of a document, with the address that a reference to it has. */
export interface Resource {
  readonly address: string
  readonly resource: JsonObject
}

/** The resources of a document in FHIR, in their order; none of a `ki` document or of SFM's own XML. */
export function sourcesOf(root: JsonObject): Resource[] {
  if (typeof root.resourceType !== 'string') return []
  if (root.resourceType !== 'Bundle') return resourcesOf(root).map((resource) => resourceOf(resource, undefined))
  return objectsIn(root.entry).flatMap(({ resource, fullUrl }) =>
    isObject(resource) ? [resourceOf(resource, typeof fullUrl === 'string' ? fullUrl : undefined)] : [],
  )
}

function resourceOf(resource: JsonObject, fullUrl: string | undefined): Resource {
  return { address: addressOfSource({ resource, fullUrl, holder: [resource], key: 0 }), resource }
}

/** How many there are of each type, in the order of the alphabet. */
export function countsOf(types: readonly string[]): Count[] {
  const counts = new Map<string, number>()
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1)
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([type, count]) => ({ type, count }))
}

export function typeOf({ resource }: Resource): string {
  return wordOf(resource.resourceType)
}
