import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { isObject, type Json, type JsonObject, setKey } from '../../src/document/json.ts'

const longest = 20_000

/** Published examples of each R4 resource, patient summaries and our own stories, as JSON text. */
export const documents: readonly string[] = [
  ...firstOfEach('node_modules/hl7.fhir.r4.core'),
  ...filesOf('node_modules/hl7.fhir.uv.ips/example').slice(0, 3),
  ...['kj', 'r4', 'eps'].map((form) => `examples/penicillin-anaphylaxis/${form}.json`),
].map((file) => readFileSync(file, 'utf8'))

/** One example of each resource, so that one type does not crowd out the others. */
function firstOfEach(folder: string): string[] {
  const found = new Map<string, string>()
  for (const file of filesOf(folder)) {
    const [type = ''] = file.slice(folder.length + 1).split('-')
    if (/^(StructureDefinition|ValueSet|CodeSystem|SearchParameter|package)/.test(type) || found.has(type)) continue
    if (readFileSync(file).length < longest) found.set(type, file)
  }
  return [...found.values()]
}

function filesOf(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json') && !name.startsWith('.'))
  return names.sort().map((name) => join(folder, name))
}

/** A place in a document: what holds it, and its key. */
export interface Site {
  readonly holder: Json[] | JsonObject
  readonly key: string | number
  readonly value: Json
}

/** All places below the root, in the order of the text. */
export function sitesOf(root: Json): Site[] {
  const sites: Site[] = []
  const visit = (holder: Json): void => {
    if (!Array.isArray(holder) && !isObject(holder)) return
    const entries = Array.isArray(holder) ? [...holder.entries()] : Object.entries(holder)
    for (const [key, value] of entries) {
      sites.push({ holder, key, value })
      visit(value)
    }
  }
  visit(root)
  return sites
}

/** A value of its own, so that no document holds itself. */
export function copyOf(value: Json): Json {
  if (Array.isArray(value)) return value.map(copyOf)
  if (!isObject(value)) return value
  const copy: JsonObject = {}
  for (const [key, member] of Object.entries(value)) setKey(copy, key, copyOf(member))
  return copy
}

/** Puts a value at a place. */
export function put({ holder, key }: Site, value: Json): void {
  if (Array.isArray(holder)) holder[Number(key)] = value
  else setKey(holder, String(key), value)
}

/** Takes what stands at a place away. */
export function remove({ holder, key }: Site): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1)
  else delete holder[key]
}

/** One of the documents, as a tree of its own. */
export const arbitraryDocument: fc.Arbitrary<JsonObject> = fc
  .constantFrom(...documents)
  .map((text) => JSON.parse(text) as JsonObject)
