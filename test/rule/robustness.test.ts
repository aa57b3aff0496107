import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { standardDefinitions } from '../../src/definition/standard.ts'
import type { Json, JsonObject } from '../../src/document/json.ts'
import { treeOf } from '../../src/document/tree.ts'
import { readDocument } from '../../src/read-document.ts'
import { standardTerminology } from '../../src/terminology/standard.ts'
import { standardValidation, type Validation, validate, validationOf } from '../../src/validate.ts'
import { arbitraryJson } from '../document/arbitrary-json.ts'
import { arbitraryResource, damagedDocument } from './damage.ts'
import { copyOf, documents, put, sitesOf } from './documents.ts'

function runs(usual: number) {
  return { numRuns: Number(process.env.KRITINFO_RUNS ?? usual) }
}

function check(document: Json, kit = standardValidation()): Validation {
  return validate(kit, treeOf(document))
}

describe('nothing throws', () => {
  test('on any JSON', () =>
    fc.assert(
      fc.property(arbitraryJson, (value) => void check(value)),
      runs(500),
    ))
  test('on resources of anything', () =>
    fc.assert(
      fc.property(arbitraryResource, (one) => void check(one)),
      runs(1000),
    ))
  test('on damaged documents', () =>
    fc.assert(
      fc.property(damagedDocument, (one) => void check(one)),
      runs(1000),
    ))
})

/** What JavaScript asks objects for when it wants a text or a number of them, as a document may have it. */
const hostile: readonly JsonObject[] = [
  { toString: 1, valueOf: 1 },
  { length: -1, constructor: null },
]

test.each(['kj', 'r4', 'eps'])('nothing throws on an object instead of any value: %s', (form) => {
  const text = readFileSync(`examples/penicillin-anaphylaxis/${form}.json`, 'utf8')
  const count = sitesOf(JSON.parse(text) as Json).length
  for (let at = 0; at < count; at++) {
    for (const one of hostile) {
      const document = JSON.parse(text) as JsonObject
      const site = sitesOf(document)[at]
      if (site !== undefined) put(site, one)
      expect(() => check(document)).not.toThrow()
    }
  }
})

test('nothing throws on an object instead of any value: an answer', () => {
  const limit = { url: 'http://hl7.org/fhir/StructureDefinition/maxDecimalPlaces', valueInteger: 1 }
  const item = [{ linkId: 'a', type: 'quantity', extension: [limit] }]
  const form = { resourceType: 'Questionnaire', id: 'q', status: 'active', item }
  const answer = [{ valueQuantity: { value: { toString: 1 } } }]
  const more = { contained: [form], questionnaire: '#q', status: 'completed', item: [{ linkId: 'a', answer }] }
  expect(() => check({ resourceType: 'QuestionnaireResponse', ...more })).not.toThrow()
})

describe('a finding depends on the document alone', () => {
  test('it is the same the second time, and the document is as it was', () => {
    fc.assert(
      fc.property(damagedDocument, (document) => {
        const before = copyOf(document)
        const first = check(document)
        expect(check(document)).toEqual(first)
        expect(document).toEqual(before)
      }),
      runs(200),
    )
  })

  test('and not on documents before it', () => {
    const used = validationOf(standardDefinitions(), standardTerminology())
    for (const text of documents) check(JSON.parse(text) as Json, used)
    fc.assert(
      fc.property(damagedDocument, (document) => {
        const fresh = validationOf(standardDefinitions(), standardTerminology())
        expect(check(document, used)).toEqual(check(document, fresh))
      }),
      runs(40),
    )
  })
})

/** Ways in which FHIR lets a value stand within another of its kind, with the levels of JSON that each takes. */
const nestings: readonly (readonly [
  root: string,
  name: string,
  wrap: (inner: JsonObject) => JsonObject,
  innermost: JsonObject,
  levels: number,
])[] = [
  ['Patient', 'extension', (inner) => ({ url: 'https://a.test', extension: [inner] }), { url: 'https://a.test' }, 2],
  [
    'Patient',
    'contained',
    (inner) => ({ resourceType: 'Patient', contained: [inner] }),
    { resourceType: 'Patient' },
    2,
  ],
  ['Questionnaire', 'item', (inner) => ({ linkId: 'a', type: 'group', item: [inner] }), { linkId: 'a' }, 2],
  ['Parameters', 'parameter', (inner) => ({ name: 'a', part: [inner] }), { name: 'a', valueString: 'x' }, 2],
  ['Parameters', 'parameter', (inner) => ({ resource: { resourceType: 'Parameters', parameter: [inner] } }), {}, 3],
  ['Bundle', 'entry', (inner) => ({ resource: { resourceType: 'Bundle', type: 'batch', entry: [inner] } }), {}, 3],
]

describe('nesting as deep as can be read', () => {
  const rows = nestings.flatMap((one) => [100, 1000].map((depth) => [one[0], one[1], depth, one] as const))
  test.each(rows)('%s.%s %d', (root, name, depth, [, , wrap, innermost, levels]) => {
    let value = innermost
    for (let level = 4; level + levels <= depth; level += levels) value = wrap(value)
    const text = JSON.stringify({ resourceType: root, [name]: [value] })
    const tree = readDocument(text, { depth })
    expect(() => validate(standardValidation(), tree)).not.toThrow()
  })
})
