import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../../../src/index.ts'
import { accountProblem, same, to } from '../../laws/kit.ts'
import { document, edited, gone, idOf, ofType, recordOf, sectionOf, summaryOf } from './records.ts'

interface Alert {
  readonly extension: readonly [{ readonly valueReference: JsonObject }]
  readonly code: JsonObject
}

const alertable = ['3', '4', '5', '6', '7', '8', '10', '11']

describe.each(alertable)('kind %s', (kind) => {
  const there = summaryOf(kind, {}, { carry: 'none' })

  test('has an alert that leads to the record, is marked as derived, and stands in the ledger', () => {
    const section = sectionOf(there.output.root, '104605-1')
    expect(section?.entries).toMatchObject([
      {
        resourceType: 'Flag',
        status: 'active',
        meta: { tag: [{ system: 'urn:kritinfo:tag', code: 'derived' }] },
        identifier: [{ system: 'urn:kritinfo:varsel', value: idOf(kind) }],
      },
    ])
    const [flag] = ofType(there.output.root, 'Flag') as unknown as [Alert]
    const { entry } = there.output.root as { entry: { fullUrl: string; resource: JsonObject }[] }
    const record = entry.find(({ fullUrl }) => fullUrl === flag.extension[0].valueReference.reference)
    expect(record?.resource.id).toBe(idOf(kind))
    expect(flag.code.text).toMatch(/\S/)
    expect(there.ledger.filter(({ row }) => row === 'eps.alert')).toMatchObject([
      { outcome: 'derived', side: 'output' },
    ])
  })

  test('the alert falls away on the way back', () => {
    const back = to('r4', there.output.root)
    expect(ofType(back.output.root, 'Flag')).toEqual([])
    expect(accountProblem(there.output.root, back)).toBeUndefined()
    expect(back.issues).toEqual([])
  })

  test('also where a server has taken the tag away and written addresses of its own', () => {
    const moved = edited(there.output.root, 'Flag', (flag) => {
      delete flag.meta
      const [detail] = flag.extension as [{ valueReference: JsonObject }]
      const { entry } = there.output.root as { entry: { fullUrl: string; resource: JsonObject }[] }
      const target = entry.find(({ fullUrl }) => fullUrl === detail.valueReference.reference)?.resource as JsonObject
      detail.valueReference.reference = `https://fhir.example.org/r4/${String(target.resourceType)}/${String(target.id)}`
    })
    const back = to('r4', moved)
    expect(ofType(back.output.root, 'Flag')).toEqual([])
    expect(back.issues).toEqual([])
  })

  test.each([
    ['status', (flag: JsonObject) => Object.assign(flag, { status: 'inactive' })],
    ['code', (flag: JsonObject) => Object.assign(flag, { code: { text: 'Noe annet' } })],
    ['period', (flag: JsonObject) => Object.assign(flag, { period: { end: '2026-01-01' } })],
  ])('one that came back with another %s falls away aloud', (key, edit) => {
    const changed = edited(there.output.root, 'Flag', edit)
    const back = to('r4', changed)
    expect(accountProblem(changed, back)).toBeUndefined()
    expect(ofType(back.output.root, 'Flag')).toEqual([])
    expect(back.issues).toMatchObject([{ code: 'EPS-002', params: { elements: `Flag.${key}` } }])
    expect(back.ledger.filter(({ row }) => row === 'eps.alert.changed')).not.toEqual([])
  })

  test('--alerts none makes none', () => {
    const { output } = summaryOf(kind, {}, { carry: 'none', alerts: 'none' })
    expect(ofType(output.root, 'Flag')).toEqual([])
    expect(sectionOf(output.root, '104605-1')).toBeUndefined()
  })
})

test('allergies have a section that is read first, and no alert; a change of procedure is an alert itself', () => {
  const allergy = { id: 'a', type: 'annenAllergi', status: 'aktiv', agens: { koder: [{ system: '7514', kode: '14' }] } }
  expect(ofType(to('eps', document(allergy)).output.root, 'Flag')).toEqual([])
  expect(ofType(summaryOf('9').output.root, 'Flag').map(({ id }) => id)).toEqual([idOf('9')])
})

describe('an alert whose record is gone', () => {
  test.each(['8', '11'])('is what is left of kind %s: a Consent, aloud', (kind) => {
    const left = edited(summaryOf(kind, {}, { carry: 'none' }).output.root, 'DocumentReference', () => gone)
    const back = to('ki', left)
    expect(accountProblem(left, back)).toBeUndefined()
    expect(back.issues.map(({ code }) => code)).toContain('EPS-003')
    const { type } = recordOf(kind)
    expect(back.output.root).toMatchObject({ registreringer: [{ id: idOf(kind), type, status: 'aktiv' }] })
  })

  test('an inactive one is a limitation that does not hold, and never a refuted one', () => {
    const left = edited(summaryOf('8', {}, { carry: 'none' }).output.root, 'DocumentReference', () => gone)
    const inactive = edited(left, 'Flag', (flag) => Object.assign(flag, { status: 'inactive' }))
    expect(ofType(to('r4', inactive).output.root, 'Consent')).toMatchObject([{ status: 'inactive' }])
    const [consent] = ofType(to('r4', inactive).output.root, 'Consent')
    expect(consent).not.toHaveProperty('modifierExtension')
    expect((to('ki', inactive).output.root as JsonObject).registreringer).toEqual([])
  })

  test('words that somebody put in are kept as a note', () => {
    const left = edited(summaryOf('8', {}, { carry: 'none' }).output.root, 'DocumentReference', () => gone)
    const told = edited(left, 'Flag', (flag) => Object.assign(flag.code as JsonObject, { text: 'Ikke intensiv' }))
    expect(to('ki', told).output.root).toMatchObject({ registreringer: [{ kommentar: 'Ikke intensiv' }] })
  })

  test('of another kind stays the alert that it is', () => {
    const left = edited(summaryOf('5', {}, { carry: 'none' }).output.root, 'Condition', () => gone)
    expect(ofType(to('r4', left).output.root, 'Flag')).toMatchObject([{ status: 'active', code: { text: 'Porfyri' } }])
  })
})

