/** An example as people would write it: one resource, on several lines. */
export function show(resourceType: string, members: object): string {
  return JSON.stringify({ resourceType, ...members }, undefined, 2)
}

/** A Patient, which most rules can be shown on. */
export function patient(members: object): string {
  return show('Patient', members)
}

/** An AllergyIntolerance with the status that it has to have, of nobody yet. */
export function allergy(members: object): string {
  const system = 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical'
  const clinicalStatus = { coding: [{ system, code: 'active' }] }
  return show('AllergyIntolerance', { clinicalStatus, code: { text: 'Penicillin' }, ...members })
}

/** An Observation of a body weight, but for what was found. */
export function weighing(found: object): string {
  return show('Observation', {
    status: 'final',
    category: [
      { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'vital-signs' }] },
    ],
    code: { coding: [{ system: 'http://loinc.org', code: '29463-7' }] },
    subject: { reference: 'Patient/1' },
    effectiveDateTime: '2026-01-31',
    ...found,
  })
}
