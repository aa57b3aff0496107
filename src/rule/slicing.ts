import type { Definition, ElementNode } from '../definition/definition.ts'
import { type Answer, matcherOf } from './discriminator.ts'
import type { RuleKit } from './kit.ts'
import type { Occurrence } from './occurrence.ts'
import { at, nodeCheck } from './profile.ts'
import type { Asker, Run } from './run.ts'
import { askerOf } from './shape.ts'

/** A slice made ready: which values it takes, and how it is named in findings. */
interface Slice {
  readonly name: string
  readonly node: ElementNode
  readonly asker: Asker
  readonly takes: (one: Occurrence, run: Run) => Answer
  readonly within: ((members: readonly Occurrence[], run: Run) => void) | undefined
}

/**
 * Puts the values of an element into the slices of a profile and holds each slice to its rules
 * (https://hl7.org/fhir/R4/profiling.html#slicing). A slice that is sliced again is gone through in turn.
 */
export function slicingCheck(
  kit: RuleKit,
  definition: Definition,
  node: ElementNode,
): (found: readonly Occurrence[], run: Run) => void {
  const slices = (node.slices ?? []).map((slice) => sliceOf(kit, definition, node, slice))
  const asker = askerOf(definition, node)
  return (found, run) => {
    const members = new Map<Slice, Occurrence[]>(slices.map((slice) => [slice, []]))
    const places = found.map((one) => placeOf(one, slices, members, run))
    for (const [slice, own] of members) checkSlice(kit, definition, slice, own, node, run)
    checkRules(node, slices, found, places, asker, run)
  }
}

function sliceOf(kit: RuleKit, definition: Definition, parent: ElementNode, node: ElementNode): Slice {
  const discriminators = parent.slicing?.discriminators ?? []
  return {
    name: node.slice ?? node.id,
    node,
    asker: askerOf(definition, node),
    takes: matcherOf(kit, discriminators, parent, node),
    within: node.slices === undefined ? undefined : slicingCheck(kit, definition, node),
  }
}

/** The index of the first slice that takes the value; −1 if none does, undefined if that cannot be told. */
function placeOf(
  one: Occurrence,
  slices: readonly Slice[],
  members: ReadonlyMap<Slice, Occurrence[]>,
  run: Run,
): number | undefined {
  let unsure: Slice | undefined
  for (const [index, slice] of slices.entries()) {
    const answer = slice.takes(one, run)
    if (answer === 'yes') {
      members.get(slice)?.push(one)
      return index
    }
    if (answer === 'unknown') unsure ??= slice
  }
  if (unsure === undefined) return -1
  const { name, asker } = unsure
  at(one, run, () => run.cannotTell('SLC-006', { slice: name, name: one.member.name }, asker))
  return undefined
}

function checkSlice(
  kit: RuleKit,
  definition: Definition,
  slice: Slice,
  members: readonly Occurrence[],
  { name }: ElementNode,
  run: Run,
): void {
  const { min = 0, max = -1 } = slice.node
  const count = members.length
  if (count < min) run.report('SLC-001', { slice: slice.name, name, count, min }, slice.asker)
  if (max >= 0 && count > max) run.report('SLC-002', { slice: slice.name, name, count, max }, slice.asker)
  for (const one of members) at(one, run, nodeCheck(kit, definition, slice.node, one.member.type))
  slice.within?.(members, run)
}

function checkRules(
  { name, slicing }: ElementNode,
  slices: readonly Slice[],
  found: readonly Occurrence[],
  places: readonly (number | undefined)[],
  asker: Asker,
  run: Run,
): void {
  const names = slices.map((slice) => slice.name).join(', ')
  let last = -1
  let isPastSlices = false
  for (const [index, one] of found.entries()) {
    const place = places[index]
    if (place === undefined) continue
    const say = (code: 'SLC-003' | 'SLC-004' | 'SLC-005') =>
      at(one, run, () => run.report(code, { name, slices: names }, asker))
    if (place < 0 && slicing?.rules === 'closed') say('SLC-003')
    if (place >= 0 && isPastSlices && slicing?.rules === 'openAtEnd') say('SLC-004')
    if (place >= 0 && place < last && slicing?.ordered === true) say('SLC-005')
    isPastSlices ||= place < 0
    last = Math.max(last, place)
  }
}