test('alerts of others stay, with what they lead to', () => {
  const flag: JsonObject = {
    resourceType: 'Flag',
    id: 'theirs',
    status: 'active',
    code: { text: 'Fall risk' },
    subject: { reference: 'urn:uuid:11111111-1111-4111-8111-111111111111' },
    extension: [
      {
        url: 'http://hl7.org/fhir/StructureDefinition/flag-detail',
        valueReference: { reference: `urn:uuid:22222222-2222-4222-8222-222222222222` },
      },
    ],
  }
  const condition: JsonObject = {
    resourceType: 'Condition',
    id: 'c',
    clinicalStatus: {
      coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }],
    },
    code: { text: 'Epilepsy' },
    subject: { reference: 'urn:uuid:11111111-1111-4111-8111-111111111111' },
  }
  const patient: JsonObject = { resourceType: 'Patient', id: 'p', name: [{ text: 'x' }], birthDate: '1970' }
  const entry = [
    { fullUrl: 'urn:uuid:11111111-1111-4111-8111-111111111111', resource: patient },
    { fullUrl: 'urn:uuid:33333333-3333-4333-8333-333333333333', resource: flag },
    { fullUrl: 'urn:uuid:22222222-2222-4222-8222-222222222222', resource: condition },
  ]
  const root: Json = { resourceType: 'Bundle', type: 'collection', entry } as unknown as Json
  const there = to('eps', root)
  expect(ofType(there.output.root, 'Flag')).toMatchObject([{ extension: flag.extension as JsonObject[] }])
  const back = to('r4', there.output.root)
  expect(ofType(back.output.root, 'Flag')).toMatchObject([
    { code: { text: 'Fall risk' }, extension: flag.extension as JsonObject[] },
  ])
  expect(same(to('eps', back.output.root).output.root, there.output.root)).toBe(true)
})

test('the alert of a record whose certainty cannot be read is no record of its own', () => {
  const root = edited(summaryOf('3', {}, { carry: 'none' }).output.root, 'Condition', (one) =>
    Object.assign(one, { verificationStatus: { text: 'refuted' } }),
  )
  const back = to('ki', root)
  expect(back.output.root).toMatchObject({ registreringer: [] })
  expect(back.issues.map(({ code }) => code)).toContain('CNV-017')
})

describe('an alert is no surer than its record', () => {
  /** The record as R4 has it, which knows more of certainty than the register. */
  function suspected(certainty: string): Json {
    const root = to('r4', document(recordOf('4'))).output.root
    return edited(root, 'Condition', (condition) => {
      const code = { system: 'http://snomed.info/sct', code: '405501007', display: 'Malignant hyperthermia' }
      const system = 'http://terminology.hl7.org/CodeSystem/condition-ver-status'
      Object.assign(condition, {
        verificationStatus: { coding: [{ system, code: certainty }] },
        code: { coding: [code], text: 'Malign hypertermi' },
      })
    })
  }

  test.each([
    ['unconfirmed', 'Mistenkt (unconfirmed)'],
    ['provisional', 'Foreløpig (provisional)'],
    ['differential', 'Differensialdiagnose (differential)'],
  ])('%s', (certainty, words) => {
    const there = to('eps', suspected(certainty), { carry: 'none' })
    const [flag] = ofType(there.output.root, 'Flag') as unknown as [Alert & { text: { div: string } }]
    expect(flag.code).toEqual({ text: `${words}: Malignant hyperthermia: Malign hypertermi` })
    expect(flag.text.div.replace(/<[^>]*>/g, '')).toContain(`Sikkerhet (certainty): ${words}`)
    expect(accountProblem(suspected(certainty), there)).toBeUndefined()
    const back = to('r4', there.output.root)
    expect(ofType(back.output.root, 'Flag')).toEqual([])
    expect(back.issues).toEqual([])
  })

  test('a confirmed one says nothing of it, and keeps its codes', () => {
    const [flag] = ofType(to('eps', suspected('confirmed'), { carry: 'none' }).output.root, 'Flag') as unknown as [
      Alert,
    ]
    expect(flag.code).toMatchObject({
      coding: [{ code: '405501007' }],
      text: 'Malignant hyperthermia: Malign hypertermi',
    })
  })
})
