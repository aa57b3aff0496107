import { isCalendarDate } from '../../document/calendar.ts'
import { getKey, isLeaf, isObject, type Json, type JsonObject } from '../../document/json.ts'
import { printPath } from '../../document/path.ts'
import { keysOf } from '../../document/places.ts'
import type { Finding } from './schema-errors.ts'

/** What a JSON Schema cannot say well: ids that come twice, days that no calendar has, texts in which nothing is to be seen. */
export function crossCheck(root: Json): Finding[] {
  const findings = repeatedIds(root)
  if (!isLeaf(root)) walk(root as Json[] | JsonObject, [], findings)
  return findings
}

/** An id names one record (https://hl7.org/fhir/R4/resource.html#id); a second one would overwrite the first. */
function repeatedIds(root: Json): Finding[] {
  const records = isObject(root) ? getKey(root, 'registreringer') : undefined
  if (!Array.isArray(records)) return []
  const first = new Map<string, number>()
  return records.flatMap((record, index) => {
    const id = isObject(record) ? getKey(record, 'id') : undefined
    if (typeof id !== 'string') return []
    const earlier = first.get(id)
    if (earlier === undefined) first.set(id, index)
    return earlier === undefined ? [] : [repeated(root, earlier, index)]
  })
}

function repeated(root: Json, earlier: number, index: number): Finding {
  const first = printPath(root, ['registreringer', earlier, 'id'])
  return { code: 'KI-016', path: ['registreringer', index, 'id'], params: { first } }
}

const dateKeys: ReadonlySet<string> = new Set(['fodselsdato', 'dato', 'tidspunkt', 'gyldigTil'])
const day = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])/

/** Walks all but the extensions, which are the source's own. The path is the walker's: a finding gets a copy. */
function walk(container: Json[] | JsonObject, path: (string | number)[], findings: Finding[]): void {
  for (const key of keysOf(container)) {
    if (key === 'utvidelser') continue
    const member = (container as JsonObject)[key] as Json
    path.push(key)
    if (typeof member === 'string') {
      const code = wrongIn(key, member)
      if (code !== undefined) findings.push({ code, path: [...path], params: {} })
    } else if (!isLeaf(member)) walk(member as Json[] | JsonObject, path, findings)
    path.pop()
  }
}

function wrongIn(key: string | number, text: string): 'KI-008' | 'KI-019' | undefined {
  if (isBlank(text)) return 'KI-008'
  return typeof key === 'string' && dateKeys.has(key) && isNoDay(text) ? 'KI-019' : undefined
}

/** FHIR's texts hold something to see (https://hl7.org/fhir/R4/datatypes.html#string). The schema tells of empty ones. */
function isBlank(text: string): boolean {
  return text !== '' && text.trim() === ''
}

function isNoDay(text: string): boolean {
  const [date] = day.exec(text) ?? []
  return date !== undefined && !isCalendarDate(date)
}
