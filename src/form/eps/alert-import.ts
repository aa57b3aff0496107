import { equal } from '../../document/equal.ts'
import { isObject, type Json, type JsonObject } from '../../document/json.ts'
import { shownName } from '../../document/name.ts'
import { dropRest } from '../bundle.ts'
import { hasUnknownModifier } from '../import.ts'
import { kindIn, kindSystem } from '../kind.ts'
import { dropNarrative, type Mapper } from '../mapper.ts'
import { type Alertable, alertOf, nameOf, recordIdOf } from './alerts.ts'
import { isDirectiveKind } from './directive.ts'

/** What is made anew for each document, or leads to the record and the patient. */
const container: ReadonlySet<string> = new Set([
  'resourceType',
  'id',
  'meta',
  'implicitRules',
  'language',
  'text',
  'extension',
  'subject',
])

/**
 * A derived alert whose record is in the document says nothing that the record does not, and falls away. If it came back saying
 * something else, somebody meant it: the record stands, and an issue and the ledger name what was changed.
 */
export function dropAlert(flag: JsonObject, record: Alertable, mapper: Mapper): void {
  const expected = alertOf(record, '', mapper.codes('alerts'))?.resource
  const keys = new Set([...Object.keys(flag), ...Object.keys(expected ?? {})])
  const changed = [...keys].filter((key) => isChanged(key, flag, expected))
  if (changed.length > 0) {
    mapper.report('EPS-002', flag, 'resourceType', {
      elements: changed.map((key) => `Flag.${shownName(key)}`).join(', '),
    })
    for (const key of changed)
      if (flag[key] !== undefined) mapper.books.remark('eps.alert.changed', 'dropped', flag, key)
  }
  dropNarrative(flag, mapper)
  dropRest(flag, 'container.alert', mapper.books, ['text'])
}

/** Of a record that no alert can be derived from any more, only the status is compared. */
function isChanged(key: string, flag: JsonObject, expected: JsonObject | undefined): boolean {
  if (key === 'extension') return Array.isArray(flag.extension) && flag.extension.length > 1
  if (container.has(key)) return false
  return expected === undefined ? key === 'status' && flag.status !== 'active' : !equal(flag[key], expected[key])
}

/** NHN's constants for the two kinds of Consent (ki-r4/consent, row consent.kind). */
const constants: Readonly<Record<string, readonly [scope: string, rule: string]>> = {
  '8': ['adr', '1'],
  '11': ['treatment', '2'],
}

/**
 * The Consent that an alert is the only trace of: of this kind, with this id, in force or not, about this patient. Undefined for
 * an alert of another kind, which stays the alert that it is, and for one with a modifier that nobody here knows.
 */
export function consentOfAlert(flag: JsonObject, mapper: Mapper): JsonObject | undefined {
  const kind = kindIn(flag.category)
  const [scope, rule] = constants[kind ?? ''] ?? []
  if (kind === undefined || !isDirectiveKind(kind) || scope === undefined || rule === undefined) return undefined
  if (hasUnknownModifier(flag)) return undefined
  const made: JsonObject = {
    resourceType: 'Consent',
    ...idOf(flag),
    ...noteOf(flag, kind),
    ...(flag.modifierExtension === undefined ? {} : { modifierExtension: flag.modifierExtension }),
    ...(typeof flag.status === 'string' ? { status: flag.status } : {}),
    scope: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: scope }] },
    category: [{ coding: [{ system: kindSystem, code: kind }] }],
    ...(isObject(flag.subject) ? { patient: flag.subject } : {}),
    policyRule: { coding: [{ code: rule }] },
  }
  mapper.report('EPS-003', flag, 'resourceType')
  keepBooks(flag, made, mapper)
  tellAdded(flag, made, mapper)
  dropNarrative(flag, mapper)
  dropRest(flag, 'container.alert', mapper.books, ['text'])
  return made
}

/** What somebody has put on the alert and the record has no place for is not lost unseen. */
function tellAdded(flag: JsonObject, made: JsonObject, mapper: Mapper): void {
  const expected =
    alertOf({ fullUrl: '', record: made, concept: undefined }, '', mapper.codes('alerts'))?.resource ?? {}
  const taken = new Set(origins.map(([from]) => from))
  const others = Object.keys(flag).filter((key) => !taken.has(key) && isChanged(key, flag, expected))
  const isCoded = isObject(flag.code) && flag.code.coding !== undefined
  for (const key of others) mapper.books.remark('eps.alert.changed', 'dropped', flag, key)
  if (isCoded) mapper.books.remark('eps.alert.changed', 'dropped', flag.code as JsonObject, 'coding')
  const elements = [...others, ...(isCoded ? ['code'] : [])].map((key) => `Flag.${shownName(key)}`).join(', ')
  if (elements !== '') mapper.report('EPS-002', flag, 'resourceType', { elements })
}

function idOf(flag: JsonObject): JsonObject {
  const id = recordIdOf(flag)
  return id === undefined || id.includes(':') ? {} : { id }
}

/** Words that are not the name of the kind were written by somebody, and are kept as a note. */
function noteOf({ code }: JsonObject, kind: string): JsonObject {
  const text = isObject(code) ? code.text : undefined
  if (typeof text !== 'string' || text === nameOf(kind)) return {}
  return { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/note', valueAnnotation: { text } }] }
}

const origins: readonly (readonly [from: string, to: string])[] = [
  ['resourceType', 'resourceType'],
  ['identifier', 'id'],
  ['modifierExtension', 'modifierExtension'],
  ['status', 'status'],
  ['category', 'category'],
  ['subject', 'patient'],
  ['code', 'extension'],
]

function keepBooks(flag: JsonObject, made: JsonObject, mapper: Mapper): void {
  for (const [from, to] of origins) {
    if (flag[from] === undefined || (to !== 'extension' && made[to] === undefined)) continue
    mapper.books.claim(flag, from)
    if (made[to] !== undefined) linkLeaves(flag, from, made, to, mapper)
  }
  for (const key of ['scope', 'policyRule']) mapper.books.added('eps.alert.consent', 'derived', made, key)
}

/** What is lost later of anything made here is lost of what it was made of. */
function linkLeaves(
  flag: JsonObject,
  from: string,
  holder: JsonObject | Json[],
  key: string | number,
  mapper: Mapper,
): void {
  mapper.books.link('eps.alert.consent', flag, from, holder, key)
  const value = (holder as JsonObject)[key]
  if (value === flag[from]) return
  if (Array.isArray(value)) for (const index of value.keys()) linkLeaves(flag, from, value, index, mapper)
  else if (isObject(value)) for (const inner of Object.keys(value)) linkLeaves(flag, from, value, inner, mapper)
}
