import type { Key } from '../../document/books.ts'
import { isLeaf, isObject, type Json, type JsonObject } from '../../document/json.ts'
import { tryJson } from '../../document/json-try.ts'
import { writeJson } from '../../document/json-write.ts'
import type { Mapper } from '../mapper.ts'
import { elementUrl, holderOf, type Leftover, leftovers, parsePlace, printPlace, putBack } from '../remainder.ts'

/** Holds a member of `utvidelser` whose place in the resource cannot be told: url, place and value (as JSON) as they are. */
const extraUrl = 'urn:kritinfo:StructureDefinition:utvidelse'

/**
 * `utvidelser` (what an earlier conversion found no place for) on their way out: to their places, where they would be
 * found there again, else along in an extension of ours. Rows have written already, and what they wrote stands.
 */
export function restoreExtras(part: JsonObject, resource: JsonObject, mapper: Mapper): void {
  const extras = Array.isArray(part.utvidelser) ? part.utvidelser.filter(isObject) : []
  for (const extra of extras) {
    const path = typeof extra.sti === 'string' ? parsePlace(extra.sti) : undefined
    const value = extra.verdi as Json
    const isOwn = path !== undefined && extra.url === elementUrl(String(resource.resourceType), path, value)
    if (isOwn && putBack(resource, path, value)) linkLeaf(extra, resource, path, mapper)
    else wrap(extra, resource, mapper)
    for (const key of Object.keys(extra)) mapper.books.claim(extra, key)
  }
}

/** A leaf that was put back rests on the one it came from; whatever is larger is the very same object. */
function linkLeaf(extra: JsonObject, resource: JsonObject, path: readonly Key[], mapper: Mapper): void {
  const holder = holderOf(resource, path)
  const key = path.at(-1)
  if (holder !== undefined && key !== undefined && isLeaf(extra.verdi as Json))
    mapper.books.link('ki.utvidelser', extra, 'verdi', holder, key)
}

function wrap(extra: JsonObject, resource: JsonObject, mapper: Mapper): void {
  const parts: JsonObject[] = []
  const add = (url: string, key: string, type: string, value: Json) => {
    const made: JsonObject = { url, [type]: value }
    mapper.books.link('ki.utvidelser', extra, key, made, type)
    parts.push(made)
  }
  add('url', 'url', 'valueUri', extra.url as Json)
  if (extra.sti !== undefined) add('sti', 'sti', 'valueString', extra.sti)
  add('verdi', 'verdi', 'valueString', writeJson(extra.verdi as Json))
  const known = Array.isArray(resource.extension) ? resource.extension : []
  resource.extension = [...known, { url: extraUrl, extension: parts }]
}

/** What no row took, as `utvidelser`: each with its address and its place; wrapped ones are unwrapped. */
export function carryExtras(resource: JsonObject, target: JsonObject, mapper: Mapper): void {
  const extras: JsonObject[] = []
  for (const leftover of leftovers(resource, mapper.books)) {
    if (leftover.path[0] === 'text') continue
    const { container, key, value, path } = leftover
    const wrapped = unwrap(leftover)
    const extra = wrapped ?? {
      url: elementUrl(String(resource.resourceType), path, value),
      sti: printPlace(path),
      verdi: value,
    }
    mapper.books.claim(container, key)
    if (wrapped === undefined) mapper.books.remark('ki.utvidelser', 'carried', container, key)
    mapper.books.link('ki.utvidelser', container, key, extra, 'verdi')
    extras.push(extra)
  }
  if (extras.length > 0) target.utvidelser = extras
}

function unwrap({ value }: Leftover): JsonObject | undefined {
  if (!isObject(value) || value.url !== extraUrl || !Array.isArray(value.extension)) return undefined
  const part = (url: string, type: string) =>
    (value.extension as Json[]).filter(isObject).find((one) => one.url === url)?.[type]
  const url = part('url', 'valueUri')
  const sti = part('sti', 'valueString')
  const text = part('verdi', 'valueString')
  const verdi = typeof text === 'string' ? tryJson(text) : undefined
  if (typeof url !== 'string' || verdi === undefined) return undefined
  return { url, ...(typeof sti === 'string' ? { sti } : {}), verdi }
}
