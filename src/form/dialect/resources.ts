import type { Surroundings } from '../../document/books.ts'
import { isObject, type Json, type JsonObject, wordOf } from '../../document/json.ts'
import { keepBack, type Mapper, nowhere } from '../mapper.ts'
import type { DialectRules, Pass, Way } from './dialect.ts'

/** What a record's rows may ask for, made for each record. */
export type SurroundingsOf = (record: JsonObject) => Surroundings

/** Takes each resource that has a table through it; Bundles stay Bundles, and everything else stays as it is. */
export function mapResources(dialect: DialectRules, way: Way): Pass {
  return (root, mapper) => {
    if (root.resourceType !== 'Bundle') {
      const made = mapRecord(root, dialect, way, mapper, () => nowhere)
      return made ?? { resourceType: 'Bundle', type: 'collection' }
    }
    const made: JsonObject = {}
    for (const key of Object.keys(root)) {
      if (key === 'entry' && Array.isArray(root.entry)) continue
      pass(dialect, root, key, made, key, mapper)
    }
    const entries = Array.isArray(root.entry) ? mapEntries(root.entry, dialect, way, mapper) : []
    if (entries.length > 0) made.entry = entries
    return made
  }
}

function mapEntries(entries: Json[], dialect: DialectRules, way: Way, mapper: Mapper): Json[] {
  const made: Json[] = []
  for (const [index, entry] of entries.entries()) {
    const resource = isObject(entry) ? entry.resource : undefined
    if (!isObject(entry) || !isObject(resource) || dialect.tables[wordOf(resource.resourceType)] === undefined) {
      mapper.books.claim(entries, index)
      mapper.books.link(`${dialect.id}.entry`, entries, index, made, made.length)
      made.push(entry)
      continue
    }
    const record = mapRecord(resource, dialect, way, mapper, () => nowhere)
    if (record === undefined) continue
    const next: JsonObject = {}
    for (const key of Object.keys(entry)) {
      if (key === 'resource') next.resource = record
      else pass(dialect, entry, key, next, key, mapper)
    }
    made.push(next)
  }
  return made
}

/** One value passes as it is, with its books. */
export function pass(
  dialect: DialectRules,
  from: JsonObject,
  fromKey: string,
  to: JsonObject,
  toKey: string,
  mapper: Mapper,
): void {
  to[toKey] = from[fromKey] as Json
  mapper.books.claim(from, fromKey)
  mapper.books.link(`${dialect.id}.container`, from, fromKey, to, toKey)
}

/** A record by the table of its type; undefined if a row keeps it back. A type without a table passes whole. */
export function mapRecord(
  record: JsonObject,
  dialect: DialectRules,
  way: Way,
  mapper: Mapper,
  around: SurroundingsOf,
): JsonObject | undefined {
  const table = dialect.tables[wordOf(record.resourceType)]
  if (table === undefined) {
    for (const key of Object.keys(record)) mapper.books.claim(record, key)
    return record
  }
  const made: JsonObject = {}
  pass(dialect, record, 'resourceType', made, 'resourceType', mapper)
  const row = mapper.map(table, way, record, made, around(record))
  if (row === undefined) return made
  keepBack(record, row, dialect.id, mapper)
  return undefined
}
