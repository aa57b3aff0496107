import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../src/document/json.ts'
import { codeSystemOf, findingsOf, kitWith } from './local.ts'

function identified(system: string): string[] {
  return findingsOf({ resourceType: 'Patient', identifier: [{ system, value: 'x' }] })
}

const systems: readonly (readonly [system: string, isDefined: boolean])[] = [
  ['http://terminology.hl7.org/CodeSystem/v3-ActCode', true],
  ['http://terminology.hl7.org/CodeSystem/nothing', false],
  ['http://hl7.org/fhir/administrative-gender', true],
  ['http://hl7.org/fhir/nothing', false],
  ['http://hl7.org/fhir/sid/us-npi', true],
  ['http://hl7.org/fhirpath', true],
  ['https://elsewhere.test/x', true],
  ['urn:oid:2.16.578.1.12.4.1.4.1', true],
]

describe('a URL under which HL7 publishes', () => {
  test.each(systems)('%s', (system, isDefined) => {
    const findings = identified(system).filter((one) => one.startsWith('FMT-016'))
    expect(findings).toEqual(isDefined ? [] : ['FMT-016 Patient.identifier[0].system'])
  })

  test('is known from a package too', () => {
    const url = 'http://terminology.hl7.org/CodeSystem/nothing'
    const kit = kitWith({ ...codeSystemOf('x', 'a'), url })
    expect(findingsOf({ resourceType: 'Patient', identifier: [{ system: url, value: 'x' }] }, { kit })).toEqual([])
  })

  test('may be given to what is new', () => {
    const valueSet: JsonObject = {
      resourceType: 'ValueSet',
      url: 'http://hl7.org/fhir/ValueSet/nothing',
      status: 'draft',
    }
    expect(findingsOf(valueSet).filter((one) => one.startsWith('FMT-016'))).toEqual([])
  })
})
