import type { Key } from '../../document/books.ts'
import { isLeaf, isObject, type Json, type JsonObject, objectsIn, wordOf } from '../../document/json.ts'
import { tryJson } from '../../document/json-try.ts'
import { writeJson } from '../../document/json-write.ts'
import { patientKey } from '../hub.ts'
import type { Mapper } from '../mapper.ts'
import { elementUrl, holderOf, type Leftover, leftovers, parsePlace, printPlace, putBack } from '../remainder.ts'

/** Holds a member of `utvidelser` whose place in the resource cannot be told: url, place and value (as JSON) as they are. */
const extraUrl = 'urn:kritinfo:StructureDefinition:utvidelse'
/** Begins the place of what was said of an implant's device and not of its use: `Device.lotNumber`. */
const deviceRoot = 'Device'

/**
 * `utvidelser` (what an earlier conversion found no place for) on their way out: to their places, where they would be
 * found there again, else along in an extension of ours. Rows have written already, and what they wrote stands.
 */
export function restoreExtras(part: JsonObject, resource: JsonObject, mapper: Mapper, device?: JsonObject): void {
  const extras = objectsIn(part.utvidelser)
  for (const extra of extras) {
    if (!restore(extra, resource, device, mapper)) wrap(extra, resource, mapper)
    for (const key of Object.keys(extra)) mapper.books.claim(extra, key)
  }
}

/** Puts an extra where it was found, in the record or in the device that it refers to. False if there is no such place. */
function restore(extra: JsonObject, resource: JsonObject, device: JsonObject | undefined, mapper: Mapper): boolean {
  const stated = typeof extra.sti === 'string' ? parsePlace(extra.sti) : undefined
  const isDevice = stated?.[0] === deviceRoot && stated.length > 1
  const holder = isDevice ? device : resource
  const path = isDevice ? stated.slice(1) : stated
  const value = extra.verdi as Json
  if (path === undefined || holder === undefined) return false
  // What was said of the patient beside who it is goes back to a reference that is only made later.
  const patient = patientKey(holder.resourceType)
  if (path.length > 1 && path[0] === patient) holder[patient] ??= {}
  if (extra.url !== elementUrl(wordOf(holder.resourceType), path, value) || !putBack(holder, path, value)) return false
  linkLeaf(extra, holder, path, mapper)
  return true
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
export function carryExtras(resource: JsonObject, target: JsonObject, mapper: Mapper, device?: JsonObject): void {
  const extras = [
    ...extrasOf(resource, [], mapper),
    ...(device === undefined ? [] : extrasOf(device, [deviceRoot], mapper)),
  ]
  if (extras.length > 0) target.utvidelser = extras
}

function extrasOf(resource: JsonObject, root: readonly Key[], mapper: Mapper): JsonObject[] {
  const extras: JsonObject[] = []
  for (const leftover of leftovers(resource, mapper.books)) {
    if (leftover.path[0] === 'text') continue
    const { container, key, value, path } = leftover
    const wrapped = unwrap(leftover)
    const extra = wrapped ?? {
      url: elementUrl(wordOf(resource.resourceType), path, value),
      sti: printPlace([...root, ...path]),
      verdi: value,
    }
    mapper.books.claim(container, key)
    if (wrapped === undefined) mapper.books.remark('ki.utvidelser', 'carried', container, key)
    mapper.books.link('ki.utvidelser', container, key, extra, 'verdi')
    extras.push(extra)
  }
  return extras
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
