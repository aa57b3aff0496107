import type { Codec, Place, Values } from '../codec/codec.ts'
import type { Container } from '../document/books.ts'
import { equal } from '../document/equal.ts'
import type { Json, JsonObject } from '../document/json.ts'
import { keysOf } from '../document/places.ts'
import type { IssueCode } from '../issue/catalogue.ts'
import type { Params } from '../issue/issue.ts'
import { isList } from './each.ts'
import type { Hop, RowPlan, Run } from './hop.ts'
import { claimSlices, find, make, put, type Slot, type Stride, valueAt } from './slot.ts'
import type { RowContext } from './structure.ts'
import { always, wokenBy } from './wake.ts'

type Sides = readonly (readonly Stride[])[]

/** A row of values: read the tuple, translate it, write what came out, and claim what would come back. */
export function compileCodec({ row, left, right, context }: RowContext, codec: Codec): RowPlan {
  const there: Translate = (values, place) => codec.forward(values, place)
  const back: Translate = (values, place) => codec.backward(values, place)
  const read = wokenBy(left, right)
  return {
    wakes: {
      forward: context.left.length === 0 ? read.forward : always,
      backward: context.right.length === 0 ? read.backward : always,
    },
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
  const needsContext = fromContext.length > 0
  return (source, target, hop) => {
    const slots = from.map((strides, index) => find(source, strides, fromLists[index] as boolean))
    const values = slots.map((slot) => (slot === undefined ? undefined : valueAt(slot)))
    const isStated = values.some((value) => value !== undefined)
    if (!isStated && !needsContext) return
    const result = there(withContext(values, source, fromContext), new SlotPlace(hop, slots))
    if (result === undefined) return
    const written = write(target, to, toLists, result)
    const restored = back(withContext(result, target, toContext, to.length), silent)
    settle(row, source, from, slots, values, restored, written, hop)
    if (!isStated) for (const one of written) hop.account.added(row, 'derived', one.container, one.key)
  }
}

/** The values of a side, so many of them, and those that are only read after them. */
function withContext(values: Values, scope: JsonObject, context: Sides, length = values.length): Values {
  if (context.length === 0 && values.length === length) return values
  const all: (Json | undefined)[] = []
  for (let index = 0; index < length; index++) all.push(values[index])
  for (const strides of context) {
    const slot = find(scope, strides, true)
    all.push(slot === undefined ? undefined : valueAt(slot))
  }
  return all
}

/** A codec speaks of the first of its values that is there. */
class SlotPlace implements Place {
  constructor(
    readonly hop: Hop,
    readonly slots: readonly (Slot | undefined)[],
  ) {}

  report(code: IssueCode, params?: Params): void {
    const slot = this.slots.find((one) => one !== undefined)
    if (slot !== undefined) this.hop.report(code, slot.container, slot.key, params)
  }
}

function write(target: JsonObject, to: Sides, lists: readonly boolean[], values: Values): Slot[] {
  const written: Slot[] = []
  for (let index = 0; index < to.length; index++) {
    const value = values[index]
    if (value === undefined) continue
    const slot = make(target, to[index] as readonly Stride[], lists[index] as boolean)
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
  for (let index = 0; index < slots.length; index++) {
    const slot = slots[index]
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
