import type { Container, Key } from '../document/books.ts'
import { isObject, type Json, type Path } from '../document/json.ts'
import { hidden, isPlainName } from '../document/name.ts'
import { parsePath } from '../document/path.ts'
import { type Slot, valueAt } from '../mapping/slot.ts'
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
  return path.length === 0 ? documents.leaves() : slotsAt(root, path).flatMap(leavesBelow)
}

/** `AllergyIntolerance[1].code` of a Bundle is the second resource of that type. */
function pathOf(root: Json, place: string): Path | undefined {
  const [, type = '', index] = /^([A-Z][A-Za-z]+)(?:\[(\d+)\])?(?=[.[]|$)/.exec(place) ?? []
  if (!isObject(root) || root.resourceType !== 'Bundle' || type === '' || type === 'Bundle') return parsePath(place)
  const entries = Array.isArray(root.entry) ? root.entry : []
  const found = entries.flatMap((entry, at) =>
    isObject(entry) && isObject(entry.resource) && entry.resource.resourceType === type ? [at] : [],
  )[Number(index ?? 0)]
  if (found === undefined) return undefined
  return ['entry', found, 'resource', ...parsePath(place.replace(/^([A-Z][A-Za-z]+)\[\d+\]/, '$1'))]
}

/** The places that a path names: one, or, where a ledger has not shown a name (`…`), all of which it shows no name. */
export function slotsAt(value: Json | undefined, [key, ...rest]: Path): Slot[] {
  if (key === undefined || typeof value !== 'object' || value === null) return []
  return keysAt(value as Container, key).flatMap((one) => {
    const slot = { container: value as Container, key: one }
    return rest.length === 0 ? [slot] : slotsAt(valueAt(slot), rest)
  })
}

function keysAt(container: Container, key: Key): readonly Key[] {
  if (Object.hasOwn(container, key)) return [key]
  return key === hidden && isObject(container) ? Object.keys(container).filter((name) => !isPlainName(name)) : []
}
