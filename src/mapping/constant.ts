import type { Json, JsonObject } from '../document/json.ts'
import type { Hop, RowPlan, Run } from './hop.ts'
import { claimSlices, find, make, put, type Stride, valueAt } from './slot.ts'
import type { RowContext } from './structure.ts'
import { always, wokenBy } from './wake.ts'

/**
 * `constant(left, right)`: each side has a fixed value of its own, such as the profile it names. The source's is
 * claimed where it is the expected one; the target's is written either way. `-` stands for a side without one.
 */
export function constant({ left, right, args }: RowContext): RowPlan {
  const [ours = '-', theirs = '-'] = args
  const read = wokenBy(left, right)
  return {
    wakes: { forward: theirs === '-' ? read.forward : always, backward: ours === '-' ? read.backward : always },
    forward: constantRun(left[0] ?? [], ours, right[0] ?? [], theirs),
    backward: constantRun(right[0] ?? [], theirs, left[0] ?? [], ours),
  }
}

function constantRun(from: readonly Stride[], expected: string, to: readonly Stride[], written: string): Run {
  return (source, target, hop) => {
    if (expected !== '-') claimConstant(source, from, expected, hop)
    if (written === '-') return
    const asList = to.at(-1)?.many === true
    const place = make(target, to, asList)
    const known = valueAt(place)
    if (asList) put(place, Array.isArray(known) ? [...known, written] : [written])
    else if (known === undefined) put(place, written)
  }
}

function claimConstant(source: JsonObject, from: readonly Stride[], expected: string, hop: Hop): void {
  const slot = find(source, from, true)
  const value = slot === undefined ? undefined : valueAt(slot)
  if (slot === undefined || value === undefined) return
  if (value === expected) {
    hop.account.claim(slot.container, slot.key)
    claimSlices(source, from, hop.account)
  }
  if (Array.isArray(value)) claimMembers(value, expected, hop)
}

function claimMembers(list: Json[], expected: string, hop: Hop): void {
  for (const [index, member] of list.entries()) if (member === expected) hop.account.claim(list, index)
}
