import { getKey, isLeaf, isObject, type Json, type JsonObject, setKey } from '../document/json.ts'
import type { Container, Key } from '../document/books.ts'
import type { Hop, Plan } from './hop.ts'
import { beside, isChoiceKey, same } from './same.ts'
import { claimSlices, find, make, type Stride, valueAt } from './slot.ts'
import type { RowContext } from './structure.ts'

/**
 * `portable`: as `same`, but on the way forward without extensions that a receiver would need a foreign package for,
 * and with references that lead somewhere in the target. What is left out stays unclaimed, so that it is carried.
 */
export function portable(context: RowContext): Plan {
  const { row, left, right } = context
  const from = left[0] ?? []
  const to = right[0] ?? []
  return {
    forward: (source, target, hop) => {
      for (const [strides, place] of ways(source, from, to)) carryElement(row.id, source, strides, target, place, hop)
    },
    backward: same(context).backward,
  }
}

type Way = readonly [readonly Stride[], readonly Stride[]]

function ways(source: JsonObject, from: readonly Stride[], to: readonly Stride[]): Way[] {
  const last = from.at(-1)
  if (last?.choice !== true)
    return [
      [from, to],
      [beside(from), beside(to)],
    ]
  const keys = Object.keys(source).filter((key) => isChoiceKey(key, last.key))
  return keys.map((key) => {
    const stride: Stride = { key, many: false, choice: false, slice: undefined }
    return [
      [...from.slice(0, -1), stride],
      [...to.slice(0, -1), stride],
    ] as const
  })
}

function carryElement(
  row: string,
  source: JsonObject,
  from: readonly Stride[],
  target: JsonObject,
  to: readonly Stride[],
  hop: Hop,
): void {
  if (from.length === 0) return
  const slot = find(source, from, from.at(-1)?.slice === undefined)
  if (slot === undefined || valueAt(slot) === undefined || hop.account.isClaimed(slot.container, slot.key)) return
  const place = make(target, to, to.at(-1)?.slice === undefined)
  copyPortable(
    row,
    slot.container as JsonObject,
    String(slot.key),
    place.container as JsonObject,
    hop,
    slot.key,
    place.key,
  )
  claimSlices(source, from, hop.account)
}

/** Copies one key without what is not portable; shares the subtree if nothing had to be left out. */
export function copyPortable(
  row: string,
  source: JsonObject,
  key: string,
  target: JsonObject,
  hop: Hop,
  fromKey: Key = key,
  toKey: Key = fromKey,
): void {
  const value = getKey(source, key) as Json
  const copy = strip(row, value, hop)
  if (copy === undefined) return
  if (Array.isArray(target)) target[toKey as number] = copy
  else setKey(target, toKey as string, copy)
  if (copy === value) hop.account.claim(source as Container, fromKey)
  hop.account.link(row, source as Container, fromKey, target as Container, toKey)
}

/** Copies a member of a list to the end of another, if it may cross. */
export function copyMember(row: string, source: Json[], index: number, target: Json[], hop: Hop): void {
  const member = source[index] as Json
  if (isForeignExtension(member, hop)) return
  const copy = strip(row, member, hop)
  if (copy === undefined) return
  if (copy === member) hop.account.claim(source, index)
  hop.account.link(row, source, index, target, target.length)
  target.push(copy)
}

/** The value itself if it may cross whole, else a copy of what may, with the books kept leaf by leaf. */
function strip(row: string, value: Json, hop: Hop): Json | undefined {
  if (isLeaf(value)) return value
  if (isPortable(value, hop)) return value
  return Array.isArray(value) ? stripList(row, value, hop) : stripObject(row, value as JsonObject, hop)
}

function stripList(row: string, list: Json[], hop: Hop): Json[] | undefined {
  const made: Json[] = []
  for (const index of list.keys()) copyMember(row, list, index, made, hop)
  return made.length === 0 ? undefined : made
}

function stripObject(row: string, object: JsonObject, hop: Hop): JsonObject | undefined {
  const made: JsonObject = {}
  for (const [key, value] of Object.entries(object)) {
    if (key === 'reference' && typeof value === 'string') referTo(row, object, value, made, hop)
    else copyPortable(row, object, key, made, hop)
  }
  return Object.keys(made).length === 0 ? undefined : made
}

function referTo(row: string, object: JsonObject, reference: string, made: JsonObject, hop: Hop): void {
  const target = hop.refer(reference)
  if (target === undefined) return
  made.reference = target
  hop.account.claim(object, 'reference')
  hop.account.link(row, object, 'reference', made, 'reference')
}

function isPortable(value: Json, hop: Hop): boolean {
  if (isLeaf(value)) return true
  if (Array.isArray(value)) return value.every((member) => !isForeignExtension(member, hop) && isPortable(member, hop))
  for (const [key, inner] of Object.entries(value as JsonObject)) {
    if (key === 'reference' && typeof inner === 'string' && hop.refer(inner) !== inner) return false
    if (!isPortable(inner, hop)) return false
  }
  return true
}

/** An extension is told by its `url` beside a value or parts; its own nested parts have relative names and go with it. */
function isForeignExtension(member: Json, hop: Hop): boolean {
  if (!isObject(member)) return false
  const url = member.url
  return typeof url === 'string' && url.includes(':') && isExtension(member) && !hop.mayCarry(url)
}

function isExtension(member: JsonObject): boolean {
  return Object.keys(member).some((key) => key === 'extension' || isChoiceKey(key, 'value'))
}
