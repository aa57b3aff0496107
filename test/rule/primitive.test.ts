import { describe, expect, test } from 'vitest'
import { Decimal, type Json, type JsonObject } from '../../src/document/json.ts'
import { readDocument } from '../../src/read-document.ts'
import { findingsOf } from './local.ts'

/** An extension that nobody defines may have a value of any type, so each type can be tried in one place. */
function said(name: string, value: Json): string[] {
  const extension = [{ url: 'https://elsewhere.test/x', [name]: value }]
  return findingsOf({ resourceType: 'Basic', code: { text: 'x' }, extension }).map((one) => one.split(' ')[0] ?? '')
}

const uuid = '9d0f0a4b-6f5a-4c3c-9f3f-0c3f5f7b7a11'

const good: Readonly<Record<string, readonly Json[]>> = {
  valueBoolean: [true, false],
  valueInteger: [0, -1, 2_147_483_647, -2_147_483_648],
  valueUnsignedInt: [0, 2_147_483_647],
  valuePositiveInt: [1, 2_147_483_647],
  valueDecimal: [0, -1.5, new Decimal('1.50'), new Decimal('1E-10'), new Decimal('123456789012345678901.5')],
  valueString: ['x', 'æøå', 'line\nline', 'a\tb', 'x'.repeat(2000), '😀'],
  valueMarkdown: ['*x*', 'a\n\nb'],
  valueCode: ['x', 'a b', 'a-b/c'],
  valueId: ['a', 'A-1.b', 'x'.repeat(64)],
  valueUri: ['https://a.test/b?c=d#e', 'urn:oid:1.2.3', `urn:uuid:${uuid}`, 'mailto:a@b.test', 'x', 'æ'],
  valueUrl: ['https://a.test', 'mllp://a.test:1'],
  valueCanonical: ['https://a.test/x', 'https://a.test/x|1.0', `urn:uuid:${uuid}`],
  valueOid: ['urn:oid:2.16.578.1.12', 'urn:oid:1.0'],
  valueUuid: [`urn:uuid:${uuid}`],
  valueBase64Binary: ['QQ==', 'QUI=', 'QUJD', 'QUJD\nQUJD'],
  valueInstant: ['2026-01-31T12:00:00Z', '2026-01-31T12:00:00.123+01:00', '2026-12-31T23:59:60Z'],
  valueDate: ['2026', '2026-01', '2026-01-31', '2024-02-29', '2000-02-29', '0001-01-01'],
  valueDateTime: ['2026', '2026-01', '2026-01-31', '2026-01-31T12:00:00+14:00', '2026-01-31T12:00:00.5-11:30'],
  valueTime: ['00:00:00', '23:59:59', '12:00:00.123'],
}

describe('good values', () => {
  const rows = Object.entries(good).flatMap(([name, values]) => values.map((value) => [name, value] as const))
  test.each(rows)('%s %j', (name, value) => expect(said(name, value)).toEqual([]))
})

