import { getKey, isObject, type Json, type JsonObject } from '../document/json.ts'
import type { Direction, Hop, RowPlan, Run } from './hop.ts'
import { claimSlices, find, make, makeParent, put, type Slot, type Stride, valueAt } from './slot.ts'
import type { RowContext } from './structure.ts'
import { ANY, BLANK, type Case, type CaseValue } from './table.ts'
import { always, wokenBy } from './wake.ts'

type Sides = readonly (readonly Stride[])[]
type Side = 'left' | 'right'

/**
 * A grid of cases over several elements a side, for meanings that are spread: a status that sits in two codes
 * and an extension. First match wins. A required grid without a match keeps the record back: a status that
 * nobody foresaw is never passed on as one that looks like it.
 */
export function compileGrid(context: RowContext, cases: readonly Case[]): RowPlan {
  const read = wokenBy(context.left, context.right)
  return {
    // Where a grid is required, that there is nothing to read is a case too.
    wakes: context.row.required ? { forward: always, backward: always } : read,
    forward: gridRun(context, 'forward', context.left, context.right, cases),
    backward: gridRun(context, 'backward', context.right, context.left, cases),
  }
}

/** The first case whose tuple on the side we come from is `values`. */
export function matchCase(
  cases: readonly Case[],
  direction: Direction,
  values: readonly CaseValue[],
): Case | undefined {
  const side: Side = direction === 'forward' ? 'left' : 'right'
  // Run for every record, so without a closure for each case.
  for (const one of cases) if ((one.only === undefined || one.only === direction) && fits(one[side], values)) return one
  return undefined
}

function fits(wanted: readonly CaseValue[], values: readonly CaseValue[]): boolean {
  for (let index = 0; index < wanted.length; index++)
    if (wanted[index] !== ANY && wanted[index] !== values[index]) return false
  return true
}

function gridRun(context: RowContext, direction: Direction, from: Sides, to: Sides, cases: readonly Case[]): Run {
  const { id: row, required } = context.row
  const displays = context.table.displays
  const there: Side = direction === 'forward' ? 'right' : 'left'
  const reverse: Direction = direction === 'forward' ? 'backward' : 'forward'
  const restored = new Map(
    cases.map((one) => [one, matchCase(cases, reverse, one[there])?.[direction === 'forward' ? 'left' : 'right']]),
  )
  return (source, target, hop) => {
    const slots = from.map((strides) => find(source, strides, false))
    const values = slots.map((slot, index) => read(slot, from[index] as readonly Stride[]))
    if (!required && values.every((value) => value === null)) return
    const match = matchCase(cases, direction, values)
    if (match === undefined || match.outcome === 'withheld') {
      if (required) hop.withheld = row
      return
    }
    const written = writeCase(target, to, match[there], displays)
    settleCase(row, source, from, slots, values, restored.get(match), written, hop, displays)
    if (match.outcome !== undefined)
      for (const one of written) hop.account.added(row, match.outcome, one.container, one.key)
  }
}

/** `null` for what is not there; blank for a slice's member that has no value at this key. */
function read(slot: Slot | undefined, strides: readonly Stride[]): CaseValue {
  if (slot === undefined) return null
  const value = valueAt(slot)
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (value !== undefined) return '(not a code)'
  return strides.at(-2)?.slice === undefined ? null : BLANK
}

function writeCase(target: JsonObject, to: Sides, values: readonly CaseValue[], displays: boolean): Slot[] {
  const written: Slot[] = []
  for (let index = 0; index < to.length; index++) {
    const strides = to[index] as readonly Stride[]
    const value = values[index]
    if (value === undefined || value === null || value === ANY) continue
    if (value === BLANK) {
      makeParent(target, strides)
      continue
    }
    const slot = make(target, strides, false)
    put(slot, value)
    written.push(slot)
    const display = displays ? standardDisplay(strides, value) : undefined
    if (display !== undefined) put({ container: slot.container, key: 'display' }, display)
  }
  return written
}

/** FHIR's own status codes have one fixed display each, so it is written with the code and never carried. */
function standardDisplay(strides: readonly Stride[], code: Json): string | undefined {
  const displays = strides.at(-2)?.slice?.display
  return typeof code === 'string' ? displays?.[code] : undefined
}

function settleCase(
  row: string,
  source: JsonObject,
  from: Sides,
  slots: readonly (Slot | undefined)[],
  values: readonly CaseValue[],
  restored: readonly CaseValue[] | undefined,
  written: readonly Slot[],
  hop: Hop,
  displays: boolean,
): void {
  for (let index = 0; index < slots.length; index++) {
    const slot = slots[index]
    const value = values[index]
    if (slot === undefined || value === null || value === undefined) continue
    claimSlices(source, from[index] as readonly Stride[], hop.account)
    if (value === BLANK) continue
    hop.account.claim(slot.container, slot.key)
    if (displays) claimDisplay(slot, from[index] as readonly Stride[], value, hop)
    if (restored?.[index] !== value) hop.account.remark(row, 'narrowed', slot.container, slot.key)
    for (const one of written) hop.account.link(row, slot.container, slot.key, one.container, one.key)
  }
}

function claimDisplay(slot: Slot, strides: readonly Stride[], code: Json, hop: Hop): void {
  const display = standardDisplay(strides, code)
  const member = slot.container
  if (display !== undefined && isObject(member) && getKey(member, 'display') === display)
    hop.account.claim(member, 'display')
}
