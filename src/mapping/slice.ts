import type { Books } from '../document/books.ts'
import { getKey, isObject, type Json, type JsonObject, setKey } from '../document/json.ts'
import type { Slice } from './table.ts'

/** One of the values that make an object a member of a slice, and the way to it. */
interface Mark {
  readonly keys: readonly { readonly name: string; readonly isList: boolean }[]
  readonly value: string
  /** URLs of NHN's extensions are met in different case (one client is known to compare them lower-cased). */
  readonly folded: string | undefined
}

/** A slice with its paths taken apart. */
export interface CompiledSlice {
  readonly marks: readonly Mark[]
  readonly url: string | undefined
  readonly display: Readonly<Record<string, string>> | undefined
}

export function compileSlice(slice: Slice): CompiledSlice {
  const marks = Object.entries(slice.match).map(([path, value]) => ({
    keys: path.split('.').map((key) => ({ name: key.replace('[]', ''), isList: key.endsWith('[]') })),
    value,
    folded: path === 'url' ? value.toLowerCase() : undefined,
  }))
  return { marks, url: slice.match.url, display: slice.display }
}

export function indexOfSlice(list: readonly Json[], slice: CompiledSlice): number {
  for (let index = 0; index < list.length; index++) if (isMember(list[index] as Json, slice)) return index
  return -1
}

export function isMember(member: Json, slice: CompiledSlice): member is JsonObject {
  if (!isObject(member)) return false
  for (const mark of slice.marks) if (!hasMark(member, mark)) return false
  return true
}

function hasMark(member: JsonObject, mark: Mark): boolean {
  const holder = holderOf(member, mark)
  const found = holder === undefined ? undefined : getKey(holder, lastKey(mark))
  if (typeof found !== 'string') return false
  return found === mark.value || (mark.folded !== undefined && found.toLowerCase() === mark.folded)
}

/** The object that holds the marking value; a list on the way stands for its first member. */
function holderOf(member: JsonObject, { keys }: Mark): JsonObject | undefined {
  let holder = member
  for (let index = 0; index < keys.length - 1; index++) {
    const next = getKey(holder, keys[index]?.name as string)
    const inner = Array.isArray(next) ? next[0] : next
    if (!isObject(inner)) return undefined
    holder = inner
  }
  return holder
}

function lastKey({ keys }: Mark): string {
  return keys[keys.length - 1]?.name as string
}

/** A member that has nothing yet but what makes it one. */
export function newMember(slice: CompiledSlice): JsonObject {
  const member: JsonObject = {}
  for (const mark of slice.marks) {
    let holder = member
    for (const { name, isList } of mark.keys.slice(0, -1)) {
      const next: JsonObject = {}
      setKey(holder, name, isList ? [next] : next)
      holder = next
    }
    setKey(holder, lastKey(mark), mark.value)
  }
  return member
}

/** Claims what makes an object a member of its slice: writing it back makes it again. */
export function claimMember(member: JsonObject, slice: CompiledSlice, books: Books): void {
  for (const mark of slice.marks) {
    const holder = holderOf(member, mark)
    if (holder !== undefined && getKey(holder, lastKey(mark)) === mark.value) books.claim(holder, lastKey(mark))
  }
}
