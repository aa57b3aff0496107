import { expect, test } from 'vitest'
import type { JsonObject } from '../../src/document/json.ts'
import { pictureText } from '../../src/report/picture/text.ts'
import { statements } from '../../src/picture/absence-words.ts'
import { standardToolkit } from '../../src/toolkit.ts'
import { allergy, concept, drawn, drawnRecord, recordsOf } from './draw.ts'

const snomed = 'http://snomed.info/sct'
const penicillin = { system: 'http://www.whocc.no/atc', code: 'J01CE02', display: 'Fenoksymetylpenicillin' }
const noKnown = concept(snomed, '716186003')

function section(code: string, more: JsonObject): JsonObject {
  return { title: 'A title of its own', code: concept('http://loinc.org', code), ...more }
}

function empty(code: string): JsonObject {
  return { emptyReason: concept('http://terminology.hl7.org/CodeSystem/list-empty-reason', code) }
}

function summary(sections: JsonObject[], ...resources: JsonObject[]): JsonObject {
  const composition = { resourceType: 'Composition', status: 'final', section: sections }
  const entry = [composition, ...resources].map((resource, index) => ({ fullUrl: `urn:uuid:${index}`, resource }))
  return { resourceType: 'Bundle', type: 'document', entry }
}

test('ways of saying that there is nothing are told apart, and none looks like another', () => {
  const picture = drawn(
    summary(
      [
        section('48765-2', { entry: [{ reference: 'urn:uuid:1' }] }),
        section('11450-4', empty('nilknown')),
        section('10160-0', empty('unavailable')),
        section('47519-4', empty('notasked')),
        section('104605-1', {}),
        section('42348-3', { text: { status: 'generated', div: '<div>…</div>' } }),
        section('11369-6', empty('withheld')),
        section('29762-2', empty('nonsense')),
        section('8716-3', empty('notstarted')),
        section('30954-2', empty('closed')),
      ],
      allergy({ code: noKnown }),
    ),
  )
  expect(picture.summary.map(({ absence }) => absence?.kind)).toEqual([
    undefined,
    'none-known',
    'no-information',
    'not-asked',
    'empty',
    'narrative-only',
    'withheld',
    'other-reason',
    'not-started',
    'closed',
    'missing',
  ])
  expect(picture.sections[0]?.absences[0]).toMatchObject({
    kind: 'none-known',
    tone: 'active',
    text: 'No known allergy',
  })
  const texts = picture.summary.flatMap(({ absence }) => absence?.text ?? [])
  expect(new Set(texts).size).toBe(texts.length)
  const shown = pictureText(picture, 'a', { width: 200, colour: false }).split('\n')
  for (const text of texts) expect(shown.filter((line) => line.includes(text))).toHaveLength(1)
  expect(shown).toContain('  ∅ No known allergy')
})

test('a kind without a record is not recorded, and never said to be absent', () => {
  const register = drawn({ resourceType: 'Bundle', type: 'searchset', entry: [{ resource: allergy() }] })
  const kinds = register.sections.map(({ id, nothing }) => [id, nothing?.kind])
  expect(kinds.slice(0, 2)).toEqual([
    ['reactions', undefined],
    ['anaesthesia', 'nothing-recorded'],
  ])
  expect(drawn(allergy()).sections.map(({ id }) => id)).toEqual(['reactions'])
})

test('a statement that was deleted, or cannot be relied on, says so', () => {
  const status = concept('http://terminology.hl7.org/CodeSystem/allergyintolerance-verification', 'entered-in-error')
  const { clinicalStatus: _, ...deleted } = allergy({ code: noKnown, verificationStatus: status })
  const text = (resource: JsonObject) => pictureText(drawn(resource), 'a', { width: 80, colour: false })
  expect(text(deleted)).toContain('∅ [ENTERED IN ERROR] No known allergy')
  const modified = text(allergy({ code: noKnown, modifierExtension: [{ url: 'http://example.org/not' }] }))
  expect(modified).toContain('∅ [STATUS UNKNOWN] No known allergy')
  expect(modified).toContain('CAUTION: Do not rely on this')
})

