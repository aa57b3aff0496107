import { describe, expect, test } from 'vitest'
import { type Json, type JsonObject, setKey } from '../../src/document/json.ts'
import { findingsOf } from './local.ts'

function patient(members: JsonObject): JsonObject {
  return { resourceType: 'Patient', ...members }
}

const extension = [{ url: 'https://elsewhere.test/x', valueString: 'x' }]

const shapes: readonly (readonly [what: string, members: JsonObject, findings: readonly string[]])[] = [
  ['one value and several', { birthDate: '2000-01-01', name: [{ family: 'x' }] }, []],
  ['no array where an element repeats', { name: { family: 'x' } }, ['STR-003 Patient.name']],
  ['no array where a primitive repeats', { name: [{ given: 'x' }] }, ['STR-003 Patient.name[0].given']],
  ['an array where it does not', { birthDate: ['2000-01-01'] }, ['STR-004 Patient.birthDate']],
  ['an array of objects where it does not', { maritalStatus: [{ text: 'x' }] }, ['STR-004 Patient.maritalStatus']],
  ['an array within an array', { name: [[{ family: 'x' }]] }, ['STR-004 Patient.name[0]']],
  ['an array within an array of primitives', { name: [{ given: [['x']] }] }, ['STR-004 Patient.name[0].given[0]']],
  ['an empty array', { name: [] }, ['STR-005 Patient.name']],
  ['an empty array of primitives', { name: [{ family: 'x', given: [] }] }, ['STR-005 Patient.name[0].given']],
  ['an empty object', { maritalStatus: {} }, ['STR-006 Patient.maritalStatus']],
  ['an empty object in an array', { name: [{}] }, ['STR-006 Patient.name[0]']],
  ['an object with an id alone', { maritalStatus: { id: 'a' } }, ['STR-006 Patient.maritalStatus']],
  ['null', { birthDate: null }, ['STR-007 Patient.birthDate']],
  ['null for many', { name: null }, ['STR-007 Patient.name']],
  ['null in an array of objects', { name: [null] }, ['STR-007 Patient.name[0]']],
  ['null in an array of primitives', { name: [{ given: [null] }] }, ['STR-007 Patient.name[0].given[0]']],
  ['a text where an object belongs', { maritalStatus: 'x' }, ['STR-002 Patient.maritalStatus']],
  ['a number where an object belongs', { name: [1] }, ['STR-002 Patient.name[0]']],
  ['an object where a primitive belongs', { birthDate: { value: '2000' } }, ['FMT-001 Patient.birthDate']],
  ['an unknown name', { born: '2000-01-01' }, ['STR-001 Patient.born']],
  ['an unknown name below', { name: [{ middle: 'x' }] }, ['STR-001 Patient.name[0].middle']],
  ['an unknown name whose value is null', { born: null }, ['STR-001 Patient.born']],
  ['a name in another case', { BirthDate: '2000-01-01' }, ['STR-001 Patient.BirthDate']],
  ['the empty name', { '': 'x' }, ['STR-001 Patient.…']],
  ['a choice without its type', { deceased: true }, ['STR-001 Patient.deceased']],
  ['a choice with a type that it has not', { deceasedString: 'x' }, ['STR-001 Patient.deceasedString']],
  ['the name of a choice as defined', { 'deceased[x]': true }, ['STR-001 Patient.`deceased[x]`']],
  ['an element of another resource', { subject: { reference: 'Patient/1' } }, ['STR-001 Patient.subject']],
  [
    'resourceType on what is no resource',
    { name: [{ resourceType: 'HumanName', family: 'x' }] },
    ['STR-001 Patient.name[0].resourceType'],
  ],
  ['comments of old FHIR', { fhir_comments: ['x'] }, ['STR-001 Patient.fhir_comments']],
]

describe('structure of JSON', () => {
  test.each(shapes)('%s', (_what, members, findings) => {
    expect(findingsOf(patient(members))).toEqual(findings)
  })
})

const companions: readonly (readonly [what: string, members: JsonObject, findings: readonly string[]])[] = [
  ['beside a value', { birthDate: '2000-01-01', _birthDate: { extension } }, []],
  ['beside a value, with an id alone', { birthDate: '2000-01-01', _birthDate: { id: 'a' } }, []],
  ['without a value', { _birthDate: { extension } }, []],
  ['empty beside a value', { birthDate: '2000-01-01', _birthDate: {} }, ['STR-006 Patient.birthDate']],
  ['without a value, with an id alone', { _birthDate: { id: 'a' } }, ['FMT-015 Patient._birthDate']],
  ['of an element that is no primitive', { _name: [{ extension }] }, ['STR-008 Patient._name']],
  ['of no element', { _born: { extension } }, ['STR-001 Patient._born']],
  ['with two underscores', { __birthDate: { extension } }, ['STR-001 Patient.__birthDate']],
  ['underscore alone', { _: { extension } }, ['STR-001 Patient._']],
  ['that is a text', { birthDate: '2000-01-01', _birthDate: 'x' }, ['STR-002 Patient.birthDate']],
  [
    'that is an array where one belongs',
    { birthDate: '2000-01-01', _birthDate: [{ extension }] },
    ['STR-002 Patient.birthDate'],
  ],
  [
    'that is no array where several belong',
    { name: [{ given: ['x'], _given: { extension } }] },
    ['STR-003 Patient.name[0].given'],
  ],
  ['with gaps filled by null', { name: [{ given: ['x', 'y'], _given: [null, { extension }] }] }, []],
  ['that fills the gap of a value', { name: [{ given: ['x', null], _given: [null, { extension }] }] }, []],
  ['longer than the values', { name: [{ given: ['x'], _given: [null, { extension }] }] }, []],
  ['null beside null', { name: [{ given: ['x', null], _given: [null, null] }] }, ['STR-007 Patient.name[0].given[1]']],
  [
    'with an unknown name',
    { birthDate: '2000-01-01', _birthDate: { extension, value: 'x' } },
    ['STR-001 Patient.birthDate.value'],
  ],
  ['null', { birthDate: '2000-01-01', _birthDate: null }, ['STR-002 Patient.birthDate']],
]

describe('what stands beside a primitive', () => {
  test.each(companions)('%s', (_what, members, findings) => {
    expect(findingsOf(patient(members))).toEqual(findings)
  })
})

describe('names that JavaScript knows', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__', 'prototype']
  const values: readonly Json[] = [{ a: 1 }, 'x', null, [], { resourceType: 'Patient' }]
  const rows = names.flatMap((name) => values.map((value) => [name, value] as const))
  test.each(rows)('%s: %j', (name, value) => {
    const top = patient({ active: true })
    setKey(top, name, value)
    expect(findingsOf(top)).toEqual([`STR-001 Patient.${name}`])
    const below: JsonObject = { family: 'x' }
    setKey(below, name, value)
    expect(findingsOf(patient({ name: [below] }))).toEqual([`STR-001 Patient.name[0].${name}`])
  })

  test('a prototype in the document gives nothing to any object', () => {
    const hostile = JSON.parse('{"resourceType":"Patient","__proto__":{"birthDate":"x"},"active":true}') as JsonObject
    expect(findingsOf(hostile)).toEqual(['STR-001 Patient.__proto__'])
    const coded = JSON.parse('{"resourceType":"Patient","maritalStatus":{"__proto__":{"text":"x"}}}') as JsonObject
    expect(findingsOf(coded)).toEqual(['STR-001 Patient.maritalStatus.__proto__'])
  })
})
