import type { Container } from '../document/books.ts'
import { childOf, isObject, type Json, type Path } from '../document/json.ts'
import { resolvePath } from '../document/path.ts'
import type { Slot } from '../mapping/slot.ts'
import { type Documents, leavesBelow } from './documents.ts'

/**
 * The leaves at a place as ledgers print it, or all of them.
 *
 * @throws KritinfoError DOC-060 for a text that is no place.
 */
export function leavesAt(documents: Documents, place: string | undefined): readonly Slot[] {
  if (place === undefined) return documents.leaves()
  const root = documents.roots[0] as Json
  const path = pathOf(root, place)
  if (path === undefined) return []
  if (path.length === 0) return documents.leaves()
  const slot = slotAt(root, path)
  return slot === undefined ? [] : leavesBelow(slot)
}

/** `AllergyIntolerance[1].code` of a Bundle is the second resource of that type. */
function pathOf(root: Json, place: string): Path | undefined {
  const [, type = '', index] = /^([A-Z][A-Za-z]+)(?:\[(\d+)\])?(?=[.[]|$)/.exec(place) ?? []
  if (!isObject(root) || root.resourceType !== 'Bundle' || type === '' || type === 'Bundle')
    return resolvePath(root, place)
  const entries = Array.isArray(root.entry) ? root.entry : []
  const [at, resource] =
    entries.flatMap((entry, at) =>
      isObject(entry) && isObject(entry.resource) && entry.resource.resourceType === type
        ? [[at, entry.resource] as const]
        : [],
    )[Number(index ?? 0)] ?? []
  if (at === undefined || resource === undefined) return undefined
  return ['entry', at, 'resource', ...resolvePath(resource, place.replace(/^([A-Z][A-Za-z]+)\[\d+\]/, '$1'))]
}

/** The place at the end of a path, if it is there. */
export function slotAt(root: Json | undefined, path: Path): Slot | undefined {
  const key = path.at(-1)
  if (key === undefined) return undefined
  const container = path.slice(0, -1).reduce<Json | undefined>(childOf, root)
  const isThere = Array.isArray(container)
    ? typeof key === 'number' && key < container.length
    : isObject(container) && Object.hasOwn(container, key)
  return isThere ? { container: container as Container, key } : undefined
}
