import type { Codec, Place, Values } from '../codec/codec.ts'
import type { Container } from '../document/books.ts'
import { equal } from '../document/equal.ts'
import type { JsonObject } from '../document/json.ts'
import { keysOf } from '../document/places.ts'
import { isList } from './each.ts'
import type { Hop, Plan, Run } from './hop.ts'
import { claimSlices, find, make, put, type Slot, type Stride, valueAt } from './slot.ts'
import type { RowContext } from './structure.ts'

type Sides = readonly (readonly Stride[])[]

/** A row of values: read the tuple, translate it, write what came out, and claim what would come back. */
export function compileCodec({ row, left, right, context }: RowContext, codec: Codec): Plan {
  const there: Translate = (values, place) => codec.forward(values, place)
  const back: Translate = (values, place) => codec.backward(values, place)
  return {
    forward: runOf(row.id, left, right, context.left, context.right, there, back),
    backward: runOf(row.id, right, left, context.right, context.left, back, there),
  }
}

type Translate = (values: Values, place: Place) => Values | undefined

const silent: Place = { report: () => undefined }

/**
 * The way back is asked with the target's own context, which other rows may not have written yet: where a codec reads
 * context, its row stands below the rows that make it.
 */
function runOf(
  row: string,
  from: Sides,
  to: Sides,
  fromContext: Sides,
  toContext: Sides,
  there: Translate,
  back: Translate,
): Run {
  const fromLists = from.map(isList)
  const toLists = to.map(isList)
  return (source, target, hop) => {
    const slots = from.map((strides, index) => find(source, strides, fromLists[index] as boolean))
    const values = slots.map((slot) => (slot === undefined ? undefined : valueAt(slot)))
    if (values.every((value) => value === undefined) && fromContext.length === 0) return
    const result = there([...values, ...readContext(source, fromContext)], placeOf(hop, slots))
    if (result === undefined) return
    const written = write(target, to, toLists, result)
    const restored = back([...to.map((_, index) => result[index]), ...readContext(target, toContext)], silent)
    settle(row, source, from, slots, values, restored, written, hop)
    if (values.every((value) => value === undefined))
      for (const one of written) hop.account.added(row, 'derived', one.container, one.key)
  }
}

function readContext(scope: JsonObject, sides: Sides): Values {
  return sides.map((strides) => {
    const slot = find(scope, strides, true)
    return slot === undefined ? undefined : valueAt(slot)
  })
}

function placeOf(hop: Hop, slots: readonly (Slot | undefined)[]): Place {
  return {
    report(code, params) {
      const slot = slots.find((one) => one !== undefined)
      if (slot !== undefined) hop.report(code, slot.container, slot.key, params)
    },
  }
}

function write(target: JsonObject, to: Sides, lists: readonly boolean[], values: Values): Slot[] {
  const written: Slot[] = []
  for (const [index, strides] of to.entries()) {
    const value = values[index]
    if (value === undefined) continue
    const slot = make(target, strides, lists[index] as boolean)
    put(slot, value)
    written.push(slot)
  }
  return written
}

/** Claims each leaf that the way back restores, and remarks on each that it does not (laws 1 and 2). */
function settle(
  row: string,
  source: JsonObject,
  from: Sides,
  slots: readonly (Slot | undefined)[],
  values: Values,
  restored: Values | undefined,
  written: readonly Slot[],
  hop: Hop,
): void {
  for (const [index, slot] of slots.entries()) {
    const value = values[index]
    if (slot === undefined || value === undefined) continue
    hop.account.claim(slot.container, slot.key)
    claimSlices(source, from[index] as readonly Stride[], hop.account)
    if (!equal(value, restored?.[index])) hop.account.remark(row, 'narrowed', slot.container, slot.key)
    for (const one of written) linkDeep(row, slot, one, hop)
  }
}

/** A value that was made anew has leaves of its own; each of them rests on the whole value that it came from. */
function linkDeep(row: string, from: Slot, to: Slot, hop: Hop): void {
  hop.account.link(row, from.container, from.key, to.container, to.key)
  const value = valueAt(to)
  if (typeof value !== 'object' || value === null || value === valueAt(from)) return
  const container = value as Container
  for (const key of keysOf(container)) linkDeep(row, from, { container, key }, hop)
}
