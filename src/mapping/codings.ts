import { isObject, type Json, type JsonObject } from '../document/json.ts'
import type { CodeTable } from '../terminology/code-table.ts'
import { translationOf } from '../terminology/translate.ts'
import { mapMembers } from './each.ts'
import type { Hop, Plan } from './hop.ts'
import { find, make, put, type Stride, valueAt } from './slot.ts'
import type { RowContext } from './structure.ts'

/**
 * `codings(table, codes…)`: a list of codes, member by member, to which the right side gets translations that the
 * code tables know. A translation is derived, never stated: on the way back it is recognised beside the code that
 * it was made from, and left out.
 */
export function translated({ row, compiled, left, right, args }: RowContext): Plan {
  const [table = '', ...codes] = args
  const from = left[0] ?? []
  const to = right[0] ?? []
  const tables = () => codes.map((id) => compiled.codes(id))
  return {
    forward: (source, target, hop) => {
      const made = members(source, from, (list) => mapMembers(list, compiled.plan(table).forward, hop))
      if (made === undefined) return
      const added = translations(made, tables())
      const list = [...made, ...added]
      put(make(target, to, true), list)
      for (let index = made.length; index < list.length; index++) hop.account.added(row.id, 'derived', list, index)
    },
    backward: (source, target, hop) => {
      const stated = members(source, to, (list) => withoutTranslations(list, tables(), hop))
      const made = stated === undefined ? undefined : mapMembers(stated, compiled.plan(table).backward, hop)
      if (made !== undefined) put(make(target, from, true), made)
    },
  }
}

function members<T>(
  source: JsonObject,
  strides: readonly Stride[],
  run: (list: Json[]) => T | undefined,
): T | undefined {
  const slot = find(source, strides, true)
  const value = slot === undefined ? undefined : valueAt(slot)
  return Array.isArray(value) ? run(value) : undefined
}

function translations(list: readonly Json[], tables: readonly CodeTable[]): JsonObject[] {
  const added: JsonObject[] = []
  for (const coding of list) {
    const made = isObject(coding) ? translationOf(coding, tables) : undefined
    if (made !== undefined && ![...list, ...added].some((one) => sameCode(one, made))) added.push(made)
  }
  return added
}

function withoutTranslations(list: Json[], tables: readonly CodeTable[], hop: Hop): Json[] {
  const derived = list.map((coding) => (isObject(coding) ? translationOf(coding, tables) : undefined))
  return list.filter((coding, index) => {
    const isDerived = derived.some((one) => one !== undefined && isObject(coding) && sameCoding(coding, one))
    if (isDerived) hop.account.claim(list, index)
    return !isDerived
  })
}

function sameCode(one: Json, other: JsonObject): boolean {
  return isObject(one) && one.system === other.system && one.code === other.code
}

function sameCoding(one: JsonObject, other: JsonObject): boolean {
  return sameCode(one, other) && Object.keys(one).length === Object.keys(other).length && one.display === other.display
}

/** `translate(codes…)`: the same for a list that other rows map: adds translations, and takes them back. Stands below them. */
export function translate({ row, compiled, right, args }: RowContext): Plan {
  const to = right[0] ?? []
  const tables = () => args.map((id) => compiled.codes(id))
  return {
    forward: (_source, target, hop) => {
      const list = members(target, to, (found) => found)
      if (list === undefined) return
      for (const coding of translations(list, tables())) {
        hop.account.added(row.id, 'derived', list, list.length)
        list.push(coding)
      }
    },
    backward: (source, _target, hop) => {
      members(source, to, (list) => withoutTranslations(list, tables(), hop))
    },
  }
}
