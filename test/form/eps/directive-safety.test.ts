import { describe, expect, test } from 'vitest'
import type { Form, Json, JsonObject } from '../../../src/index.ts'
import { accountProblem, clone, to } from '../../laws/kit.ts'
import { edited, gone, idOf, ofType, summaryOf } from './records.ts'

/** What somebody has done to the document of a limit of treatment, or to its alert, never leaves it in force unseen. */
const summary = summaryOf('11', {}, { carry: 'none' }).output.root
const modifier = [{ url: 'urn:example:not-in-force', valueBoolean: true }]
const refuted = [{ url: 'urn:kritinfo:StructureDefinition:avkreftet', valueBoolean: true }]

function withDocument(change: (document: JsonObject) => unknown): Json {
  return edited(summary, 'DocumentReference', change)
}

/** The alert is all that is left, and somebody has changed it. */
function withAlert(change: JsonObject): Json {
  const alone = edited(summary, 'DocumentReference', () => gone)
  return edited(alone, 'Flag', (flag) => Object.assign(flag, clone(change)))
}

/** The statuses that arrive in a form, and the codes of what is told. */
function arriving(root: Json, form: Form) {
  const made = to(form, root)
  expect(accountProblem(root, made)).toBeUndefined()
  const { registreringer } = made.output.root as { registreringer?: JsonObject[] }
  const statuses = (registreringer ?? ofType(made.output.root, 'Consent')).map(({ status }) => status)
  return { statuses, codes: made.issues.map(({ code }) => code) }
}

describe.each<Form>(['ki', 'kj'])('to %s', (form) => {
  const deleted = form === 'ki' ? 'slettet' : 'entered-in-error'
  const active = form === 'ki' ? 'aktiv' : 'active'

  test.each<[string, (document: JsonObject) => unknown]>([
    ['on the document', (one) => Object.assign(one, { modifierExtension: modifier })],
    ['that a Consent would have, on the document', (one) => Object.assign(one, { modifierExtension: refuted })],
    [
      'on its content',
      ({ content }) => Object.assign((content as JsonObject[])[0] as JsonObject, { modifierExtension: modifier }),
    ],
  ])('a modifier %s keeps the record back', (_, change) => {
    const { statuses, codes } = arriving(withDocument(change), form)
    expect(statuses).toEqual([])
    expect(codes).toContain('CNV-011')
  })

  test('a document whose content was entered in error is a deleted record', () => {
    const error = withDocument((one) => Object.assign(one, { docStatus: 'entered-in-error' }))
    expect(arriving(error, form).statuses).toEqual([deleted])
  })

  test('a preliminary document is not in force', () => {
    const { statuses, codes } = arriving(
      withDocument((one) => Object.assign(one, { docStatus: 'preliminary' })),
      form,
    )
    expect(statuses).toEqual([])
    expect(codes).toContain('EPS-004')
  })

  test('a document that cannot be read leaves what its alert says', () => {
    const broken = withDocument(({ content }) => {
      const [{ attachment }] = content as [{ attachment: JsonObject }]
      attachment.data = 'ew=='
    })
    const { statuses, codes } = arriving(broken, form)
    expect(statuses).toEqual([active])
    expect(codes).toContain('EPS-003')
  })

  test('an alert alone with a modifier is kept back', () => {
    const { statuses, codes } = arriving(withAlert({ modifierExtension: modifier }), form)
    expect(statuses).toEqual([])
    expect(codes).toContain('CNV-011')
  })

  test('an alert alone that is refuted makes a refuted record', () => {
    const { statuses } = arriving(withAlert({ status: 'inactive', modifierExtension: refuted }), form)
    expect(statuses).toEqual([form === 'ki' ? 'avkreftet' : 'inactive'])
  })

  test('an alert alone without a status is kept back', () => {
    const root = withAlert({})
    const unsaid = edited(root, 'Flag', (flag) => delete flag.status)
    expect(arriving(unsaid, form).statuses).toEqual([])
  })

  test.each<[string, JsonObject]>([
    ['period', { period: { end: '2020-01-01' } }],
    ['author', { author: { display: 'x' } }],
    ['code', { code: { coding: [{ system: 'http://snomed.info/sct', code: '304252001' }] } }],
  ])('what somebody has put into %s of an alert alone is told', (element, change) => {
    const { codes } = arriving(withAlert(change), form)
    expect(codes).toContain('EPS-002')
    const [told] = to(form, withAlert(change)).issues.filter(({ code }) => code === 'EPS-002')
    expect(told?.params.elements).toBe(`Flag.${element}`)
  })

  test('an alert whose reference leads nowhere finds its record by the name that it bears', () => {
    const astray = edited(summary, 'Flag', (flag) => {
      const [{ valueReference }] = flag.extension as [{ valueReference: JsonObject }]
      valueReference.reference = 'Consent/gone'
    })
    const { statuses, codes } = arriving(astray, form)
    expect(statuses).toEqual([active])
    expect(codes).not.toContain('EPS-003')
  })
})

test('what another person has signed is not taken for this one', () => {
  const theirs = withDocument(({ content }) => {
    const [{ attachment }] = content as [{ attachment: JsonObject }]
    const consent = JSON.parse(Buffer.from(String(attachment.data), 'base64').toString())
    consent.patient = { identifier: { system: 'urn:oid:2.16.578.1.12.4.1.4.1', value: '21883649874' } }
    attachment.data = Buffer.from(JSON.stringify(consent)).toString('base64')
  })
  const named = edited(theirs, 'Patient', (one) =>
    Object.assign(one, { identifier: [{ system: 'urn:oid:2.16.578.1.12.4.1.4.1', value: '13897200265' }] }),
  )
  expect(() => to('ki', named)).toThrow('CNV-005')
})

test('a Consent of a server goes out under an address that fits a document, and its alert leads there', () => {
  const consent = ofType(to('r4', summary).output.root, 'Consent')[0] as JsonObject
  const patient: JsonObject = { resourceType: 'Patient', id: 'p', name: [{ family: 'Prøve' }], birthDate: '1970-01-01' }
  const theirs: JsonObject = { ...consent, patient: { reference: 'Patient/p' } }
  const entry = [patient, theirs].map((resource) => ({
    fullUrl: `https://fhir.example.org/${String(resource.resourceType)}/${String(resource.id)}`,
    resource,
  }))
  const made = to('eps', { resourceType: 'Bundle', type: 'collection', entry } as unknown as Json, { from: 'r4' })
  const document = entries(made.output.root).find(({ resource }) => resource.resourceType === 'DocumentReference')
  expect(document?.fullUrl).toMatch(/^urn:uuid:/)
  const [flag] = ofType(made.output.root, 'Flag')
  expect(flag?.extension).toMatchObject([{ valueReference: { reference: document?.fullUrl } }])
  expect(to('ki', made.output.root).output.root).toMatchObject({ registreringer: [{ id: idOf('11') }] })
})

function entries(root: Json) {
  return (root as unknown as { entry: { fullUrl: string; resource: JsonObject }[] }).entry
}

test('a single resource that is named eps loses nothing', () => {
  const treatment: JsonObject = {
    resourceType: 'Procedure',
    id: 'one',
    status: 'in-progress',
    code: { text: 'Behandling' },
    subject: { display: 'Prøve' },
    performedDateTime: '2020',
  }
  const made = to('r4', treatment, { from: 'eps' })
  expect(ofType(made.output.root, 'Procedure')).toMatchObject([{ status: 'in-progress', code: { text: 'Behandling' } }])
  expect(made.ledger.filter(({ side }) => side !== 'output')).toEqual([])
})
