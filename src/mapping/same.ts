import { getKey, type Json, type JsonObject, setKey } from '../document/json.ts'
import type { Container } from '../document/books.ts'
import type { Hop, RowPlan, Run } from './hop.ts'
import { claimSlices, find, make, put, type Slot, type Stride, valueAt } from './slot.ts'
import type { RowContext } from './structure.ts'
import { wokenBeside, wokenBy } from './wake.ts'

/** `same`: the element crosses as it is, extensions of a primitive (`_name`) included; the very same object, not a copy. */
export function same({ row, left, right, fhir }: RowContext): RowPlan {
  return {
    wakes: fhir ? wokenBeside(left, right) : wokenBy(left, right),
    forward: elementRun(row.id, left[0] ?? [], right[0] ?? [], fhir, share),
    backward: elementRun(row.id, right[0] ?? [], left[0] ?? [], fhir, share),
  }
}

/** `value`: the value alone crosses; what stands beside it (`_name`) does not. */
export function value({ row, left, right }: RowContext): RowPlan {
  return {
    wakes: wokenBy(left, right),
    forward: elementRun(row.id, left[0] ?? [], right[0] ?? [], false, share),
    backward: elementRun(row.id, right[0] ?? [], left[0] ?? [], false, share),
  }
}

/** How a value gets from its place in the source to its place in the target, books included. False if it stays. */
export type Carry = (row: string, from: Slot, to: Slot, hop: Hop) => boolean

/** The very same value, unless there is one already. */
function share(row: string, from: Slot, to: Slot, hop: Hop): boolean {
  if (valueAt(to) !== undefined) return false
  put(to, valueAt(from) as Json)
  hop.account.claim(from.container, from.key)
  hop.account.link(row, from.container, from.key, to.container, to.key)
  return true
}

/** A run that carries an element whatever it is: a value, what stands beside it, a choice under any of its names. */
export function elementRun(
  row: string,
  from: readonly Stride[],
  to: readonly Stride[],
  fhir: boolean,
  carry: Carry,
): Run {
  const last = from.at(-1)
  if (last?.choice === true) return choiceRun(row, from, last.key, to, carry)
  const besideFrom = fhir ? beside(from) : []
  const besideTo = fhir ? beside(to) : []
  return (source, target, hop) => {
    move(row, source, from, target, to, hop, carry)
    move(row, source, besideFrom, target, besideTo, hop, carry)
  }
}

/** The way to a primitive's extensions, which FHIR JSON keeps under the same name behind an underscore. */
function beside(strides: readonly Stride[]): readonly Stride[] {
  const last = strides.at(-1)
  if (last === undefined || last.slice !== undefined || last.key.startsWith('_')) return []
  return [...strides.slice(0, -1), { ...last, key: `_${last.key}` }]
}

function move(
  row: string,
  source: JsonObject,
  from: readonly Stride[],
  target: JsonObject,
  to: readonly Stride[],
  hop: Hop,
  carry: Carry,
): void {
  if (from.length === 0) return
  const slot = find(source, from, from.at(-1)?.slice === undefined)
  if (slot === undefined || valueAt(slot) === undefined || hop.account.isClaimed(slot.container, slot.key)) return
  const place = make(target, to, to.at(-1)?.slice === undefined)
  if (carry(row, slot, place, hop)) claimSlices(source, from, hop.account)
}

function choiceRun(row: string, from: readonly Stride[], stem: string, to: readonly Stride[], carry: Carry): Run {
  return (source, target, hop) => {
    for (const key of choiceKeys(source, from, stem)) {
      const at = (strides: readonly Stride[]) => [
        ...strides.slice(0, -1),
        { key, many: false, choice: false, slice: undefined },
      ]
      move(row, source, at(from), target, at(to), hop, carry)
    }
  }
}

/** The keys that a choice element is written under, `onsetAge` and `_onsetDateTime` for `onset[x]`. */
function choiceKeys(source: JsonObject, strides: readonly Stride[], stem: string): string[] {
  const parent = strides.length === 1 ? source : parentOf(source, strides)
  return parent === undefined ? [] : Object.keys(parent).filter((key) => isChoiceKey(key, stem))
}

function parentOf(source: JsonObject, strides: readonly Stride[]): JsonObject | undefined {
  const slot = find(source, strides, false, strides.length - 1)
  return slot === undefined ? undefined : (valueAt(slot) as JsonObject | undefined)
}

export function isChoiceKey(key: string, stem: string): boolean {
  const name = key.startsWith('_') ? key.slice(1) : key
  const next = name[stem.length]
  return name.startsWith(stem) && next !== undefined && next >= 'A' && next <= 'Z'
}

/** Passes one key on as it is, if the target has not got it. */
export function passKey(row: string, source: JsonObject, key: string, target: JsonObject, hop: Hop): void {
  const value = getKey(source, key)
  if (value === undefined || Object.hasOwn(target, key)) return
  setKey(target, key, value)
  hop.account.claim(source, key)
  hop.account.link(row, source as Container, key, target as Container, key)
}
