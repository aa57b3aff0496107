import { isCalendarDate } from '../../document/calendar.ts'
import { getKey, isObject, type Json, type Path } from '../../document/json.ts'
import { printPath } from '../../document/path.ts'
import type { Finding } from './schema-errors.ts'

/** What a JSON Schema cannot say well: ids that come twice, days that no calendar has, texts in which nothing is to be seen. */
export function crossCheck(root: Json): Finding[] {
  const findings = repeatedIds(root)
  walk(root, [], findings)
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

/** Walks all but the extensions, which are the source's own. */
function walk(value: Json, path: Path, findings: Finding[]): void {
  if (Array.isArray(value)) {
    value.forEach((member, index) => {
      const place = [...path, index]
      if (typeof member === 'string' && isBlank(member)) findings.push({ code: 'KI-008', path: place, params: {} })
      else walk(member, place, findings)
    })
  } else if (isObject(value)) {
    for (const [key, member] of Object.entries(value)) {
      if (key === 'utvidelser') continue
      if (typeof member !== 'string') walk(member, [...path, key], findings)
      else if (isBlank(member)) findings.push({ code: 'KI-008', path: [...path, key], params: {} })
      else if (dateKeys.has(key) && isNoDay(member)) findings.push({ code: 'KI-019', path: [...path, key], params: {} })
    }
  }
}

/** FHIR's texts hold something to see (https://hl7.org/fhir/R4/datatypes.html#string). The schema tells of empty ones. */
function isBlank(text: string): boolean {
  return text !== '' && text.trim() === ''
}

function isNoDay(text: string): boolean {
  const [date] = day.exec(text) ?? []
  return date !== undefined && !isCalendarDate(date)
}
