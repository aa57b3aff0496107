import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  Decimal,
  describe as words,
  type Form,
  type Issue,
  type Json,
  type JsonObject,
  KritinfoError,
  treeOf,
  validateKi,
} from '../../src/index.ts'
import { isObject } from '../../src/document/json.ts'
import { standardValidation, validate } from '../../src/validate.ts'
import { documents, runs, runsEach, to } from './kit.ts'

/** Law 6: no issue and no entry of a ledger carries a value of a record. */
const mark = 'HEMMELIG'

/** What is no value of the person but a word of the form, or has a form of its own that a mark would break. */
const kept = new Set([
  'type',
  'status',
  'format',
  'versjon',
  'enhet',
  'mangler',
  'sannsynlighet',
  'alvorlighetsgrad',
  'kategori',
])
const formed = new Set(['kjonn', 'dato', 'tidspunkt', 'fodselsdato', 'gyldigTil', 'system', 'url'])

/** The document with a mark in every text that a person wrote, in names and numbers of people, and, if asked, in codes and ids. */
function marked(value: Json, withCodes: boolean, key = ''): Json {
  if (Array.isArray(value)) return value.map((member) => marked(member, withCodes, key))
  if (isObject(value) && !(value instanceof Decimal)) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, marked(inner, withCodes, name)]))
  }
  if (typeof value !== 'string' || kept.has(key) || formed.has(key)) return value
  if (['kode', 'rolle', 'id', 'versjonsnummer'].includes(key)) return withCodes ? mark : value
  return mark
}

function toldOf(issues: readonly Issue[]): unknown[] {
  return issues.map((one) => [one, words(one), words(one, 'nb')])
}

const validation = standardValidation()

function trip(form: Form, document: JsonObject, withCodes: boolean) {
  // Two records of one marked id would be one.
  const secret = marked(document, withCodes && (document.registreringer as Json[]).length < 2) as JsonObject
  const there = to(form, secret)
  return { secret, there, back: to('ki', there.output.root, { from: form }) }
}

test.each(['kj', 'r4', 'eps'] as const)('ledger and issues on the way to %s and back are silent', (form) => {
  const property = fc.property(documents({ maxRecords: 2 }), fc.boolean(), (document, withCodes) => {
    const { there, back } = trip(form, document, withCodes)
    const told = [there.ledger, back.ledger, ...toldOf([...there.issues, ...back.issues])]
    expect(JSON.stringify(told)).not.toContain(mark)
  })
  fc.assert(property, { numRuns: runsEach })
})

test.each(['kj', 'r4', 'eps'] as const)('what validation finds in %s and ki is silent', (form) => {
  const property = fc.property(documents({ maxRecords: 2 }), fc.boolean(), (document, withCodes) => {
    const { secret, there, back } = trip(form, document, withCodes)
    const findings = [...validateKi(treeOf(secret)), ...validateKi(back.output)]
    const { issues, notChecked } = validate(validation, there.output, {})
    expect(JSON.stringify(toldOf([...findings, ...issues, ...notChecked]))).not.toContain(mark)
  })
  fc.assert(property, { numRuns: Math.ceil(runs / 5) })
})

test('a refusal is silent too', () => {
  const property = fc.property(documents({ maxRecords: 2 }), (document) => {
    const nameless = { ...(marked(document, false) as JsonObject), pasient: {} }
    try {
      expect(JSON.stringify(to('eps', nameless).issues)).not.toContain(mark)
    } catch (problem) {
      if (!(problem instanceof KritinfoError)) throw problem
      expect(JSON.stringify([problem.message, ...toldOf(problem.issues)])).not.toContain(mark)
    }
  })
  fc.assert(property, { numRuns: Math.ceil(runs / 5) })
})
