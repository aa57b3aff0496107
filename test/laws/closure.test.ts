import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Form, fhirModel, type Json, type JsonObject, read, validateKi } from '../../src/index.ts'
import { stories } from '../stories.ts'
import { foundIn } from './closure.ts'
import { to } from './kit.ts'

/** Law 3 on the stories, and on what others write. */
describe.each(stories)('%s', (name) => {
  const documentOf = (form: Form) => read(readFileSync(`examples/${name}/${form}.json`), { model: fhirModel() })

  test.each<Form>(['kj', 'r4', 'eps'])('%s.json has no error', (form) => {
    expect(foundIn(documentOf(form).root, form)).toEqual([])
  })

  test('eps.json has no warning', () => {
    expect(foundIn(documentOf('eps').root, 'eps', ['error', 'warning'])).toEqual([])
  })

  test('ki.json is valid', () => {
    expect(validateKi(documentOf('ki'))).toEqual([])
  })
})

describe('what others write and NHN does not take', () => {
  const record = (more: JsonObject): JsonObject => ({
    resourceType: 'AllergyIntolerance',
    id: 'a',
    clinicalStatus: coded('clinical', 'active'),
    verificationStatus: coded('verification', 'confirmed'),
    patient: { display: 'x' },
    code: { text: 'x' },
    ...more,
  })
  const coded = (system: string, code: string): Json => ({
    coding: [{ system: `http://terminology.hl7.org/CodeSystem/allergyintolerance-${system}`, code }],
  })
  const kjOf = (more: JsonObject) => to('kj', record(more), { from: 'r4' })

  test.each<[name: string, more: JsonObject, row: string]>([
    ['a period', { onsetPeriod: { start: '2018', end: '2019' } }, 'kj.allergy.onset'],
    ['a range', { onsetRange: { low: { value: 3 }, high: { value: 5 } } }, 'kj.allergy.onset'],
    ['words', { onsetString: 'x' }, 'kj.allergy.onset'],
    ['a recorder elsewhere', { recorder: { reference: 'Practitioner/1', type: 'Practitioner' } }, 'kj.actor'],
    ['the patient as recorder', { recorder: { reference: 'Patient/1', display: 'x' } }, 'kj.actor'],
  ])('%s stands in the ledger, and the record crosses valid', (_name, more, row) => {
    const { output, ledger } = kjOf(more)
    expect(foundIn(output.root, 'kj')).toEqual([])
    expect(new Set(ledger.filter(({ outcome }) => outcome === 'dropped').map((entry) => entry.row))).toEqual(
      new Set([row]),
    )
  })

  test('a recorder is still known by name, and a role elsewhere by its address', () => {
    const named = { reference: 'Practitioner/1', display: 'x' }
    expect(recordIn(kjOf({ recorder: named }).output.root).recorder).toEqual({ display: 'x' })
    const role = { reference: 'PractitionerRole/1', type: 'PractitionerRole' }
    expect(recordIn(kjOf({ recorder: role }).output.root).recorder).toEqual(role)
  })

  test('a practitioner with a version becomes a contained role without one', () => {
    const role = {
      resourceType: 'PractitionerRole',
      id: 'r',
      meta: { versionId: '1', lastUpdated: '2020-01-01T00:00:00Z' },
      practitioner: { display: 'x' },
    }
    const entry = [
      { fullUrl: 'http://x.example/PractitionerRole/r', resource: role },
      {
        fullUrl: 'http://x.example/AllergyIntolerance/a',
        resource: record({ recorder: { reference: 'PractitionerRole/r', type: 'PractitionerRole' } }),
      },
    ]
    const { output } = to('kj', { resourceType: 'Bundle', type: 'collection', entry }, { from: 'r4' })
    expect(foundIn(output.root, 'kj')).toEqual([])
    expect(JSON.stringify(output.root)).not.toContain('versionId')
  })
})

function recordIn(root: Json): JsonObject {
  const { entry } = root as { entry?: { resource: JsonObject }[] }
  return entry?.[0]?.resource ?? (root as JsonObject)
}

describe('a record without a code says that it is unknown where one must be', () => {
  const unknown = {
    extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }],
  }
  const bare = {
    format: 'kritisk-informasjon',
    versjon: '1.0',
    pasient: { navn: { etternavn: 'x' }, fodselsdato: '1970' },
    registreringer: [{ id: 'a', type: 'annenAllergi', status: 'aktiv' }],
  }

  test('in r4 and eps, by the ledger, and not in kj nor on the way back', () => {
    for (const form of ['r4', 'eps'] as const) {
      const there = to(form, bare)
      const { entry } = there.output.root as { entry: { resource: JsonObject }[] }
      const allergy = entry.find(({ resource }) => resource.resourceType === 'AllergyIntolerance')?.resource
      expect(allergy?.code).toEqual(unknown)
      expect(there.ledger).toContainEqual(
        expect.objectContaining({ row: 'allergy.agent.absent', outcome: 'defaulted', side: 'output' }),
      )
      expect(to('ki', there.output.root, { from: form }).output.root).toEqual(bare)
    }
    expect(recordIn(to('kj', bare).output.root).code).toBeUndefined()
  })
})

describe('an age of nothing', () => {
  const infant = (verdi: number) => ({
    format: 'kritisk-informasjon',
    versjon: '1.0',
    pasient: { navn: { etternavn: 'x' }, fodselsdato: '1970' },
    registreringer: [{ id: 'a', type: 'annenAllergi', status: 'aktiv', hendelse: { alder: { verdi, enhet: 'a' } } }],
  })

  test.each([
    [0, { value: 1, comparator: '<' }],
    [1, { value: 1 }],
  ])('%d is %j, and comes back', (verdi, age) => {
    for (const form of ['kj', 'r4', 'eps'] as const) {
      const there = to(form, infant(verdi), { carry: 'none' })
      expect(foundIn(there.output.root, form)).toEqual([])
      const text = JSON.stringify(there.output.root)
      for (const [key, value] of Object.entries(age)) expect(text).toContain(`"${key}":${JSON.stringify(value)}`)
      expect(text.includes('comparator')).toBe('comparator' in age)
      expect(text.includes('&lt; 1 år')).toBe(form === 'eps' && verdi === 0)
      expect(to('ki', there.output.root, { from: form }).output.root).toEqual(infant(verdi))
    }
  })
})
