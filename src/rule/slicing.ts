import type { Definition, Discriminator, ElementNode } from '../definition/definition.ts'
import { byOwnType, type Matcher, matcherOf, walker } from './discriminator.ts'
import { nowhere, type Standing, type Walked } from './discriminator-walk.ts'
import type { RuleKit } from './kit.ts'
import { atOccurrence, type Occurrence, stepsTo } from './occurrence.ts'
import { nodeCheck } from './node.ts'
import type { Asker, Check, Run } from './run.ts'
import { askerOf } from './shape.ts'

/** A slice made ready: which values it takes, and how it is named in findings. */
interface Slice {
  readonly name: string
  readonly node: ElementNode
  readonly asker: Asker
  readonly takes: Matcher
  readonly checkFor: (type: string) => Check
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
  const { discriminators = [] } = node.slicing ?? {}
  const told = discriminators.length > 0 ? discriminators : byOwnType
  const slices = (node.slices ?? []).map((slice) => sliceOf(kit, definition, told, slice))
  const walkers = told.map((one) => walker(kit, one))
  const asker = askerOf(definition, node)
  const required = slices.filter((slice) => (slice.node.min ?? 0) > 0)
  // Where a value stands matters to profiles alone: they are asked about it there.
  const isPlaced = told.some(({ type }) => type === 'profile')
  return (found, run) => {
    if (found.length === 0) {
      for (const slice of required) checkSlice(slice, found, node, run)
      return
    }
    const members = slices.map((): Occurrence[] => [])
    const places = found.map((one) => placeOf(one, slices, walksOf(one, walkers, isPlaced, run), run))
    for (const [index, place] of places.entries()) {
      const one = found[index]
      if (one !== undefined && place !== undefined) members[place]?.push(one)
    }
    for (const [index, slice] of slices.entries()) checkSlice(slice, members[index] ?? [], node, run)
    checkRules(node, slices, found, places, asker, run)
  }
}

function sliceOf(
  kit: RuleKit,
  definition: Definition,
  discriminators: readonly Discriminator[],
  node: ElementNode,
): Slice {
  return {
    name: node.slice ?? node.id,
    node,
    asker: askerOf(definition, node),
    takes: matcherOf(kit, discriminators, node),
    checkFor: (type) => nodeCheck(kit, definition, node, type),
    within: node.slices === undefined ? undefined : slicingCheck(kit, definition, node),
  }
}

/** Where the discriminators lead from a value: each is followed once, however many slices ask. */
function walksOf(
  one: Occurrence,
  walkers: readonly ((from: Standing, run: Run) => Walked)[],
  isPlaced: boolean,
  run: Run,
): (index: number) => Walked {
  const { value, extra, member } = one
  const from: Standing = { value, extra, type: member.type, at: isPlaced ? [...run.path, ...stepsTo(one)] : nowhere }
  const walked: (Walked | undefined)[] = []
  return (index) => {
    walked[index] ??= walkers[index]?.(from, run)
    return walked[index] ?? { values: [], isComplete: false }
  }
}

/** The index of the first slice that takes the value; −1 if none does, undefined if that cannot be told. */
function placeOf(
  one: Occurrence,
  slices: readonly Slice[],
  walks: (index: number) => Walked,
  run: Run,
): number | undefined {
  let unsure: Slice | undefined
  for (const [index, slice] of slices.entries()) {
    const answer = slice.takes(walks, run)
    if (answer === 'yes') return index
    if (answer === 'unknown') unsure ??= slice
  }
  if (unsure === undefined) return -1
  const { name, asker } = unsure
  atOccurrence(one, run, () => run.cannotTell('SLC-006', { slice: name, name: one.member.name }, asker))
  return undefined
}

function checkSlice(slice: Slice, members: readonly Occurrence[], { name }: ElementNode, run: Run): void {
  const { min = 0, max = -1 } = slice.node
  const count = members.length
  if (count < min) run.report('SLC-001', { slice: slice.name, name, count, min }, slice.asker)
  if (max >= 0 && count > max) run.report('SLC-002', { slice: slice.name, name, count, max }, slice.asker)
  for (const one of members) atOccurrence(one, run, slice.checkFor(one.member.type))
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
      atOccurrence(one, run, () => run.report(code, { name, slices: names }, asker))
    if (place < 0 && slicing?.rules === 'closed') say('SLC-003')
    if (place >= 0 && isPastSlices && slicing?.rules === 'openAtEnd') say('SLC-004')
    if (place >= 0 && place < last && slicing?.ordered === true) say('SLC-005')
    isPastSlices ||= place < 0
    last = Math.max(last, place)
  }
}
