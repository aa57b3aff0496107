import { getKey, isObject, type JsonObject, setKey } from '../document/json.ts'
import { copyPortable } from './portable.ts'
import type { Hop, Plan, Run } from './hop.ts'
import { find, type Stride, valueAt } from './slot.ts'
import { passKey } from './same.ts'
import type { RowContext } from './structure.ts'

/**
 * `rest`: what no row above has taken crosses as it is, key by key, where the target has no such key yet.
 * It stands last. `rest(portable)` leaves out, on the way forward, extensions that only a receiver with foreign
 * packages could read. Only for edges between two FHIR forms, where a key means the same on both sides.
 */
export function rest({ row, left, right, args }: RowContext): Plan {
  const portable = args[0] === 'portable'
  return {
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
  return isObject(value ?? null) ? (value as JsonObject) : undefined
}

function passRest(row: string, source: JsonObject, target: JsonObject, hop: Hop, portable: boolean): void {
  for (const key of Object.keys(source)) {
    const value = getKey(source, key)
    if (value === undefined || hop.account.isClaimed(source, key)) continue
    if (Array.isArray(value) && Array.isArray(getKey(target, key)))
      passMembers(row, value, getKey(target, key) as JsonObject[], hop, portable)
    else if (isObject(value) && isObject(getKey(target, key) ?? null))
      passRest(row, value, getKey(target, key) as JsonObject, hop, portable)
    else if (!hop.account.isUntouched(value)) continue
    else if (portable) copyPortable(row, source, key, target, hop)
    else passKey(row, source, key, target, hop)
  }
}

/** Members that no row has touched join the target's list; one that was taken in part has its counterpart there already. */
function passMembers(row: string, source: readonly unknown[], target: JsonObject[], hop: Hop, portable: boolean): void {
  for (const [index, member] of source.entries()) {
    const value = member as JsonObject
    if (!isObject(value) || hop.account.isWhole(value) || !hop.account.isUntouched(value)) continue
    const holder: JsonObject = {}
    if (portable) copyPortable(row, source as unknown as JsonObject, String(index), holder, hop, index)
    else {
      setKey(holder, String(index), value)
      hop.account.claim(source as unknown as JsonObject, index)
    }
    const made = getKey(holder, String(index))
    if (isObject(made ?? null)) target.push(made as JsonObject)
  }
}
