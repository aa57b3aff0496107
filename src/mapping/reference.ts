import { isObject, type JsonObject } from '../document/json.ts'
import { type Direction, hopOf, type RowPlan, type Run } from './hop.ts'
import { claimSlices, find, make, put, valueAt } from './slot.ts'
import type { RowContext } from './structure.ts'
import { wokenBy } from './wake.ts'

/**
 * `reference(table, role)`: one side has a part in place (or contained), the other refers to a resource of its own.
 * The part is mapped by `table`; where it goes and how it is found is the container's business (`Surroundings`).
 * `role` is the name the part has among its siblings: NHN contains it under `recorderRef`, `updaterRef` or `deviceRef`.
 */
export function reference(context: RowContext): RowPlan {
  return {
    wakes: wokenBy(context.left, context.right),
    forward: referenceRun(context, 'forward'),
    backward: referenceRun(context, 'backward'),
  }
}

function referenceRun({ row, compiled, left, right, args }: RowContext, direction: Direction): Run {
  const [table = '', role = ''] = args
  const [from, to] = direction === 'forward' ? [left[0] ?? [], right[0] ?? []] : [right[0] ?? [], left[0] ?? []]
  return (source, target, hop) => {
    const slot = find(source, from, false)
    const value = slot === undefined ? undefined : valueAt(slot)
    if (slot === undefined || !isObject(value)) return
    const part = hop.resolve(value, role)
    if (part === undefined) return
    const made = hop.part(role)
    const empty = Object.keys(made).length
    const branch = hop.account.branch()
    compiled.plan(table)[direction](part, made, hopOf(hop, branch, hop.report))
    hop.account.join(branch)
    if (Object.keys(made).length === empty) return
    const placed = hop.place(made, role)
    const stated: JsonObject = placed === undefined ? made : { reference: placed }
    put(make(target, to, false), stated)
    claimSlices(source, from, hop.account)
    hop.account.link(row.id, slot.container, slot.key, target, to.at(-1)?.key ?? '')
    if (placed !== undefined) hop.account.link(row.id, slot.container, slot.key, stated, 'reference')
  }
}
