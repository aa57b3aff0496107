import { expect, test } from 'vitest'
import type { JsonObject } from '../../src/document/json.ts'
import { allergy, concept, drawn, drawnRecord, recordsOf } from './draw.ts'

const reasons = 'http://terminology.hl7.org/CodeSystem/list-empty-reason'

function summary(
  sections: readonly JsonObject[],
  resources: readonly JsonObject[] = [],
  more: JsonObject = {},
): JsonObject {
  const composition = { resourceType: 'Composition', status: 'final', section: [...sections], ...more }
  const entry = [composition, ...resources].map((resource, index) => ({ fullUrl: `urn:uuid:${index}`, resource }))
  return { resourceType: 'Bundle', type: 'document', entry }
}

const allergies = (more: JsonObject): JsonObject => ({ code: concept('http://loinc.org', '48765-2'), ...more })

function absenceFor(emptyReason: JsonObject) {
  return drawn(summary([allergies({ emptyReason })])).summary[0]?.absence
}

test('a reason for an empty section that every object of JavaScript has as a member is one that is not known', () => {
  for (const code of ['constructor', '__proto__', 'toString'])
    expect(absenceFor({ coding: [{ system: reasons, code }] })?.kind).toBe('other-reason')
})

test('a reason of another list, or beside another, is told and not guessed at', () => {
  expect(absenceFor({ coding: [{ system: 'http://example.org/x', code: 'nilknown' }] })).toMatchObject({
    kind: 'other-reason',
    code: { code: 'nilknown' },
  })
  expect(absenceFor({ coding: ['nilknown', 'notasked'].map((code) => ({ system: reasons, code })) })).toEqual({
    kind: 'other-reason',
    text: 'Empty, and the reasons contradict each other: nilknown, notasked',
  })
  const local = { system: 'http://example.org/x', code: 'none' }
  expect(absenceFor({ coding: [local, { system: reasons, code: 'notasked' }] })?.kind).toBe('not-asked')
  expect(absenceFor({ text: 'No time' })?.text).toBe('Empty for a reason that is not known here: No time')
})

test('an entry that the document does not hold is not counted as one that it holds', () => {
  const entry = [{ reference: 'urn:uuid:1' }, { reference: 'AllergyIntolerance/none' }]
  const [section] = drawn(summary([allergies({ entry })], [allergy()])).summary
  expect(section).toMatchObject({
    entries: [{ type: 'AllergyIntolerance', count: 1 }],
    gone: [{ type: 'AllergyIntolerance', count: 1 }],
  })
})

test('a record within the Composition is shown, with a caution', () => {
  const more = { contained: [allergy({ id: 'in' })] }
  const picture = drawn(summary([allergies({ entry: [{ reference: '#in' }] })], [], more))
  expect(picture.summary[0]).toMatchObject({ entries: [{ type: 'AllergyIntolerance', count: 1 }] })
  const [record] = recordsOf(picture)
  expect([record?.title, record?.tone, record?.warnings.map(({ kind }) => kind)]).toEqual([
    'Penicillin',
    'active',
    ['contained'],
  ])
})

test('two records under one address are two records, and nothing else', () => {
  const entry = [allergy(), allergy({ criticality: 'high' })].map((resource) => ({ fullUrl: 'urn:uuid:1', resource }))
  const picture = drawn({ resourceType: 'Bundle', type: 'collection', entry })
  expect([recordsOf(picture).length, picture.others]).toEqual([2, []])
})

test('sections are called what their codes mean, not what the register fills them with', () => {
  const codes = ['11450-4', '11329-0']
  const sections = codes.map((code) => ({ code: concept('http://loinc.org', code), text: { div: '' } }))
  const titles = drawn(summary(sections), 'nb').summary.map(({ title }) => title)
  expect(titles.slice(0, 2)).toEqual(['Problemer / diagnoser', 'Sykehistorie'])
})

test('a kind that every object of JavaScript has as a member hides no record', () => {
  const category = [concept('urn:oid:2.16.578.1.12.4.1.1.7650', 'constructor')]
  const subject = { reference: 'Patient/p' }
  const record = drawnRecord({ resourceType: 'Condition', category, code: { text: 'Noe' }, subject })
  expect(record.title).toBe('Noe')
})
