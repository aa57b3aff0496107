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

function bundle(resourceType: keyof typeof types, verificationStatus: Json | undefined): Json {
  const [subject, clinical] = types[resourceType]
  const record: JsonObject = {
    resourceType,
    id: 'one',
    clinicalStatus: { coding: [{ system: clinical, code: 'active' }] },
    ...(verificationStatus === undefined ? {} : { verificationStatus }),
    ...(resourceType === 'Condition' ? { category: [{ coding: [{ system: kinds, code: '5' }] }] } : {}),
    code: { text: 'Stoff' },
    [subject]: { reference: 'Patient/p' },
  }
  const patient = { resourceType: 'Patient', id: 'p', name: [{ family: 'Prøve' }], birthDate: '1970-01-01' }
  const entry = [patient, record].map((resource) => ({
    fullUrl: `https://a.example/${resource.resourceType}`,
    resource,
  }))
  return clone({ resourceType: 'Bundle', type: 'collection', entry } as unknown as Json)
}

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
      [
        'one beside a code of another system',
        {
          coding: [
            { system, code: 'confirmed' },
            { system: 'urn:x', code: '1' },
          ],
        },
      ],
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
