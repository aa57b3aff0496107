import { isObject, type Json, type JsonObject } from '../document/json.ts'
import type { Direction, Hop, RowPlan, Run } from './hop.ts'
import { claimMember, isMember, newMember } from './slice.ts'
import { claimSlices, find, make, put, type Stride, valueAt } from './slot.ts'
import type { RowContext } from './structure.ts'
import { wokenBy } from './wake.ts'

/** `table(name)`: the element is mapped by a table of its own; a list member by member. */
export function each(context: RowContext): RowPlan {
  const [name = ''] = context.args
  return {
    wakes: wokenBy(context.left, context.right),
    forward: eachRun(context, name, 'forward'),
    backward: eachRun(context, name, 'backward'),
  }
}

function eachRun({ compiled, left, right }: RowContext, table: string, direction: Direction): Run {
  const [from, to] = direction === 'forward' ? [left[0] ?? [], right[0] ?? []] : [right[0] ?? [], left[0] ?? []]
  const asList = from.at(-1)?.many === true && to.at(-1)?.many === true
  const plan = () => compiled.plan(table)[direction]
  if (asList) return listRun(plan, from, to)
  return (source, target, hop) => {
    const slot = find(source, from, false)
    const value = slot === undefined ? undefined : valueAt(slot)
    const made = value === undefined ? undefined : mapOne(value, plan(), hop)
    if (made === undefined) return
    put(make(target, to, false), made)
    claimSlices(source, from, hop.account)
  }
}

/** A sliced list stands for those of its members that belong to the slice. */
function listRun(plan: () => Run, from: readonly Stride[], to: readonly Stride[]): Run {
  const sliceFrom = from.at(-1)?.slice
  const sliceTo = to.at(-1)?.slice
  return (source, target, hop) => {
    const slot = find(source, from, true)
    const value = slot === undefined ? undefined : valueAt(slot)
    if (!Array.isArray(value)) return
    const members = sliceFrom === undefined ? value : value.filter((member) => isMember(member, sliceFrom))
    const made = mapMembers(members, plan(), hop)
    if (made === undefined) return
    if (sliceFrom !== undefined) for (const member of members) claimMember(member as JsonObject, sliceFrom, hop.account)
    const place = make(target, to, true)
    const known = valueAt(place)
    const added =
      sliceTo === undefined ? made : made.map((member) => ({ ...newMember(sliceTo), ...(member as JsonObject) }))
    put(place, Array.isArray(known) ? [...known, ...added] : added)
  }
}

export function isList(strides: readonly Stride[]): boolean {
  return strides.at(-1)?.many === true && strides.at(-1)?.slice === undefined
}

/** Members that say nothing on the other side leave no empty member behind; their leaves go to the ledger. */
export function mapMembers(value: Json, run: Run, hop: Hop): Json[] | undefined {
  if (!Array.isArray(value)) return undefined
  const open = value.filter((member) => !(isObject(member) && hop.account.isWhole(member)))
  const made = open
    .map((member) => mapOne(member, run, hop))
    .filter((member): member is JsonObject => member !== undefined)
  return made.length === 0 ? undefined : made
}

export function mapOne(value: Json, run: Run, hop: Hop): JsonObject | undefined {
  if (!isObject(value)) return undefined
  const made: JsonObject = {}
  run(value, made, hop)
  return Object.keys(made).length === 0 ? undefined : made
}
