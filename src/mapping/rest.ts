import { getKey, isObject, type Json, type JsonObject, setKey } from '../document/json.ts'
import { copyMember, copyPortable } from './portable.ts'
import type { Hop, RowPlan, Run } from './hop.ts'
import { find, type Stride, valueAt } from './slot.ts'
import { passKey } from './same.ts'
import type { RowContext } from './structure.ts'
import { always } from './wake.ts'

/**
 * `rest`: what no row above has taken crosses as it is, key by key, where the target has no such key yet.
 * It stands last. `rest(portable)` leaves out, on the way forward, extensions that only a receiver with foreign
 * packages could read. Only for edges between two FHIR forms, where a key means the same on both sides.
 */
export function rest({ row, left, right, args }: RowContext): RowPlan {
  const portable = args[0] === 'portable'
  return {
    wakes: { forward: always, backward: always },
    forward: restRun(row.id, left[0] ?? [], right[0] ?? [], portable),
    backward: restRun(row.id, right[0] ?? [], left[0] ?? [], false),
  }
}

function restRun(row: string, from: readonly Stride[], to: readonly Stride[], portable: boolean): Run {
  return (source, target, hop) => {
    const origin = objectAt(source, from)
    if (origin === undefined) return
    const place = to.length === 0 ? target : objectAt(target, to)
    if (place !== undefined) passRest(row, origin, place, hop, portable)
  }
}

function objectAt(scope: JsonObject, strides: readonly Stride[]): JsonObject | undefined {
  if (strides.length === 0) return scope
  const slot = find(scope, strides, false)
  const value = slot === undefined ? undefined : valueAt(slot)
  return isObject(value) ? value : undefined
}

function passRest(row: string, source: JsonObject, target: JsonObject, hop: Hop, isPortable: boolean): void {
  for (const key of Object.keys(source)) {
    const value = getKey(source, key)
    if (value === undefined || hop.account.isClaimed(source, key)) continue
    const known = getKey(target, key)
    if (known === undefined && hop.account.isUntouched(value)) {
      if (isPortable) copyPortable(row, source, key, target, hop)
      else passKey(row, source, key, target, hop)
    } else passPart(row, value, known, hop, isPortable, (made) => setKey(target, key, made))
  }
}

/** What is left of an element that rows have taken in part joins what they have made of it. */
function passPart(
  row: string,
  value: Json,
  known: Json | undefined,
  hop: Hop,
  isPortable: boolean,
  begin: (made: Json) => void,
): void {
  if (Array.isArray(value) && (known === undefined || Array.isArray(known))) {
    const list = known ?? []
    passMembers(row, value, list, hop, isPortable)
    if (known === undefined && list.length > 0) begin(list)
  } else if (isObject(value) && (known === undefined || isObject(known))) {
    const object = known ?? {}
    passRest(row, value, object, hop, isPortable)
    if (known === undefined && Object.keys(object).length > 0) begin(object)
  }
}

/** Members that no row has touched join the list; one that was taken in part has its counterpart there already. */
function passMembers(row: string, source: Json[], target: Json[], hop: Hop, isPortable: boolean): void {
  for (const [index, member] of source.entries()) {
    if (!isObject(member) || hop.account.isWhole(member) || !hop.account.isUntouched(member)) continue
    if (isPortable) copyMember(row, source, index, target, hop)
    else {
      hop.account.claim(source, index)
      hop.account.link(row, source, index, target, target.length)
      target.push(member)
    }
  }
}
