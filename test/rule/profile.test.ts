import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../src/document/json.ts'
import { findingsOf, kitWith, local, profileOf, uncheckedOf, validated } from './local.ts'

const impose = 'http://hl7.org/fhir/StructureDefinition/structuredefinition-imposeProfile'
const imposing = (...names: string[]): JsonObject => ({
  extension: names.map((name) => ({ url: impose, valueCanonical: local(name) })),
})
const needs = (element: string) => ({ [`Patient.${element}`]: { min: 1 } })

const kit = kitWith(
  profileOf('born', 'Patient', needs('birthDate'), { version: '2.0' }),
  profileOf('gendered', 'Patient', needs('gender')),
  profileOf('derived', 'Patient', needs('name'), { baseDefinition: local('born') }),
  profileOf('imposing', 'Patient', needs('name'), imposing('born', 'gendered')),
  profileOf('imposing-nothing', 'Patient', needs('name'), imposing('not-there')),
  profileOf('circle-a', 'Patient', needs('name'), imposing('circle-b')),
  profileOf('circle-b', 'Patient', needs('gender'), imposing('circle-a')),
  profileOf('any', 'DomainResource', { 'DomainResource.text': { min: 1 } }),
)

function patient(members: JsonObject, ...profiles: string[]): JsonObject {
  const meta = profiles.length === 0 ? {} : { meta: { profile: profiles } }
  return { resourceType: 'Patient', active: true, ...meta, ...members }
}

/** The elements that are asked for in vain. */
function lacking(resource: JsonObject, ...profiles: string[]): string[] {
  const { issues } = validated(resource, { kit, profiles })
  return issues
    .filter(({ code }) => code === 'CRD-001')
    .map(({ element = '', profile = '' }) => `${element} ${profile}`)
}

const birth = (by: string) => `Patient.birthDate ${local(by)}`
const gender = (by: string) => `Patient.gender ${local(by)}`
const name = (by: string) => `Patient.name ${local(by)}`

const asked: readonly (readonly [what: string, profile: string, found: readonly string[]])[] = [
  ['a profile', local('born'), [birth('born')]],
  ['with its version', `${local('born')}|2.0`, [birth('born')]],
  ['derived from another', local('derived'), [birth('derived'), name('derived')]],
  ['imposing others', local('imposing'), [birth('born'), gender('gendered'), name('imposing')]],
  ['imposing each other', local('circle-a'), [gender('circle-b'), name('circle-a')]],
  ['of a type as such', 'http://hl7.org/fhir/StructureDefinition/Patient', []],
]

describe('what a profile asks', () => {
  test.each(asked)('%s', (_what, profile, found) => {
    expect(lacking(patient({}), profile)).toEqual(found)
    expect(lacking(patient({}, profile))).toEqual(found)
    const whole = { birthDate: '2000', gender: 'female', name: [{ family: 'x' }] }
    expect(findingsOf(patient(whole, profile), { kit })).toEqual([])
  })

  test('is said once, however often it is asked', () => {
    expect(lacking(patient({}, local('born'), local('born')), local('born'))).toEqual([birth('born')])
    expect(lacking(patient({}, local('born'), local('imposing')), local('gendered'))).toEqual(
      lacking(patient({}), local('imposing')),
    )
  })

  test('is asked of contained resources and of entries that claim it', () => {
    const inner = { ...patient({}, local('born')), id: 'p' }
    const condition = { resourceType: 'Condition', contained: [inner], subject: { reference: '#p' } }
    expect(findingsOf(condition, { kit })).toEqual(['CRD-001 Condition.contained[0]'])
    const entry = [{ fullUrl: 'https://server.test/Patient/p', resource: inner }]
    expect(findingsOf({ resourceType: 'Bundle', type: 'collection', entry }, { kit })).toEqual([
      'CRD-001 Bundle.entry[0].resource',
    ])
  })

  test('of an abstract type is asked of its kinds', () => {
    expect(findingsOf(patient({}), { kit, profiles: [local('any')] })).toEqual(['CRD-001 Patient'])
  })
})

const notApplied: readonly (readonly [
  what: string,
  profile: string,
  found: readonly string[],
  unchecked: readonly string[],
])[] = [
  ['unknown', local('not-there'), [], ['PRF-001 Patient']],
  ['unknown and imposed', local('imposing-nothing'), ['CRD-001 Patient'], ['PRF-001 Patient']],
  ['for another type', 'http://hl7.org/fhir/StructureDefinition/bodyweight', ['PRF-002 Patient'], []],
  ['for a data type', 'http://hl7.org/fhir/StructureDefinition/HumanName', ['PRF-002 Patient'], []],
  ['for an extension', 'http://hl7.org/fhir/StructureDefinition/patient-birthPlace', ['PRF-002 Patient'], []],
  ['no canonical', '__proto__', [], ['PRF-001 Patient']],
]

describe('a profile that is not applied', () => {
  test.each(notApplied)('%s', (_what, profile, found, unchecked) => {
    const options = { kit, profiles: [profile] }
    expect(findingsOf(patient({}), options)).toEqual(found)
    expect(uncheckedOf(patient({}), options)).toEqual(unchecked)
  })

  test('claimed by the resource itself is said as well', () => {
    expect(uncheckedOf(patient({}, local('not-there')), { kit })).toEqual(['PRF-001 Patient'])
  })
})

const metas: readonly (readonly [what: string, meta: JsonObject, found: readonly string[]])[] = [
  ['no array', { profile: local('born') }, ['STR-003 Patient.meta.profile']],
  ['a number', { profile: [1] }, ['FMT-001 Patient.meta.profile[0]']],
  ['a relative URL', { profile: ['born'] }, ['FMT-010 Patient.meta.profile[0]']],
  [
    'null with an extension',
    { profile: [null], _profile: [{ extension: [{ url: 'https://elsewhere.test/x', valueCode: 'x' }] }] },
    [],
  ],
]

test.each(metas)('meta.profile: %s', (_what, meta, found) => {
  expect(findingsOf(patient({ meta }), { kit })).toEqual(found)
})
