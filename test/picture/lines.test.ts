import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { JsonObject } from '../../src/document/json.ts'
import { picture } from '../../src/picture/make.ts'
import type { Language } from '../../src/picture/picture.ts'
import { readDocument } from '../../src/read-document.ts'
import { standardToolkit } from '../../src/toolkit.ts'
import { allergy, concept, drawn, drawnRecord, recordsOf } from './draw.ts'

const kindSystem = 'urn:oid:2.16.578.1.12.4.1.1.7650'
const subject = { reference: 'Patient/p' }

/** The lines of one record, by name. */
function linesOf(resource: JsonObject, lang: Language = 'en'): Record<string, string> {
  return Object.fromEntries(drawnRecord(resource, lang).lines.map(({ name, text }) => [name, text]))
}

const flag: JsonObject = { resourceType: 'Flag', status: 'active', category: [concept(kindSystem, '9')], subject }
const consent: JsonObject = {
  resourceType: 'Consent',
  status: 'active',
  category: [concept(kindSystem, '8')],
  patient: subject,
}

test('what bears on whether a record holds is shown', () => {
  expect(linesOf({ ...flag, period: { start: '2999', end: '3000' } })).toMatchObject({ from: '2999', until: '3000' })
  const reason = { text: 'The patient declined' }
  expect(linesOf({ resourceType: 'Procedure', status: 'not-done', statusReason: reason, subject })).toMatchObject({
    'status-reason': 'The patient declined',
  })
  const provision = { type: 'deny', period: { start: '2000', end: '2001' } }
  expect(linesOf({ ...consent, provision, verification: [{ verified: false }] })).toMatchObject({
    provision: 'Denied, from 2000 to 2001',
    verified: 'no',
  })
  expect(linesOf(allergy({ type: 'intolerance', lastOccurrence: '2022' }))).toMatchObject({
    mechanism: 'Intolerance',
    'last-occurrence': '2022',
  })
})

test('a reaction is shown with its notes and the way in', () => {
  const reaction = [
    { manifestation: [{ text: 'Rash' }], exposureRoute: { text: 'Oral' }, note: [{ text: 'After an hour' }] },
  ]
  expect(drawnRecord(allergy({ reaction })).reactions).toMatchObject([
    { exposureRoute: { text: 'Oral' }, notes: ['After an hour'] },
  ])
})

test('elements that are not shown are named', () => {
  expect(drawnRecord(allergy({ encounter: { reference: 'Encounter/e' } })).unshown).toEqual(['encounter'])
  expect(drawnRecord(allergy({ onsetString: 'as a child', _onsetDateTime: {} })).unshown).toEqual([])
})

test.each<[JsonObject, string | undefined]>([
  [{ onsetRange: { low: { value: 3, code: 'a' }, high: { value: 5, code: 'a' } } }, 'alder 3 år – 5 år'],
  [{ onsetRange: { high: { value: 5, unit: 'mo' } } }, 'alder til 5 måneder'],
  [{ onsetRange: { low: { value: 3, code: 'a' } } }, 'alder fra 3 år'],
  [{ onsetRange: {} }, undefined],
  [
    {
      _onsetString: {
        extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'masked' }],
      },
    },
    'holdt tilbake',
  ],
])('times: %j', (more, text) => {
  expect(linesOf(allergy(more), 'nb').onset).toBe(text)
})

function use(device: JsonObject, more: JsonObject = {}): JsonObject {
  const resource = {
    resourceType: 'DeviceUseStatement',
    status: 'active',
    subject,
    timingDateTime: '2023',
    device: { reference: 'Device/d' },
    ...more,
  }
  const entry = [{ resource: { resourceType: 'Device', id: 'd', ...device } }, { resource }]
  return { resourceType: 'Bundle', type: 'collection', entry }
}

test('a device that is in no list of implants is in use, and not implanted', () => {
  const shown = (code: string) => {
    const [section] = drawn(use({ type: concept('http://snomed.info/sct', code) })).sections.filter(
      ({ records }) => records.length > 0,
    )
    return [section?.id, section?.records[0]?.kind, section?.records[0]?.lines[0]?.label]
  }
  expect(shown('14106009')).toEqual(['implants', '7', 'Implanted'])
  expect(shown('58938008')).toEqual(['other', undefined, 'In use'])
})

test.each<[JsonObject, string]>([
  [{ status: 'entered-in-error' }, 'device'],
  [{ status: 'inactive' }, 'device'],
  [{ modifierExtension: [{ url: 'http://example.org/not', valueBoolean: true }] }, 'modifier'],
])('a use of a device says what the device says: %j', (device, kind) => {
  const [record] = recordsOf(drawn(use({ type: { text: 'Pacemaker' }, ...device })))
  expect(record?.tone).toBe('unknown')
  expect(record?.warnings.map((one) => one.kind)).toContain(kind)
})

test('what was done is done; a treatment that is complete is over', () => {
  const done: JsonObject = {
    resourceType: 'Procedure',
    status: 'completed',
    code: { text: 'Hip replacement' },
    subject,
  }
  expect(drawnRecord(done, 'nb').toneText).toBe('UTFØRT')
  expect(drawnRecord({ ...done, category: concept(kindSystem, '6') }).tone).toBe('resolved')
})

test('the patient goes by the official name, and an old number is marked', () => {
  const name = [
    { use: 'old', family: 'Gammel' },
    { use: 'official', given: ['Kari'], family: 'Nordmann' },
  ]
  const identifier = [{ use: 'old', value: '1' }, { value: '2' }]
  const patient = { resourceType: 'Patient', id: 'p', name, identifier }
  const entry = [patient, allergy()].map((resource) => ({ resource }))
  expect(drawn({ resourceType: 'Bundle', type: 'collection', entry }, 'nb').patient).toMatchObject({
    name: 'Kari Nordmann',
    identifiers: [{ code: '1', use: { code: 'old', text: 'ikke lenger gyldig' } }, { code: '2' }],
  })
})

test('a ki document does not say how sure a condition is, so its picture does not either', () => {
  const certainty = (form: string) => {
    const tree = readDocument(readFileSync(`examples/adrenal-insufficiency/${form}.json`))
    return recordsOf(picture(standardToolkit(), tree, { lang: 'nb' }))[0]?.certainty?.code
  }
  expect(['ki', 'r4'].map(certainty)).toEqual([undefined, 'confirmed'])
})
