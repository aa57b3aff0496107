import { isObject, type Json, type JsonObject } from '../document/json.ts'
import type { CodeTable } from '../terminology/code-table.ts'
import { translationOf } from '../terminology/translate.ts'
import { mapMembers, mapOne } from './each.ts'
import type { Hop, RowPlan, Run } from './hop.ts'
import { find, make, put, type Stride, valueAt } from './slot.ts'
import type { RowContext } from './structure.ts'
import { always, wokenBy } from './wake.ts'

/**
 * `codings(table, codes…)`: a list of codes, member by member, to which the right side gets translations that the
 * code tables know. A translation is derived, never stated: on the way back it is recognised beside the code that
 * it was made from, and left out.
 */
export function translated({ row, compiled, left, right, args }: RowContext): RowPlan {
  const [table = '', ...codes] = args
  const from = left[0] ?? []
  const to = right[0] ?? []
  const tables = () => codes.map((id) => compiled.codes(id))
  return {
    wakes: wokenBy(left, right),
    forward: (source, target, hop) => {
      const pairs = members(source, from, (list) => pairsOf(list, compiled.plan(table).forward, hop))
      if (pairs === undefined || pairs.length === 0) return
      const list: Json[] = pairs.map(({ made }) => made)
      remarkStated(row.id, pairs, tables(), hop)
      addTranslations(row.id, list, tables(), hop)
      put(make(target, to, true), list)
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

interface Pair {
  readonly member: JsonObject
  readonly made: JsonObject
}

function pairsOf(list: readonly Json[], run: Run, hop: Hop): Pair[] {
  const pairs: Pair[] = []
  for (const member of list) {
    if (!isObject(member) || hop.account.isWhole(member)) continue
    const made = mapOne(member, run, hop)
    if (made !== undefined) pairs.push({ member, made })
  }
  return pairs
}

/** A code that is stated and looks just like a translation will pass for one on the way back: the ledger says so. */
function remarkStated(row: string, pairs: readonly Pair[], tables: readonly CodeTable[], hop: Hop): void {
  const derived = pairs.map(({ made }) => translationOf(made, tables)?.coding)
  for (const { member, made } of pairs) {
    if (!derived.some((one) => one !== undefined && sameCoding(made, one))) continue
    for (const key of Object.keys(member)) hop.account.remark(row, 'derived', member, key)
  }
}

/** Adds what the tables know. Of a code that they do not know, or not surely, the ledger says that it goes untranslated. */
function addTranslations(row: string, list: Json[], tables: readonly CodeTable[], hop: Hop): void {
  for (const [index, coding] of [...list].entries()) {
    if (!isObject(coding)) continue
    const made = translationOf(coding, tables)
    if (made === undefined) remarkUntranslated(row, coding, index, list, tables, hop)
    else if (!list.some((one) => sameCode(one, made.coding))) {
      hop.account.added(row, made.isBroader ? 'broadened' : 'derived', list, list.length)
      list.push(made.coding)
    }
  }
}

function remarkUntranslated(
  row: string,
  coding: JsonObject,
  index: number,
  list: Json[],
  tables: readonly CodeTable[],
  hop: Hop,
): void {
  const table = tables.find((one) => one.leftSystem === coding.system)
  if (table === undefined || list.some((one) => isObject(one) && one.system === table.rightSystem)) return
  hop.account.added(row, 'narrowed', list, index)
}

function withoutTranslations(list: Json[], tables: readonly CodeTable[], hop: Hop): Json[] {
  const derived = list.map((coding) => (isObject(coding) ? translationOf(coding, tables)?.coding : undefined))
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
export function translate({ row, compiled, right, args }: RowContext): RowPlan {
  const to = right[0] ?? []
  const tables = () => args.map((id) => compiled.codes(id))
  return {
    wakes: { forward: always, backward: wokenBy([], right).backward },
    forward: (_source, target, hop) => {
      members(target, to, (list) => addTranslations(row.id, list, tables(), hop))
    },
    backward: (source, _target, hop) => {
      members(source, to, (list) => withoutTranslations(list, tables(), hop))
    },
  }
}
