import { getKey, isObject, type Json, type JsonObject, type Path, textOf } from '../../document/json.ts'
import type { Report } from '../report.ts'

/** Resources for which NHN's pages state the limit; for the others it is taken to be the same. */
const stated: ReadonlySet<Json | undefined> = new Set(['Condition', 'Consent'])
const limits: readonly (readonly [tail: RegExp, limit: number])[] = [
  [/\/(?:KjText|note)$/i, 500],
  [/behandlingsavklaring-hlr-minus-reason$/i, 80],
]

/**
 * Lengths of notes (500) and of the reason for HLR-minus (80), line breaks counted: what is longer is refused as KI-0014
 * (pages errorhandlingmd, kjconsent…md). NOR-028 where the limit is stated, NOR-029 where it is inferred.
 */
export function checkLengths(resource: JsonObject, path: Path, report: Report): void {
  const isStated = stated.has(getKey(resource, 'resourceType'))
  const check = (text: Json | undefined, limit: number, at: Path): void => {
    if (typeof text === 'string' && text.length > limit) report(at, isStated ? 'NOR-028' : 'NOR-029', { limit })
  }
  for (const [index, note] of listAt(resource, 'note').entries()) {
    if (isObject(note)) check(getKey(note, 'text'), 500, [...path, 'note', index, 'text'])
  }
  for (const [index, extension] of listAt(resource, 'extension').entries()) {
    if (!isObject(extension)) continue
    const limit = limits.find(([tail]) => tail.test(textOf(getKey(extension, 'url'))))?.[1]
    const text = getKey(extension, 'valueString') ?? getKey(extension, 'valueMarkdown')
    if (limit !== undefined) check(text, limit, [...path, 'extension', index])
  }
}

function listAt(resource: JsonObject, key: string): readonly Json[] {
  const value = getKey(resource, key)
  return Array.isArray(value) ? value : []
}
