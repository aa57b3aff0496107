import { expect, test } from 'vitest'
import { convert, type Form, type Json, standardToolkit, treeOf } from '../../src/index.ts'

const kit = standardToolkit()
const now = '2026-11-22T12:00:00Z'

const record: Json = {
  resourceType: 'AllergyIntolerance',
  id: 'a',
  implicitRules: 'https://example.org/rules',
  clinicalStatus: {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical', code: 'active' }],
  },
  verificationStatus: {
    coding: [{ system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification', code: 'confirmed' }],
  },
  category: ['medication'],
  code: { text: 'Penicillin' },
  patient: { identifier: { system: 'urn:oid:2.16.578.1.12.4.1.4.1', value: '13897200265' } },
}

/** FHIR: a reader who does not know the rules that a resource was made under may not process it. */
test.each<Form>(['ki', 'kj', 'eps'])('a record under implicit rules is kept back on the way to %s, aloud', (to) => {
  const patient = { resourceType: 'Patient', id: 'p', name: [{ family: 'Prøve' }], birthDate: '1972-09-13' }
  const { output, issues, ledger } = convert(kit, treeOf(record), { to, now, ...(to === 'eps' ? { patient } : {}) })
  expect(issues.map(({ code }) => code)).toContain('CNV-011')
  expect(ledger.filter(({ outcome }) => outcome === 'withheld').length).toBeGreaterThan(5)
  expect(JSON.stringify(output.root)).not.toContain('Penicillin')
})
