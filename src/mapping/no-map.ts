import type { Container, Key } from '../document/books.ts'
import type { JsonObject } from '../document/json.ts'
import type { RowPlan, Run } from './hop.ts'
import { isMember } from './slice.ts'
import { find, type Stride, valueAt } from './slot.ts'
import type { RowContext } from './structure.ts'
import { wokenBy } from './wake.ts'

/**
 * A row without a counterpart: it says, by name and with a reason, that an element does not cross. Where the row names a
 * carrier and the target may hold the source's own extension, the extension is left for the rows below to pass on.
 */
export function noMap({ row, left, right }: RowContext): RowPlan {
  const carried = row.carrier !== undefined
  return {
    wakes: wokenBy(left, right),
    forward: dropRun(row.id, left, carried),
    backward: dropRun(row.id, right, carried),
  }
}

function dropRun(row: string, sides: readonly (readonly Stride[])[], carried: boolean): Run {
  return (source, _target, hop) => {
    for (const strides of sides) {
      const url = strides.at(-1)?.slice?.url
      if (carried && url !== undefined && hop.mayCarry(url)) continue
      for (const [container, key] of places(source, strides)) {
        if (!hop.account.isClaimed(container, key)) hop.account.remark(row, 'dropped', container, key)
      }
    }
  }
}

/** An element by its key; the members of a slice each for themselves. */
function places(source: JsonObject, strides: readonly Stride[]): (readonly [Container, Key])[] {
  const slot = find(source, strides, true)
  const value = slot === undefined ? undefined : valueAt(slot)
  if (slot === undefined || value === undefined) return []
  const slice = strides.at(-1)?.slice
  if (slice === undefined || !Array.isArray(value)) return [[slot.container, slot.key]]
  return value.flatMap((member, index) => (isMember(member, slice) ? [[value, index] as const] : []))
}