const bad: readonly (readonly [name: string, values: readonly Json[], code: string])[] = [
  ['valueBoolean', ['true', 0, new Decimal('1.0'), { a: true }], 'FMT-001'],
  ['valueInteger', ['1', true, {}], 'FMT-001'],
  ['valueInteger', [1.5, new Decimal('1.0'), new Decimal('1e2')], 'FMT-003'],
  ['valueInteger', [2_147_483_648, -2_147_483_649], 'FMT-006'],
  ['valueUnsignedInt', [-1, 2_147_483_648], 'FMT-006'],
  ['valuePositiveInt', [0, -1, 2_147_483_648], 'FMT-006'],
  ['valueDecimal', ['1.5', false], 'FMT-001'],
  ['valueString', [1, true, new Decimal('1.0')], 'FMT-001'],
  ['valueString', [''], 'FMT-002'],
  ['valueString', [' ', '\n', '\t \t', 'a\u0000b', 'a\u000bb', 'a\u001fb'], 'FMT-008'],
  ['valueString', [' x', 'x ', 'x\n'], 'FMT-007'],
  ['valueString', ['x'.repeat(1_048_577)], 'FMT-005'],
  ['valueMarkdown', [''], 'FMT-002'],
  ['valueCode', [' x', 'x ', 'a  b', 'a\tb', 'a\nb', ' '], 'FMT-003'],
  ['valueId', ['a_b', 'x'.repeat(65), 'a b', 'æ', 'a\n'], 'FMT-003'],
  ['valueUri', ['a b', 'https://a.test/\n', 'oid:1.2.3', `uuid:${uuid}`], 'FMT-003'],
  ['valueUri', ['urn:uuid:x', `urn:uuid:${uuid.toUpperCase()}`, 'urn:oid:x', 'urn:oid:3.1', 'urn:oid:1.02'], 'FMT-009'],
  ['valueUrl', ['a b'], 'FMT-003'],
  ['valueCanonical', ['x', 'StructureDefinition/x', '/x'], 'FMT-010'],
  ['valueOid', ['2.16.578', 'urn:oid:2', 'urn:oid:3.1', 'urn:oid:1.02'], 'FMT-003'],
  ['valueUuid', [uuid, `urn:uuid:${uuid.toUpperCase()}`, `urn:uuid:${uuid}0`], 'FMT-003'],
  ['valueBase64Binary', ['A', 'QQ', 'QQ=', 'Q===', 'QQ==QQ==', 'Q-_=', 'Qæ=='], 'FMT-003'],
  [
    'valueInstant',
    ['2026', '2026-01-31', '2026-01-31T12:00:00', '2026-01-31T12:00Z', '2026-01-31 12:00:00Z'],
    'FMT-003',
  ],
  ['valueInstant', ['2026-02-30T12:00:00Z'], 'FMT-004'],
  [
    'valueDate',
    ['26', '2026-1', '2026-13', '2026-00-01', '2026-01-32', '31.01.2026', '2026-01-31T12:00:00Z'],
    'FMT-003',
  ],
  ['valueDate', ['2026-02-29', '2023-02-30', '1900-02-29', '2026-04-31', '0000', '0000-01-01'], 'FMT-004'],
  [
    'valueDateTime',
    ['2026-01-31T12:00', '2026-01-31T24:00:00Z', '2026-01-31T12:60:00Z', '2026-01T12:00:00Z'],
    'FMT-003',
  ],
  ['valueDateTime', ['2026-01-31T12:00:00+15:00', '2026-01-31T', '2026-01-31T12:00:00Z ', '-2026'], 'FMT-003'],
  ['valueDateTime', ['2026-01-31T12:00:00', '2026-01-31T12:00:00.1'], 'FMT-011'],
  ['valueDateTime', ['2026-02-29', '2026-02-29T12:00:00Z'], 'FMT-004'],
  ['valueTime', ['24:00:00', '12:00', '12:00:00Z', '1:00:00', '12:00:61'], 'FMT-003'],
]

describe('bad values', () => {
  const rows = bad.flatMap(([name, values, code]) => values.map((value) => [name, value, code] as const))
  test.each(rows)('%s %j', (name, value, code) => expect(said(name, value)).toEqual([code]))
})

test.each(Object.keys(good))('%s is neither empty, null, nor an array', (name) => {
  const empty = typeof good[name]?.[0] === 'string' ? ['FMT-002'] : ['FMT-001']
  expect(said(name, '')).toEqual(empty)
  expect(said(name, null)).toContain('STR-007')
  expect(said(name, [good[name]?.[0] ?? ''])).toContain('STR-004')
})

test('a decimal as JSON writes it', () => {
  const text = (number: string) =>
    `{"resourceType":"Observation","status":"final","code":{"text":"x"},"valueQuantity":{"value":${number},"unit":"x"}}`
  for (const number of ['1', '1.0', '1.50', '-0.000', '1e3', '1E-20', '100000000000000000000000000.1'])
    expect(findingsOf(readDocument(text(number)))).not.toContain('FMT-001 Observation.valueQuantity.value')
  expect(findingsOf(readDocument(text('"1.5"')))).toContain('FMT-001 Observation.valueQuantity.value')
})

test('a whole number as JSON writes it', () => {
  const text = (number: string) => `{"resourceType":"Patient","multipleBirthInteger":${number}}`
  expect(findingsOf(readDocument(text('2')))).toEqual([])
  for (const number of ['2.0', '2e0', '2.5'])
    expect(findingsOf(readDocument(text(number)))).toEqual(['FMT-003 Patient.multipleBirthInteger'])
})

const ids: readonly (readonly [id: Json, findings: readonly string[]])[] = [
  ['a-1.B', []],
  ['x'.repeat(64), []],
  ['x'.repeat(65), ['FMT-003 Patient.id']],
  ['a_b', ['FMT-003 Patient.id']],
  ['', ['FMT-002 Patient.id']],
  [1, ['FMT-001 Patient.id']],
]

test.each(ids)('the id of a resource: %j', (id, findings) => {
  const resource: JsonObject = { resourceType: 'Patient', id, active: true }
  expect(findingsOf(resource)).toEqual(findings)
})

test('the id of an element is any text', () => {
  expect(findingsOf({ resourceType: 'Patient', name: [{ id: 'a b_c', family: 'x' }] })).toEqual([])
})
