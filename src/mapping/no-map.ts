import type { Plan, Run } from './hop.ts'
import { find, type Stride, valueAt } from './slot.ts'
import type { RowContext } from './structure.ts'

/** A row without a counterpart: it says, by name and with a reason, that an element does not cross. */
export function noMap({ row, left, right }: RowContext): Plan {
  return { forward: dropRun(row.id, left), backward: dropRun(row.id, right) }
}

function dropRun(row: string, sides: readonly (readonly Stride[])[]): Run {
  return (source, _target, hop) => {
    for (const strides of sides) {
      const slot = find(source, strides, true)
      if (slot === undefined || valueAt(slot) === undefined || hop.account.isClaimed(slot.container, slot.key)) continue
      hop.account.remark(row, 'dropped', slot.container, slot.key)
    }
  }
}
