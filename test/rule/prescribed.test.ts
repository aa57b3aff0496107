import { describe, expect, test } from 'vitest'
import { Decimal, type JsonObject } from '../../src/document/json.ts'
import { readDocument } from '../../src/read-document.ts'
import { findingsOf, kitWith, local, profileOf, validated } from './local.ts'

const coded = { coding: [{ system: 'https://a.test', code: 'a' }] }
const kit = kitWith(
  profileOf('fixed', 'Observation', {
    'Observation.status': { fixedCode: 'final' },
    'Observation.code': { fixedCodeableConcept: coded },
    'Observation.valueQuantity.value': { fixedDecimal: 1.5 },
  }),
  profileOf('pattern', 'Observation', {
    'Observation.status': { patternCode: 'final' },
    'Observation.code': { patternCodeableConcept: { coding: [coded.coding[0] ?? {}, { code: 'b' }] } },
    'Observation.performer': { patternReference: { type: 'Patient' } },
  }),
  profileOf('bounds', 'Observation', {
    'Observation.value[x]': { type: [{ code: 'integer' }], minValueInteger: 1, maxValueInteger: 9 },
    'Observation.effective[x]': { type: [{ code: 'dateTime' }], minValueDateTime: '2020-06', maxValueDateTime: '2026' },
    'Observation.note.text': { maxLength: 3 },
  }),
  profileOf('quantity', 'Observation', {
    'Observation.value[x]': {
      type: [{ code: 'Quantity' }],
      minValueQuantity: { value: 1, system: 'http://unitsofmeasure.org', code: 'kg' },
    },
  }),
)

function observation(members: JsonObject): JsonObject {
  return { resourceType: 'Observation', status: 'final', code: coded, ...members }
}

type Row = readonly [what: string, members: JsonObject, findings: readonly string[]]

function table(name: string, rows: readonly Row[]): void {
  describe(name, () => {
    test.each(rows)('%s', (_what, members, findings) => {
      expect(findingsOf(observation(members), { kit, profiles: [local(name)] })).toEqual(findings)
    })
  })
}

const a = { system: 'https://a.test', code: 'a' }

table('fixed', [
  ['exactly', {}, []],
  ['another code', { status: 'amended' }, ['FIX-001 Observation.status']],
  ['more beside', { code: { ...coded, text: 'x' } }, ['FIX-001 Observation.code']],
  ['more within', { code: { coding: [{ ...a, display: 'x' }] } }, ['FIX-001 Observation.code']],
  ['more of them', { code: { coding: [a, { code: 'b' }] } }, ['FIX-001 Observation.code']],
  ['another order of members', { code: { coding: [{ code: 'a', system: 'https://a.test' }] } }, []],
  ['the same number', { valueQuantity: { value: 1.5 } }, []],
  ['another number', { valueQuantity: { value: 1.6 } }, ['FIX-001 Observation.valueQuantity.value']],
])

const patient = { type: 'Patient', display: 'x' }

table('pattern', [
  ['all of it', { code: { coding: [a, { code: 'b' }] } }, []],
  ['in another order', { code: { coding: [{ code: 'b' }, a] } }, []],
  [
    'more beside and between',
    { code: { text: 'x', coding: [{ code: 'c' }, { ...a, display: 'x' }, { code: 'b', system: 'https://b.test' }] } },
    [],
  ],
  ['one lacks', { code: { coding: [a] } }, ['FIX-002 Observation.code']],
  [
    'the parts stand in different codings',
    { code: { coding: [{ system: 'https://a.test' }, { code: 'a', system: 'https://b.test' }, { code: 'b' }] } },
    ['FIX-002 Observation.code'],
  ],
  ['words alone', { code: { text: 'a' } }, ['FIX-002 Observation.code']],
  ['a primitive', { status: 'amended', code: { coding: [a, { code: 'b' }] } }, ['FIX-002 Observation.status']],
  [
    'each of several',
    { code: { coding: [a, { code: 'b' }] }, performer: [patient, { display: 'x' }, patient] },
    ['FIX-002 Observation.performer[1]'],
  ],
])

table('bounds', [
  ['between', { valueInteger: 5 }, []],
  ['the least', { valueInteger: 1 }, []],
  ['the greatest', { valueInteger: 9 }, []],
  ['less', { valueInteger: 0 }, ['FIX-003 Observation.valueInteger']],
  ['more', { valueInteger: 10 }, ['FIX-004 Observation.valueInteger']],
  ['a day between', { effectiveDateTime: '2023-01-01' }, []],
  ['a day before', { effectiveDateTime: '2020-05-31' }, ['FIX-003 Observation.effectiveDateTime']],
  ['a day after', { effectiveDateTime: '2027-01-01' }, ['FIX-004 Observation.effectiveDateTime']],
  ['as far as both are stated', { effectiveDateTime: '2020' }, []],
  ['as far as both are stated, at the end', { effectiveDateTime: '2026-12-31' }, []],
  ['as long as allowed', { note: [{ text: 'abc' }] }, []],
  ['longer', { note: [{ text: 'abc' }, { text: 'abcd' }] }, ['FMT-005 Observation.note[1].text']],
])

const kilogram = { system: 'http://unitsofmeasure.org', code: 'kg' }
const gram = { system: 'http://unitsofmeasure.org', code: 'g' }

table('quantity', [
  ['the least', { valueQuantity: { value: 1, ...kilogram } }, []],
  ['less', { valueQuantity: { value: 0.9, ...kilogram } }, ['FIX-003 Observation.valueQuantity']],
  ['less in another unit', { valueQuantity: { value: 900, ...gram } }, ['FIX-003 Observation.valueQuantity']],
  ['more in another unit', { valueQuantity: { value: 1100, ...gram } }, []],
  ['of another kind', { valueQuantity: { value: 0, system: 'http://unitsofmeasure.org', code: 'm' } }, []],
])

test('digits that a decimal need not have make no other value than the fixed one', () => {
  const asked = { kit, profiles: [local('fixed')] }
  expect(findingsOf(observation({ valueQuantity: { value: new Decimal('1.50') } }), asked)).toEqual([
    'FIX-001 Observation.valueQuantity.value',
  ])
  const text = JSON.stringify(observation({ valueQuantity: { value: 1.5 } }))
  expect(findingsOf(readDocument(text), asked)).toEqual([])
})

test('the finding says which part of a pattern lacks, by its name', () => {
  const { issues } = validated(observation({ code: { text: 'secret' } }), { kit, profiles: [local('pattern')] })
  expect(issues.filter(({ code }) => code === 'FIX-002')).toMatchObject([
    { profile: local('pattern'), element: 'Observation.code', params: { name: 'code', missing: 'coding' } },
  ])
})
