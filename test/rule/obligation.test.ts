import { expect, test } from 'vitest'
import type { JsonObject } from '../../src/document/json.ts'
import { kitWith, local, profileOf, validated } from './local.ts'

const url = 'http://hl7.org/fhir/StructureDefinition/obligation'

function obliged(code: string, ...actors: string[]): JsonObject {
  const parts = [{ url: 'code', valueCode: code }, ...actors.map((actor) => ({ url: 'actor', valueCanonical: actor }))]
  return { extension: [{ url, extension: parts }] }
}

const creator = 'https://actors.test/creator'
const consumer = 'https://actors.test/consumer'

const kit = kitWith(
  profileOf('obliged', 'Patient', {
    'Patient.identifier': obliged('SHALL:populate-if-known', creator),
    'Patient.name': obliged('SHALL:populate-if-known'),
    'Patient.gender': obliged('SHALL:populate-if-known', consumer, creator),
    'Patient.birthDate': obliged('SHALL:populate-if-known', consumer),
    'Patient.address': obliged('SHALL:display', creator),
    'Patient.telecom': obliged('SHOULD:populate-if-known', creator),
    'Patient.contact.telecom': obliged('SHALL:populate-if-known', creator),
  }),
)

function told(members: JsonObject): string[] {
  const { issues } = validated(
    { resourceType: 'Patient', active: true, ...members },
    { kit, profiles: [local('obliged')] },
  )
  const found = issues.filter(({ code }) => code === 'OBL-001')
  expect(found.every(({ severity, profile }) => severity === 'information' && profile === local('obliged'))).toBe(true)
  return found.map(({ path, element }) => `${path} ${element}`)
}

test('what those who create a document have to populate is told where it is absent', () => {
  expect(told({})).toEqual(['Patient Patient.gender', 'Patient Patient.identifier', 'Patient Patient.name'])
})

test('and not where it is there', () => {
  expect(told({ identifier: [{ value: 'x' }], name: [{ text: 'x' }], gender: 'female' })).toEqual([])
  const _gender = { extension: [{ url: 'https://elsewhere.test/x', valueString: 'x' }] }
  expect(told({ identifier: [{ value: 'x' }], name: [{ text: 'x' }], _gender })).toEqual([])
})

test('below an element, only where that is there', () => {
  const whole = { identifier: [{ value: 'x' }], name: [{ text: 'x' }], gender: 'female' }
  const contact = [{ name: { text: 'x' } }, { name: { text: 'x' }, telecom: [{ system: 'phone', value: 'x' }] }]
  expect(told({ ...whole, contact })).toEqual(['Patient.contact[0] Patient.contact.telecom'])
})
