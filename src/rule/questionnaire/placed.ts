import { getKey, isObject, type JsonObject, type Path } from '../../document/json.ts'
import { textOf } from './parts.ts'

/** An item of a response and where it stands. */
export interface Placed {
  readonly item: JsonObject
  readonly path: Path
}

/** The items of a response, a group or an answer. One without a linkId is told by the structure's own rules. */
export function placedIn(holder: JsonObject, path: Path): Placed[] {
  const items = getKey(holder, 'item')
  if (!Array.isArray(items)) return []
  return items.flatMap((item, index) =>
    isObject(item) && textOf(item, 'linkId') !== undefined ? [{ item, path: [...path, 'item', index] }] : [],
  )
}

/** An item with nothing but its linkId and text is as good as none. */
export function isFilled({ item }: Placed): boolean {
  return getKey(item, 'answer') !== undefined || getKey(item, 'item') !== undefined
}
