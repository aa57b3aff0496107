import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../src/document/json.ts'
import { findingsOf, kitWith, local, profileOf, uncheckedOf } from './local.ts'

const dataType = { kind: 'complex-type' }
const of = (code: string, ...profiles: string[]): JsonObject => ({ type: [{ code, profile: profiles.map(local) }] })

const kit = kitWith(
  profileOf('with-family', 'HumanName', { 'HumanName.family': { min: 1 } }, dataType),
  profileOf('with-text', 'HumanName', { 'HumanName.text': { min: 1 } }, dataType),
  profileOf('one', 'Patient', { 'Patient.name': of('HumanName', 'with-family') }),
  profileOf('either', 'Patient', { 'Patient.name': of('HumanName', 'with-family', 'with-text') }),
  profileOf('nowhere', 'Patient', { 'Patient.name': of('HumanName', 'not-there') }),
  profileOf('either-or-nowhere', 'Patient', { 'Patient.name': of('HumanName', 'with-family', 'not-there') }),
  profileOf('in-bundle', 'Bundle', { 'Bundle.entry.resource': of('Patient', 'one') }),
)

type Row = readonly [profile: string, name: JsonObject, found: readonly string[], unchecked?: readonly string[]]

const rows: readonly Row[] = [
  ['one', { family: 'x' }, []],
  ['one', { text: 'x' }, ['CRD-001 Patient.name[0]']],
  ['either', { family: 'x' }, []],
  ['either', { text: 'x' }, []],
  ['either', { given: ['x'] }, ['TYP-002 Patient.name[0]']],
  ['nowhere', { text: 'x' }, [], ['PRF-001 Patient.name[0]']],
  ['either-or-nowhere', { family: 'x' }, []],
  ['either-or-nowhere', { text: 'x' }, [], ['PRF-001 Patient.name[0]']],
]

describe('profiles of data types', () => {
  for (const [profile, name, found, unchecked = []] of rows) {
    test(`${profile}: ${JSON.stringify(name)}`, () => {
      const resource = { resourceType: 'Patient', name: [name] }
      const asked = { kit, profiles: [local(profile)] }
      expect(findingsOf(resource, asked)).toEqual(found)
      expect(uncheckedOf(resource, asked)).toEqual(unchecked)
    })
  }
})

describe('resources in a Bundle', () => {
  const bundle = (resource: JsonObject): JsonObject => ({
    resourceType: 'Bundle',
    type: 'collection',
    entry: [{ fullUrl: 'urn:uuid:9d0f0a4b-6f5a-4c3c-9f3f-0c3f5f7b7a11', resource }],
  })
  const on = (resource: JsonObject) => findingsOf(bundle(resource), { kit, profiles: [local('in-bundle')] })

  test('of the type and the profile', () => {
    expect(on({ resourceType: 'Patient', name: [{ family: 'x' }] })).toEqual([])
    expect(on({ resourceType: 'Patient', name: [{ text: 'x' }] })).toEqual(['CRD-001 Bundle.entry[0].resource.name[0]'])
  })

  test('of another type', () => {
    expect(on({ resourceType: 'Basic', code: { text: 'x' } })).not.toEqual([])
  })
})
