import { expect } from 'vitest'
import type { Conversion, ConvertOptions, Form, Json, JsonObject } from '../../src/index.ts'
import { accountProblem, to } from '../laws/kit.ts'

/** Summaries of another country, made up of a few entries. */
export const sct = 'http://snomed.info/sct'
export const icd = 'http://hl7.org/fhir/sid/icd-10'
export const patient = 'urn:uuid:00000000-0000-4000-8000-000000000001'

export function coded(system: string, code: string, display?: string): JsonObject {
  return { coding: [{ system, code, ...(display === undefined ? {} : { display }) }] }
}

export function status(
  type: 'allergyintolerance' | 'condition',
  clinical: string,
  verification = 'confirmed',
): JsonObject {
  const kind = type === 'condition' ? 'condition-ver-status' : 'allergyintolerance-verification'
  return {
    clinicalStatus: coded(`http://terminology.hl7.org/CodeSystem/${type}-clinical`, clinical),
    verificationStatus: coded(`http://terminology.hl7.org/CodeSystem/${kind}`, verification),
  }
}

export function allergy(members: JsonObject, clinical = 'active', verification = 'confirmed'): JsonObject {
  return {
    resourceType: 'AllergyIntolerance',
    ...status('allergyintolerance', clinical, verification),
    code: coded(sct, '227425007', 'Figs'),
    patient: { reference: patient },
    ...members,
  }
}

export function condition(members: JsonObject, clinical = 'active', verification = 'confirmed'): JsonObject {
  const subject = { reference: patient }
  return { resourceType: 'Condition', ...status('condition', clinical, verification), subject, ...members }
}

/** A summary of another country, with these entries. */
export function summary(...resources: JsonObject[]): Json {
  const first = [
    {
      resourceType: 'Composition',
      id: 'c',
      type: coded('http://loinc.org', '60591-5'),
      subject: { reference: patient },
    },
    { resourceType: 'Patient', id: '00000000-0000-4000-8000-000000000001', birthDate: '1960' },
  ]
  const address = (index: number) => `urn:uuid:00000000-0000-4000-8000-00000000000${index}`
  const entry = [...first, ...resources].map((resource, index) => ({
    fullUrl: address(index),
    resource: { ...resource, id: resource.id ?? `r${index}` },
  }))
  return { resourceType: 'Bundle', type: 'document', entry } as Json
}

/** The address of the n-th of the entries given. */
export const nth = (index: number) => `urn:uuid:00000000-0000-4000-8000-00000000000${index + 2}`

export function bring(form: Form, resources: JsonObject[], options: Partial<ConvertOptions> = {}): Conversion {
  const root = summary(...resources)
  const made = to(form, root, options)
  expect(accountProblem(root, made)).toBeUndefined()
  return made
}

export function recordsOf({ output }: Conversion): JsonObject[] {
  return (output.root as { registreringer: JsonObject[] }).registreringer
}
