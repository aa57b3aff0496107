import { printPath, resolvePath } from '../../../document/path.ts'
import { slotAt } from '../../../inspect/spots.ts'
import { KritinfoError } from '../../../issue/issue.ts'
import type { Slot } from '../../../mapping/slot.ts'
import type { Tracing } from '../../../trace.ts'
import type { Side } from './plain.ts'

/**
 * The value at a place as ledgers and findings print it, or where an element is missing what it is missing in. Undefined for a
 * text that is no place in the document.
 */
export function slotNear(tracing: Tracing, side: Side, place: string): Slot | undefined {
  try {
    const root = tracing.documents[side].roots[0] ?? null
    const path = resolvePath(root, place)
    if (path.length > 0 && !place.startsWith(printPath(root, []))) return tracing.leavesAt(side, place)[0]
    for (let length = path.length; length > 0; length--) {
      const slot = slotAt(root, path.slice(0, length))
      if (slot !== undefined) return slot
    }
    return undefined
  } catch (problem) {
    // The place stands in the address of the page, where anybody may write anything.
    if (problem instanceof KritinfoError) return undefined
    throw problem
  }
}
