import { equal } from '../document/equal.ts'
import { isObject, type Json, type JsonObject } from '../document/json.ts'
import type { RowPlan, Run } from './hop.ts'
import { isChoiceKey } from './same.ts'
import { find, make, put, type Stride, valueAt } from './slot.ts'
import type { RowContext } from './structure.ts'
import type { ElementPath } from './table.ts'
import { always, wokenBy } from './wake.ts'

/** https://hl7.org/fhir/R4/extension-data-absent-reason.html */
const url = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason'

/**
 * `absent(reason)`: a side that the row names must have the element. If no row above has written it, it says why it is not
 * there, which invents nothing and which the ledger tells. A side that the row leaves empty can do without: what says no
 * more than that reason is not brought there. Of a choice the row names one type, to say it with; any type will do.
 */
export function absent({ row, left, right, args }: RowContext): RowPlan {
  const [reason = 'unknown'] = args
  const ours = placeOf(row.left[0], left[0])
  const theirs = placeOf(row.right[0], right[0])
  const taken = wokenBy([ours.strides], [theirs.strides])
  return {
    wakes: {
      forward: theirs.strides.length === 0 ? taken.forward : always,
      backward: ours.strides.length === 0 ? taken.backward : always,
    },
    forward: absentRun(row.id, ours, theirs, reason),
    backward: absentRun(row.id, theirs, ours, reason),
  }
}

interface Place {
  /** The way to the element; to what stands beside the value for a primitive of a choice. */
  readonly strides: readonly Stride[]
  /** The choice's name without the type. */
  readonly stem: string | undefined
}

function placeOf(element: ElementPath | undefined, strides: readonly Stride[] | undefined): Place {
  const [, stem] = /(\w+)\[x\]:\w+$/.exec(element?.id ?? '') ?? []
  const last = strides?.at(-1)
  if (strides === undefined || stem === undefined || last === undefined) return { strides: strides ?? [], stem }
  return { strides: [...strides.slice(0, -1), { ...last, key: `_${last.key}` }], stem }
}

function absentRun(row: string, from: Place, to: Place, reason: string): Run {
  if (to.strides.length === 0) return takeAway(from.strides, reason)
  return (_source, target, hop) => {
    if (isThere(target, to)) return
    const extension: JsonObject = { url, valueCode: reason }
    put(make(target, to.strides, false), { extension: [extension] })
    hop.account.added(row, 'defaulted', extension, 'valueCode')
  }
}

function isThere(target: JsonObject, { strides, stem }: Place): boolean {
  if (stem === undefined) {
    const known = find(target, strides, false)
    return known !== undefined && valueAt(known) !== undefined
  }
  const holder = strides.length === 1 ? { container: [target], key: 0 } : find(target, strides.slice(0, -1), false)
  const value = holder === undefined ? undefined : valueAt(holder)
  return isObject(value) && Object.keys(value).some((key) => isChoiceKey(key, stem))
}

/** Rows above may have passed it on as it is, so it is looked for on both sides. */
function takeAway(from: readonly Stride[], reason: string): Run {
  const bare: Json = { extension: [{ url, valueCode: reason }] }
  return (source, target, hop) => {
    const slot = find(source, from, false)
    const value = slot === undefined ? undefined : valueAt(slot)
    if (slot === undefined || value === undefined || !equal(value, bare)) return
    hop.account.claim(slot.container, slot.key)
    const made = find(target, from, false)
    const copy = made === undefined ? undefined : valueAt(made)
    if (made !== undefined && copy !== undefined && equal(copy, bare))
      delete (made.container as JsonObject)[made.key as string]
  }
}
