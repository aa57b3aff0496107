import { getKey, isLeaf, isObject, type Json, type JsonObject, setKey } from '../document/json.ts'
import type { Container, Key } from '../document/books.ts'
import type { Hop, RowPlan } from './hop.ts'
import { elementRun, isChoiceKey, same } from './same.ts'
import type { Slot } from './slot.ts'
import type { RowContext } from './structure.ts'

/**
 * `portable`: as `same`, but on the way forward without extensions that a receiver would need a foreign package for,
 * and with references that lead somewhere in the target. What is left out stays unclaimed, so that it is carried.
 */
export function portable(context: RowContext): RowPlan {
  const { row, left, right, fhir } = context
  const { wakes, backward } = same(context)
  return {
    wakes,
    forward: elementRun(row.id, left[0] ?? [], right[0] ?? [], fhir, carryPortable),
    backward,
  }
}

function carryPortable(row: string, from: Slot, to: Slot, hop: Hop): boolean {
  copyPortable(row, from.container as JsonObject, String(from.key), to.container as JsonObject, hop, from.key, to.key)
  return true
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
