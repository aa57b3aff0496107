import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../src/document/json.ts'
import { findingsOf, kitWith, local, profileOf, validated } from './local.ts'

const extension = [{ url: 'https://elsewhere.test/x', valueString: 'x' }]

const english = { coding: [{ system: 'urn:ietf:bcp:47', code: 'en' }] }

const byType: readonly (readonly [what: string, resource: JsonObject, findings: readonly string[]])[] = [
  [
    'what is required is there',
    { resourceType: 'Flag', status: 'active', code: { text: 'x' }, subject: { display: 'x' } },
    [],
  ],
  ['and is not', { resourceType: 'Flag', status: 'active', subject: { display: 'x' } }, ['CRD-001 Flag']],
  [
    'a primitive without a value is there',
    { resourceType: 'Flag', _status: { extension }, code: { text: 'x' }, subject: { display: 'x' } },
    [],
  ],
  [
    'a required choice',
    { resourceType: 'MedicationStatement', status: 'active', subject: { display: 'x' } },
    ['CRD-001 MedicationStatement'],
  ],
  [
    'a required choice by any of its names',
    {
      resourceType: 'MedicationStatement',
      status: 'active',
      subject: { display: 'x' },
      medicationReference: { display: 'x' },
    },
    [],
  ],
  ['below', { resourceType: 'Patient', link: [{ type: 'refer' }] }, ['CRD-001 Patient.link[0]']],
  [
    'in each of several',
    { resourceType: 'Patient', communication: [{ preferred: true }, { language: english }, { preferred: true }] },
    ['CRD-001 Patient.communication[0]', 'CRD-001 Patient.communication[2]'],
  ],
]

describe('by type', () => {
  test.each(byType)('%s', (_what, resource, findings) => expect(findingsOf(resource)).toEqual(findings))
})

const kit = kitWith(
  profileOf('counted', 'Patient', {
    'Patient.identifier': { min: 1 },
    'Patient.name': { min: 2, max: '3' },
    'Patient.name.given': { min: 1, max: '2' },
    'Patient.photo': { max: '0' },
    'Patient.gender': { min: 1 },
    'Patient.birthDate': { max: '0' },
    'Patient.deceased[x]': { min: 1 },
    'Patient.contact': { max: '1' },
    'Patient.contact.name': { min: 1 },
    'Patient.contact.name.family': { min: 1 },
  }),
)
const person = { given: ['x'] }
const whole: JsonObject = {
  resourceType: 'Patient',
  identifier: [{ value: 'x' }],
  name: [person, person],
  gender: 'female',
  deceasedBoolean: false,
}

const byProfile: readonly (readonly [what: string, members: JsonObject, findings: readonly string[]])[] = [
  ['all of it', {}, []],
  ['too few', { name: [person] }, ['CRD-001 Patient']],
  ['too many', { name: [person, person, person, person] }, ['CRD-002 Patient']],
  ['as many as allowed', { name: [person, person, person] }, []],
  ['none of what is forbidden', { photo: [{ title: 'x' }] }, ['CRD-003 Patient']],
  ['a forbidden primitive by its extensions alone', { _birthDate: { extension } }, ['CRD-003 Patient']],
  ['below, in each', { name: [person, { family: 'x' }] }, ['CRD-001 Patient.name[1]']],
  ['below, too many', { name: [person, { given: ['a', 'b', 'c'] }] }, ['CRD-002 Patient.name[1]']],
  [
    'gaps count, as their extensions stand for values',
    { name: [person, { given: ['a', null, null], _given: [null, { extension }, { extension }] }] },
    ['CRD-002 Patient.name[1]'],
  ],
  ['a choice under another name', { deceasedBoolean: true }, []],
  ['what is below an absent element is not asked for', { contact: [{ gender: 'male', name: { family: 'x' } }] }, []],
  [
    'what is below a present one is',
    { contact: [{ gender: 'male', name: { text: 'x' } }] },
    ['CRD-001 Patient.contact[0].name'],
  ],
]

describe('by profile', () => {
  test.each(byProfile)('%s', (_what, members, findings) => {
    expect(findingsOf({ ...whole, ...members }, { kit, profiles: [local('counted')] })).toEqual(findings)
  })

  test.each(['identifier', 'gender', 'deceasedBoolean'])('%s is required', (name) => {
    const { [name]: _left, ...rest } = whole
    expect(findingsOf(rest, { kit, profiles: [local('counted')] })).toEqual(['CRD-001 Patient'])
  })

  test('a primitive without a value is there', () => {
    const { gender: _gender, ...rest } = whole
    expect(findingsOf({ ...rest, _gender: { extension } }, { kit, profiles: [local('counted')] })).toEqual([])
  })

  test('the finding names profile, element and numbers', () => {
    const { issues } = validated({ ...whole, name: [person] }, { kit, profiles: [local('counted')] })
    expect(issues.filter(({ code }) => code === 'CRD-001')).toMatchObject([
      { profile: local('counted'), element: 'Patient.name', params: { name: 'name', count: 1, min: 2 } },
    ])
  })

  test('nothing is asked without the profile', () => {
    expect(findingsOf({ resourceType: 'Patient', photo: [{ title: 'x' }] }, { kit })).toEqual([])
  })
})
