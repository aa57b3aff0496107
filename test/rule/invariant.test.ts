import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../src/document/json.ts'
import { findingsOf, kitWith, local, profileOf, uncheckedOf, validated } from './local.ts'

const bestPractice = 'http://hl7.org/fhir/StructureDefinition/elementdefinition-bestpractice'

function constraint(key: string, expression: string, more: JsonObject = {}): JsonObject {
  return { key, severity: 'error', human: `Rule ${key}`, expression, ...more }
}

const kit = kitWith(
  profileOf('ruled', 'Patient', {
    Patient: { constraint: [constraint('t-1', 'name.exists() or identifier.exists()')] },
    'Patient.name': { constraint: [constraint('t-2', 'family.exists() or text.exists()')] },
    'Patient.birthDate': { constraint: [constraint('t-3', '$this <= @2020-12-31')] },
    'Patient.contact.telecom': { constraint: [constraint('t-4', 'value.exists()', { severity: 'warning' })] },
    'Patient.photo': {
      constraint: [constraint('t-5', 'title.exists()', { extension: [{ url: bestPractice, valueBoolean: true }] })],
    },
    'Patient.generalPractitioner': { constraint: [constraint('t-6', 'resolve().active = true')] },
    'Patient.managingOrganization': { constraint: [constraint('t-7', 'this is (no expression')] },
    'Patient.maritalStatus': {
      constraint: [constraint('t-8', "coding.where($this.memberOf('https://unknown.test/set')).exists()")],
    },
    'Patient.gender': { constraint: [constraint('t-9', "%resource.active = true and %context = 'female'")] },
  }),
)

function patient(members: JsonObject): JsonObject {
  return { resourceType: 'Patient', name: [{ family: 'x' }], ...members }
}

const rows: readonly (readonly [what: string, members: JsonObject, findings: readonly string[]])[] = [
  ['all hold', {}, []],
  ['on the resource', { name: [], active: true }, ['INV-001 Patient', 'STR-005 Patient.name']],
  ['on an element', { name: [{ given: ['x'] }] }, ['INV-001 Patient.name[0]']],
  [
    'on each of several',
    { name: [{ given: ['x'] }, { family: 'x' }, { given: ['x'] }] },
    ['INV-001 Patient.name[0]', 'INV-001 Patient.name[2]'],
  ],
  ['on a primitive', { birthDate: '2021-01-01' }, ['INV-001 Patient.birthDate']],
  ['on a primitive that meets it', { birthDate: '2020-01-01' }, []],
  ['a warning', { contact: [{ telecom: [{ system: 'phone' }] }] }, ['INV-002 Patient.contact[0].telecom[0]']],
  [
    'a best practice is a warning, whatever it says',
    { photo: [{ contentType: 'image/png' }] },
    ['INV-002 Patient.photo[0]'],
  ],
  ['the resource around, met', { gender: 'female', active: true }, []],
  ['the resource around, not met', { gender: 'female' }, ['INV-001 Patient.gender']],
  ['what an element that is not there would break', {}, []],
]

describe('rules of a profile', () => {
  test.each(rows)('%s', (_what, members, findings) => {
    expect(findingsOf(patient(members), { kit, profiles: [local('ruled')] })).toEqual(findings)
  })
})

const unanswered: readonly (readonly [what: string, members: JsonObject, unchecked: readonly string[]])[] = [
  ['an expression that is none', { managingOrganization: { display: 'x' } }, ['INV-003 Patient.managingOrganization']],
  [
    'a value set that is not at hand',
    { maritalStatus: { coding: [{ system: 'https://a.test', code: 'x' }] } },
    ['INV-003 Patient.maritalStatus'],
  ],
]

describe('rules that cannot be answered', () => {
  test.each(unanswered)('%s', (_what, members, unchecked) => {
    const asked = { kit, profiles: [local('ruled')] }
    expect(uncheckedOf(patient(members), asked)).toEqual(unchecked)
    expect(findingsOf(patient(members), asked).filter((one) => one.startsWith('INV'))).toEqual([])
  })

  test('a reference gives what it leads to in the document, and else nothing', () => {
    const asked = { kit, profiles: [local('ruled')] }
    const contained = (active: boolean) =>
      patient({
        contained: [{ resourceType: 'Practitioner', id: 'p', active }],
        generalPractitioner: [{ reference: '#p' }],
      })
    expect(findingsOf(contained(true), asked)).toEqual([])
    expect(findingsOf(contained(false), asked)).toEqual(['INV-001 Patient.generalPractitioner[0]'])
    const elsewhere = patient({ generalPractitioner: [{ reference: 'Practitioner/1' }] })
    expect(findingsOf(elsewhere, asked)).toEqual(['INV-001 Patient.generalPractitioner[0]'])
  })
})

describe('rules of R4', () => {
  const ofR4: readonly (readonly [key: string, resource: JsonObject, path: string | undefined])[] = [
    ['pat-1', { resourceType: 'Patient', contact: [{ gender: 'male' }] }, 'Patient.contact[0]'],
    ['pat-1', { resourceType: 'Patient', contact: [{ name: { text: 'x' } }] }, undefined],
    [
      'per-1',
      { resourceType: 'Patient', name: [{ text: 'x', period: { start: '2026', end: '2025' } }] },
      'Patient.name[0].period',
    ],
    ['ref-1', { resourceType: 'Patient', managingOrganization: { reference: '#x' } }, 'Patient.managingOrganization'],
    ['cpt-2', { resourceType: 'Patient', telecom: [{ value: 'x' }] }, 'Patient.telecom[0]'],
    [
      'qty-3',
      {
        resourceType: 'Basic',
        code: { text: 'x' },
        extension: [{ url: 'https://elsewhere.test/x', valueQuantity: { value: 1, code: 'x' } }],
      },
      'Basic.extension[0].valueQuantity',
    ],
    ['ext-1', { resourceType: 'Patient', extension: [{ url: 'https://elsewhere.test/x' }] }, 'Patient.extension[0]'],
    [
      'dom-2',
      {
        resourceType: 'Patient',
        contained: [
          {
            resourceType: 'Patient',
            id: 'a',
            active: true,
            contained: [{ resourceType: 'Patient', id: 'b', active: true }],
          },
        ],
        link: [{ type: 'seealso', other: { reference: '#a' } }],
      },
      'Patient',
    ],
    [
      'dom-3',
      { resourceType: 'Patient', contained: [{ resourceType: 'Organization', id: 'a', name: 'x' }] },
      'Patient',
    ],
  ]
  test.each(ofR4)('%s', (key, resource, path) => {
    const found = validated(resource).issues.filter(({ params }) => params.key === key)
    expect(found.map((one) => one.path)).toEqual(path === undefined ? [] : [path])
  })
})

test('the finding says the rule in the words of the profile', () => {
  const { issues } = validated(patient({ name: [{ given: ['secret'] }] }), { kit, profiles: [local('ruled')] })
  expect(issues.filter(({ code }) => code === 'INV-001')).toMatchObject([
    { profile: local('ruled'), element: 'Patient.name', params: { key: 't-2', human: 'Rule t-2.' } },
  ])
})