test('a statement that nobody has confirmed is not sure, and its notes are shown', () => {
  const system = 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification'
  const note = [{ text: 'But perhaps penicillin' }]
  const resource = allergy({ code: noKnown, verificationStatus: concept(system, 'unconfirmed'), note })
  const text = pictureText(drawn(resource), 'a', { width: 80, colour: false })
  expect(text).toContain('∅ No known allergy\n      CAUTION: Not confirmed: there may be something all the same.\n')
  expect(text).toContain('Certainty: Suspected')
  expect(text).toContain('Note: But perhaps penicillin')
  const said = drawn(allergy({ code: { ...noKnown, text: 'except for penicillin' } })).sections[0]?.absences[0]
  expect(said?.text).toBe('No known allergy: except for penicillin')
})

test.each<[JsonObject, string]>([
  [
    { code: { coding: [{ system: snomed, code: '716186003', display: 'None' }, penicillin] } },
    'Fenoksymetylpenicillin',
  ],
  [{ code: noKnown, reaction: [{ manifestation: [{ text: 'Rash' }] }] }, 'No known allergy'],
])('what contradicts itself is a record that shows all of it and holds nothing: %j', (more, title) => {
  const record = drawnRecord(allergy({ ...more, note: [{ text: 'A note' }] }))
  expect(record).toMatchObject({ title, tone: 'unknown', toneText: 'STATUS UNKNOWN', notes: ['A note'] })
  expect(record.warnings.map(({ kind }) => kind)).toContain('contradiction')
  expect(record.codes.map(({ code }) => code)).toContain('716186003')
})

test('a reason for absent data in an extension of the code is told too, with what stands beside it', () => {
  const url = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason'
  const stated = (valueCode: string) =>
    drawn(allergy({ code: { extension: [{ url, valueCode }] }, criticality: 'high' }))
  expect(stated('not-asked').sections[0]?.absences[0]).toMatchObject({
    kind: 'not-asked',
    criticality: { code: 'high' },
  })
  expect(stated('masked').sections[0]?.absences[0]?.kind).toBe('subject-absent')
  expect(recordsOf(stated('unknown'))).toHaveLength(1)
})

test('no information and a reason for absent data are no statement that there is nothing', () => {
  const absent = (code: JsonObject) => drawn(allergy({ code })).sections[0]?.absences[0]
  expect(absent(concept(snomed, '1287211007'))?.kind).toBe('no-information')
  const reason = (code: string) => absent(concept('http://terminology.hl7.org/CodeSystem/data-absent-reason', code))
  expect(reason('not-asked')?.kind).toBe('not-asked')
  expect(reason('masked')).toMatchObject({ kind: 'subject-absent', text: 'What it is about is absent (masked)' })
})

test('medicines and vaccines of which none is known are told as well', () => {
  const medication = {
    resourceType: 'MedicationStatement',
    status: 'active',
    medicationCodeableConcept: concept(snomed, '787481004'),
    subject: { reference: 'Patient/p' },
  }
  const { sections, others } = drawn(medication, 'nb')
  expect(sections).toMatchObject([{ id: 'other', absences: [{ text: 'Ingen kjente legemidler' }] }])
  expect(others).toEqual([])
})

test('every code that says so has words in both languages', () => {
  const codes = standardToolkit()
    .compiled.codes('absent')
    .rows.map(({ left }) => left.split('|')[1])
  expect(Object.keys(statements).sort()).toEqual([...codes].sort())
})

test('a record without a name is unnamed, and still a record', () => {
  const { code: _, ...nameless } = allergy()
  expect(drawnRecord(nameless).title).toBe('Unnamed')
  expect(recordsOf(drawn(summary([], nameless)))).toHaveLength(1)
})

test('a statement in words alone is told in those words, and a reason of another list by its meaning', () => {
  const said = (code: JsonObject) => drawn(allergy({ code }), 'nb').sections[0]?.absences[0]
  expect(said({ text: 'Ingen kjente allergier' })).toMatchObject({ kind: 'none-known', text: 'Ingen kjente allergier' })
  expect(said({ text: 'Ingen opplysninger om allergier' })?.kind).toBe('no-information')
  const nullFlavor = (code: string) => said(concept('http://terminology.hl7.org/CodeSystem/v3-NullFlavor', code))
  expect([nullFlavor('NASK')?.kind, nullFlavor('MSK')?.text]).toEqual([
    'not-asked',
    'Hva det gjelder, er ikke oppgitt (holdt tilbake)',
  ])
})

test('an expression of SNOMED CT may say that it is absent, and is not to be relied on', () => {
  const { tone, warnings } = drawnRecord(allergy({ code: concept(snomed, '243796009:408729009=410516002') }))
  expect([tone, warnings.map(({ kind }) => kind).includes('expression')]).toEqual(['unknown', true])
})
