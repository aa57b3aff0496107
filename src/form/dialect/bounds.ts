import { getKey, isObject, type Json, type JsonObject, wordOf } from '../../document/json.ts'
import { keepBack, type Mapper } from '../mapper.ts'
import type { DialectRules, Pass, RecordBound } from './dialect.ts'
import { rewrite } from './rewrite.ts'

/**
 * Keeps what is written to what the dialect asks: members beyond the highest number go to the ledger, and a record
 * that lacks what it must have, or has another value than it must, is kept back whole.
 */
export function keepWithin({ id, bounds }: DialectRules): Pass {
  return (root, mapper) => {
    const dropped = new Map<Json, string>()
    const isKept = (record: JsonObject) => fits(record, bounds, dropped, id, mapper)
    if (typeof root.resourceType === 'string' && root.resourceType !== 'Bundle' && !isKept(root))
      return { resourceType: 'Bundle', type: 'collection' }
    return rewrite(`${id}.bounds`, root, mapper.books, (value, holder, key, under) => {
      const record = under === 'entry' && isObject(value) ? value.resource : undefined
      if (isObject(record) && !isKept(record)) return undefined
      const row = dropped.get(value)
      if (row === undefined) return value
      mapper.books.remark(row, 'dropped', holder, key)
      return undefined
    })
  }
}

/** Decides about a record, and finds the members that are too many. */
function fits(
  record: JsonObject,
  bounds: readonly RecordBound[],
  dropped: Map<Json, string>,
  dialect: string,
  mapper: Mapper,
): boolean {
  const own = bounds.filter((bound) => bound.element.id.startsWith(`${wordOf(record.resourceType)}.`))
  for (const bound of own) {
    for (const values of valuesOf(record, bound, dropped))
      for (const value of values.slice(bound.max ?? values.length)) if (isObject(value)) dropped.set(value, bound.id)
  }
  const broken = own.find((bound) => isBroken(valuesOf(record, bound, dropped), bound))
  if (broken !== undefined) keepBack(record, broken.id, dialect, mapper)
  return broken === undefined
}

function isBroken(lists: readonly (readonly Json[])[], { min = 0, is }: RecordBound): boolean {
  return lists.some((values) => values.length < min || (is !== undefined && values.some((value) => value !== is)))
}

/** The values of the element, a list for each parent that might have it, without those that are left out. */
function valuesOf(record: JsonObject, { element }: RecordBound, dropped: ReadonlyMap<Json, string>): Json[][] {
  let parents: Json[] = [record]
  let lists: Json[][] = []
  for (const { key } of element.steps) {
    lists = parents.filter(isObject).map((parent) => {
      const value = getKey(parent, key)
      const values = value === undefined ? [] : Array.isArray(value) ? value : [value]
      return values.filter((one) => !dropped.has(one))
    })
    parents = lists.flat()
  }
  return lists
}
