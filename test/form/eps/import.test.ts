import { expect, test } from 'vitest'
import type { Json, JsonObject } from '../../../src/index.ts'
import { accountProblem, clone, same, to } from '../../laws/kit.ts'
import { document, edited, gone, idOf, ofType, recordOf, summaryOf } from './records.ts'

const subject = { reference: 'urn:uuid:11111111-1111-4111-8111-111111111111' }
const device = 'urn:uuid:22222222-2222-4222-8222-222222222222'

/** A summary as others write it. */
function summary(...resources: JsonObject[]): Json {
  const patient = { resourceType: 'Patient', id: 'p', name: [{ text: 'x' }], birthDate: '1970' }
  const composition = { resourceType: 'Composition', status: 'final', subject, section: [] }
  const addresses = [undefined, subject.reference, device]
  const entry = [composition, patient, ...resources].map((resource, index) => ({
    fullUrl: addresses[index] ?? `urn:uuid:${String(index).repeat(8)}-3333-4333-8333-333333333333`,
    resource,
  }))
  return clone({ resourceType: 'Bundle', type: 'document', entry } as unknown as Json)
}

const pump: JsonObject = { resourceType: 'Device', id: 'd', status: 'active', type: { text: 'Insulin pump' } }
const use: JsonObject = {
  resourceType: 'DeviceUseStatement',
  id: 'u',
  status: 'completed',
  subject,
  timingDateTime: '2020',
  device: { reference: device },
}
const procedure: JsonObject = {
  resourceType: 'Procedure',
  id: 'o',
  status: 'completed',
  code: { text: 'Appendectomy' },
  subject,
  performedPeriod: { start: '2001', end: '2002' },
  bodySite: [{ text: 'x' }],
}
const flag: JsonObject = { resourceType: 'Flag', id: 'f', status: 'inactive', code: { text: 'Fall risk' }, subject }

test('what others say of treatments, devices and alerts comes in as it is said', () => {
  const root = summary(pump, use, procedure, flag)
  const back = to('r4', root)
  expect(accountProblem(root, back)).toBeUndefined()
  for (const one of [pump, use, flag]) expect(ofType(back.output.root, String(one.resourceType))).toMatchObject([one])
  expect(ofType(back.output.root, 'Procedure')).toMatchObject([procedure])
  expect(JSON.stringify(back.output.root)).not.toContain('modifierExtension')
})

test('and goes out again as it came, but for alerts that do not hold', () => {
  const hub = to('r4', summary(pump, use, procedure, flag)).output.root
  const there = to('eps', hub)
  expect(accountProblem(hub, there)).toBeUndefined()
  expect(ofType(there.output.root, 'Procedure')).toMatchObject([procedure])
  expect(ofType(there.output.root, 'DeviceUseStatement')).toMatchObject([use])
  expect(ofType(there.output.root, 'Flag')).toEqual([])
  expect(there.issues).toMatchObject([{ code: 'CNV-010', params: { row: 'eps.flag.status' } }])
})

test('a status that nobody knows keeps the record back, and its alert does not bring it in', () => {
  const odd = edited(summaryOf('6', {}, { carry: 'none' }).output.root, 'Procedure', (one) =>
    Object.assign(one, { status: 'unheard-of' }),
  )
  const back = to('r4', odd)
  expect(accountProblem(odd, back)).toBeUndefined()
  expect(back.issues.map(({ code }) => code)).toContain('CNV-010')
  for (const type of ['Procedure', 'Flag']) expect(ofType(back.output.root, type)).toEqual([])
})

test('what a receiver changed in the record counts, and the original fills in the rest', () => {
  const input = document(recordOf('6', { gyldigTil: '2030-01-01' }))
  const changed = edited(to('eps', input).output.root, 'Procedure', (one) =>
    Object.assign(one, { performedDateTime: '2019-04' }),
  )
  expect(to('ki', changed).output.root).toMatchObject({
    registreringer: [{ id: idOf('6'), start: { dato: '2019-04' }, gyldigTil: '2030-01-01' }],
  })
})

test('a device that is not at hand is one that nobody named', () => {
  const left = edited(summaryOf('7', {}, { carry: 'none' }).output.root, 'Device', (one) =>
    String((one.type as JsonObject).text) === 'Pacemaker' ? gone : undefined,
  )
  const back = to('ki', left)
  expect(accountProblem(left, back)).toBeUndefined()
  const { implantat: _, ...bare } = recordOf('7')
  expect(same(back.output.root, document(bare))).toBe(false)
  expect(back.output.root).toMatchObject({ registreringer: [{ id: idOf('7'), type: 'implantat', status: 'aktiv' }] })
})
