import { getKey, isObject, type Json, type JsonObject, setKey } from '../document/json.ts'
import type { Books, Container, Key } from '../document/books.ts'
import { claimMember, type CompiledSlice, indexOfSlice, newMember } from './slice.ts'

/** A place that holds a value, or would. */
export interface Slot {
  readonly container: Container
  readonly key: Key
}

/** A step with its slice looked up. */
export interface Stride {
  readonly key: string
  readonly many: boolean
  readonly choice: boolean
  readonly slice: CompiledSlice | undefined
}

export function valueAt(slot: Slot): Json | undefined {
  return Array.isArray(slot.container) ? slot.container[slot.key as number] : getKey(slot.container, slot.key as string)
}

export function put(slot: Slot, value: Json): void {
  if (Array.isArray(slot.container)) slot.container[slot.key as number] = value
  else setKey(slot.container, slot.key as string, value)
}

/**
 * Follows the strides. A list stands for its first member, or for the member that the slice describes; the last
 * stride stands for the list itself when `asList` is set. Gives the slot even when only its last key is missing,
 * so that "there, but without a value" can be told from "not there". Strides from `end` on are left out.
 */
export function find(
  scope: JsonObject,
  strides: readonly Stride[],
  asList: boolean,
  end = strides.length,
): Slot | undefined {
  let container: JsonObject = scope
  for (let index = 0; index < end; index++) {
    const stride = strides[index] as Stride
    const last = index === end - 1
    const value = getKey(container, stride.key)
    if (last && (!stride.many || asList)) return { container, key: stride.key }
    if (value === undefined) return undefined
    if (!stride.many) {
      if (!isObject(value)) return undefined
      container = value
      continue
    }
    if (!Array.isArray(value)) return undefined
    const member = stride.slice === undefined ? 0 : indexOfSlice(value, stride.slice)
    if (member < 0 || member >= value.length) return undefined
    if (last) return { container: value, key: member }
    const next = value[member]
    if (!isObject(next)) return undefined
    container = next
  }
  return undefined
}

/**
 * Makes what is missing on the way; a new member of a slice gets the values that make it one. A list at the end, when
 * not meant as a whole, is a list of primitives: the slot is behind its last member.
 */
export function make(scope: JsonObject, strides: readonly Stride[], asList: boolean): Slot {
  let container: JsonObject = scope
  for (let index = 0; index < strides.length; index++) {
    const stride = strides[index] as Stride
    const last = index === strides.length - 1
    if (last && (!stride.many || asList)) return { container, key: stride.key }
    if (last) {
      const list = listAt(container, stride.key)
      return { container: list, key: list.length }
    }
    container = stride.many ? memberOf(container, stride) : objectAt(container, stride.key)
  }
  return { container, key: '' }
}

/** Makes the member of a slice that the last stride but one names, without a value in it. */
export function makeParent(scope: JsonObject, strides: readonly Stride[]): void {
  let container: JsonObject = scope
  for (const stride of strides.slice(0, -1)) {
    container = stride.many ? memberOf(container, stride) : objectAt(container, stride.key)
  }
}

function listAt(container: JsonObject, key: string): Json[] {
  const known = getKey(container, key)
  if (Array.isArray(known)) return known
  const made: Json[] = []
  setKey(container, key, made)
  return made
}

function objectAt(container: JsonObject, key: string): JsonObject {
  const known = getKey(container, key)
  if (isObject(known)) return known
  const made: JsonObject = {}
  setKey(container, key, made)
  return made
}

function memberOf(container: JsonObject, stride: Stride): JsonObject {
  const list = listAt(container, stride.key)
  const known = stride.slice === undefined ? Math.min(list.length, 1) - 1 : indexOfSlice(list, stride.slice)
  const member = known >= 0 ? list[known] : undefined
  if (isObject(member)) return member
  const made = stride.slice === undefined ? {} : newMember(stride.slice)
  list.push(made)
  return made
}

/** Claims what made the members on the way members of their slices: writing them back makes it again. */
export function claimSlices(scope: JsonObject, strides: readonly Stride[], account: Books): void {
  for (let index = 0; index < strides.length; index++) {
    const slice = strides[index]?.slice
    if (slice === undefined) continue
    const slot = find(scope, strides, false, index + 1)
    const member = slot === undefined ? undefined : valueAt(slot)
    if (isObject(member)) claimMember(member, slice, account)
  }
}
