import { expect, test } from 'vitest'
import type { JsonObject } from '../../src/document/json.ts'
import { treeOf } from '../../src/document/tree.ts'
import { standardValidation, validate } from '../../src/validate.ts'

/** A required binding (https://hl7.org/fhir/R4/terminologies.html#required) of a CodeableConcept that has no code. */
const system = 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification'
const absent = { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }
const presumed = (valueBoolean: boolean) => ({
  url: 'http://nhn.no/kj/fhir/StructureDefinition/KjPresumed',
  valueBoolean,
})

test.each<[name: string, verificationStatus: JsonObject, found: readonly string[]]>([
  ['a code of it', { coding: [{ system, code: 'confirmed' }] }, []],
  ['words', { text: 'x' }, ['BND-001']],
  ['a system and no code', { coding: [{ system }] }, ['BND-001']],
  ['a reason why data are absent', { extension: [absent] }, ['BND-001']],
  ['a reason and words', { extension: [absent], text: 'x' }, ['BND-001']],
  ['a reason and a system', { extension: [absent], coding: [{ system }] }, ['BND-001']],
  ['a reason in place of the coding', { coding: [{ extension: [absent] }] }, ['BND-001']],
  ["NHN's probable beside a system", { extension: [presumed(true)], coding: [{ system }] }, []],
  ["NHN's probable alone", { extension: [presumed(true)] }, []],
  ['not probable', { extension: [presumed(false)], coding: [{ system }] }, ['BND-001']],
])('%s', (_name, verificationStatus, found) => {
  const record: JsonObject = {
    resourceType: 'AllergyIntolerance',
    clinicalStatus: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical', code: 'active' }],
    },
    verificationStatus,
    code: { text: 'x' },
    patient: { display: 'x' },
  }
  const profiles = ['http://nhn.no/kj/fhir/StructureDefinition/KjAllergyIntolerance']
  expect(errorsOf(record, profiles)).toEqual(found)
  expect(errorsOf({ ...record, meta: { profile: profiles } })).toEqual(found)
})

test("what is not held against NHN's profile needs a code", () => {
  const extension = [presumed(true)]
  const record = { resourceType: 'AllergyIntolerance', verificationStatus: { extension }, patient: { display: 'x' } }
  expect(errorsOf(record)).toContain('BND-001')
})

function errorsOf(record: JsonObject, profiles: readonly string[] = []): string[] {
  const { issues } = validate(standardValidation(), treeOf(record), { profiles })
  return issues.filter(({ severity }) => severity === 'error').map(({ code }) => code)
}
