import { describe, expect, test } from 'vitest'
import type { Form, Json, JsonObject } from '../../src/index.ts'
import { accountProblem, clone, to } from '../laws/kit.ts'

/** A certainty that cannot be read is not taken for one that was never stated. */
const base = 'http://terminology.hl7.org/CodeSystem/'
const kinds = 'urn:oid:2.16.578.1.12.4.1.1.7650'
const types = {
  AllergyIntolerance: ['patient', `${base}allergyintolerance-clinical`, `${base}allergyintolerance-verification`],
  Condition: ['subject', `${base}condition-clinical`, `${base}condition-ver-status`],
} as const

function bundle(
  resourceType: keyof typeof types,
  verificationStatus: Json | undefined,
  members: JsonObject = {},
): Json {
  const [subject, clinical] = types[resourceType]
  const record: JsonObject = {
    resourceType,
    id: 'one',
    clinicalStatus: { coding: [{ system: clinical, code: 'active' }] },
    ...(verificationStatus === undefined ? {} : { verificationStatus }),
    ...(resourceType === 'Condition' ? { category: [{ coding: [{ system: kinds, code: '5' }] }] } : {}),
    code: { text: 'Stoff' },
    [subject]: { reference: 'Patient/p' },
    ...members,
  }
  const patient = { resourceType: 'Patient', id: 'p', name: [{ family: 'Prøve' }], birthDate: '1970-01-01' }
  const entry = [patient, record].map((resource) => ({
    fullUrl: `https://a.example/${resource.resourceType}`,
    resource,
  }))
  return clone({ resourceType: 'Bundle', type: 'collection', entry } as unknown as Json)
}

const sct = 'http://snomed.info/sct'
const older = 'http://hl7.org/fhir/condition-ver-status'

const routes: (readonly [Form, Form])[] = [
  ['kj', 'ki'],
  ['kj', 'eps'],
  ['r4', 'ki'],
  ['r4', 'kj'],
  ['r4', 'eps'],
  ['eps', 'ki'],
  ['eps', 'kj'],
]

describe.each(['AllergyIntolerance', 'Condition'] as const)('%s', (type) => {
  const [, , system] = types[type]

  describe.each(routes)('%s → %s', (from, form) => {
    test.each<[string, Json]>([
      ['words alone', { text: 'refuted' }],
      [
        'a code of an older FHIR',
        { coding: [{ system: 'http://hl7.org/fhir/condition-ver-status', code: 'refuted' }] },
      ],
      ['a code without a system', { coding: [{ code: 'entered-in-error' }] }],
      ['a string, as FHIR STU3 had it', 'refuted'],
      ['codes that contradict each other', { coding: ['confirmed', 'refuted'].map((code) => ({ system, code })) }],
      ['a code that SNOMED CT contradicts', beside(system, 'confirmed', { system: sct, code: '410594000' })],
      ['a code that an older FHIR contradicts', beside(system, 'confirmed', { system: older, code: 'refuted' })],
      ['a code beside one that nobody knows', beside(system, 'confirmed', { system: 'urn:x', code: '1' })],
      ['a code that its text contradicts', { ...beside(system, 'confirmed'), text: ' Refuted' }],
      ['a code that a text in Norwegian contradicts', { ...beside(system, 'confirmed'), text: 'Mistenkt' }],
      ['a code that its display contradicts', { coding: [{ system, code: 'confirmed', display: 'Entered in Error' }] }],
    ])('%s keeps the record back, aloud', (_, status) => {
      const root = bundle(type, status)
      const made = to(form, root, { from, import: 'all' })
      expect(accountProblem(root, made)).toBeUndefined()
      expect(JSON.stringify(made.output.root)).not.toContain('Stoff')
      expect(made.issues).toContainEqual(
        expect.objectContaining({ code: 'CNV-017', params: { element: 'verificationStatus' } }),
      )
    })

    test.each<[string, Json | undefined]>([
      ['none', undefined],
      ['one beside the same of SNOMED CT', beside(system, 'confirmed', { system: sct, code: '410605003' })],
      ['one beside the same of an older FHIR', beside(system, 'confirmed', { system: older, code: 'confirmed' })],
      ['one beside a display', beside(system, 'confirmed', { system: 'urn:x', display: 'Sikker' })],
      ['one beside its own words', { ...beside(system, 'confirmed'), text: 'Bekreftet' }],
      ['one beside other words', { ...beside(system, 'confirmed'), text: 'Refuted by nobody' }],
      [
        'a reason why it is absent',
        { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }] },
      ],
    ])('%s is no reason to', (_, status) => {
      const made = to(form, bundle(type, status), { from, import: 'all' })
      expect(made.issues.map(({ code }) => code)).not.toContain('CNV-017')
    })
  })
})

test('a display without a code is words alone', () => {
  const [, , system] = types.AllergyIntolerance
  const root = bundle('AllergyIntolerance', { coding: [{ system, display: 'Unconfirmed' }] })
  const made = to('ki', root, { from: 'r4', import: 'all' })
  expect(made.issues.map(({ code }) => code)).toContain('CNV-017')
})

/** A status in a code of R4 and others. */
function beside(system: string, code: string, ...others: JsonObject[]): JsonObject {
  return { coding: [{ system, code }, ...others] }
}

describe('a record that has ended', () => {
  const elements = (made: ReturnType<typeof to>) =>
    made.issues.filter(({ code }) => code === 'CNV-017').map(({ params }) => params.element)
  const [, conditionClinical, conditionVerification] = types.Condition
  const [, allergyClinical] = types.AllergyIntolerance
  const end = (value: JsonObject) => ({
    extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/allergyintolerance-abatement', ...value }],
  })

  test.each<[string, keyof typeof types, JsonObject]>([
    ['on a day', 'Condition', { abatementDateTime: '2020-01-01' }],
    ['at an age', 'Condition', { abatementAge: { value: 40 } }],
    ['in words', 'Condition', { abatementString: 'last year' }],
    ['of an allergy', 'AllergyIntolerance', end({ valueDateTime: '2020-01-01' })],
  ])('%s is not active', (_, type, members) => {
    for (const [from, form] of routes) {
      const root = bundle(type, undefined, members)
      const made = to(form, root, { from, import: 'all' })
      expect(accountProblem(root, made)).toBeUndefined()
      expect(JSON.stringify(made.output.root)).not.toContain('Stoff')
      expect(elements(made)).toEqual(['clinicalStatus'])
    }
  })

  test('has not come back either', () => {
    const root = bundle('Condition', undefined, {
      abatementDateTime: '2020',
      clinicalStatus: beside(conditionClinical, 'relapse'),
    })
    expect(elements(to('ki', root, { from: 'r4', import: 'all' }))).toEqual(['clinicalStatus'])
  })

  test.each<[string, keyof typeof types, JsonObject]>([
    [
      'with a status that says so',
      'Condition',
      { abatementDateTime: '2020', clinicalStatus: beside(conditionClinical, 'resolved') },
    ],
    [
      'of an allergy with a status that says so',
      'AllergyIntolerance',
      { ...end({ valueDateTime: '2020' }), clinicalStatus: beside(allergyClinical, 'resolved') },
    ],
    [
      'and never was',
      'Condition',
      { abatementDateTime: '2020', verificationStatus: beside(conditionVerification, 'refuted') },
    ],
    [
      'on no day that is known',
      'Condition',
      {
        _abatementDateTime: {
          extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }],
        },
      },
    ],
  ])('%s is read by its status', (_, type, members) => {
    for (const [from, form] of routes)
      expect(elements(to(form, bundle(type, undefined, members), { from, import: 'all' }))).toEqual([])
  })
})
