import { describe, expect, test } from 'vitest'
import { type Json, type JsonObject, treeOf } from '../../../src/index.ts'
import { standardValidation, validate } from '../../../src/validate.ts'
import { accountProblem, same, to } from '../../laws/kit.ts'
import { document, edited, idOf, ofType, recordOf, summaryOf } from './records.ts'

/** The Consent that the document of a summary holds, as any reader of FHIR gets it. */
function held(root: Json): JsonObject {
  const [directive] = ofType(root, 'DocumentReference') as unknown as [Directive]
  const { contentType, data } = directive.content[0].attachment
  expect(contentType).toBe('application/fhir+json')
  return JSON.parse(Buffer.from(data, 'base64').toString('utf8'))
}

interface Directive {
  readonly content: readonly [{ readonly attachment: { readonly contentType: string; readonly data: string } }]
}

describe.each(['8', '11'])('kind %s', (kind) => {
  const there = summaryOf(kind, {}, { carry: 'none' })

  test('goes out as a document that says what it is and holds the Consent', () => {
    const [directive] = ofType(there.output.root, 'DocumentReference')
    expect(ofType(there.output.root, 'Consent')).toEqual([])
    expect(directive).toMatchObject({
      id: idOf(kind),
      status: 'current',
      type: { coding: [{ code: kind }] },
      date: '2020-02-12T16:30:00+01:00',
      category: [{ coding: [{ system: 'http://loinc.org', code: '42348-3' }] }],
    })
    expect(String(directive?.description)).toContain('in force')
  })

  test('the Consent in it is a valid one, without anything that is Norwegian alone', () => {
    const consent = held(there.output.root)
    const { issues } = validate(standardValidation(), treeOf(consent))
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(consent).toMatchObject({ resourceType: 'Consent', id: idOf(kind), status: 'active' })
    expect(JSON.stringify(consent)).not.toContain('nhn.no')
  })

  test('--carry extensions leaves what is Norwegian in it', () => {
    const { output } = summaryOf(kind, { gyldigTil: '2030-01-01' }, { carry: 'extensions' })
    expect(JSON.stringify(held(output.root))).toContain('KjValidUntil')
  })

  test('a document entered in error is a deleted record', () => {
    const error = edited(there.output.root, 'DocumentReference', (one) =>
      Object.assign(one, { status: 'entered-in-error' }),
    )
    const back = to('ki', error)
    expect(accountProblem(error, back)).toBeUndefined()
    expect(back.output.root).toMatchObject({ registreringer: [{ id: idOf(kind), status: 'slettet' }] })
  })

  test('a document that was replaced is kept back and asked about', () => {
    const old = edited(there.output.root, 'DocumentReference', (one) => Object.assign(one, { status: 'superseded' }))
    const back = to('r4', old)
    expect(accountProblem(old, back)).toBeUndefined()
    expect(back.issues.map(({ code }) => code)).toContain('EPS-004')
    expect(ofType(back.output.root, 'Consent').filter(({ status }) => status === 'active')).toEqual([])
  })

  test('words that somebody changed fall away aloud', () => {
    const told = edited(there.output.root, 'DocumentReference', (one) =>
      Object.assign(one, { description: 'Not in force' }),
    )
    const back = to('ki', told)
    expect(accountProblem(told, back)).toBeUndefined()
    expect(back.issues).toMatchObject([{ code: 'EPS-002', params: { elements: 'DocumentReference.description' } }])
  })

  test('a server that writes addresses of its own breaks nothing', () => {
    const text = JSON.stringify(there.output.root)
    const { entry } = there.output.root as { entry: { fullUrl: string; resource: JsonObject }[] }
    const moved = entry.reduce((all, { fullUrl, resource }) => {
      const address = `https://fhir.example.org/r4/${String(resource.resourceType)}/${String(resource.id)}`
      return all.replaceAll(fullUrl, address)
    }, text)
    expect(same(to('ki', JSON.parse(moved)).output.root, to('ki', there.output.root).output.root)).toBe(true)
  })
})

test('what is lost later of a Consent in a document is told at the document', () => {
  const there = summaryOf('8', {}, { carry: 'none' })
  const refused = edited(there.output.root, 'DocumentReference', (one) => {
    const consent = held(there.output.root)
    const [{ attachment }] = one.content as [{ attachment: JsonObject }]
    attachment.data = Buffer.from(JSON.stringify({ ...consent, status: 'rejected' })).toString('base64')
  })
  const back = to('ki', refused)
  expect(accountProblem(refused, back)).toBeUndefined()
  expect((back.output.root as JsonObject).registreringer).toEqual([])
  const paths = back.ledger.filter(({ outcome }) => outcome === 'withheld').map(({ path }) => path)
  expect(paths.some((path) => path.endsWith('content[0].attachment.data'))).toBe(true)
  expect(back.issues.every(({ path }) => path !== '')).toBe(true)
})

describe('of others', () => {
  const patient = { resourceType: 'Patient', id: 'p', name: [{ text: 'x' }], birthDate: '1970' }
  const url = (n: number) => `urn:uuid:${String(n).repeat(8)}-1111-4111-8111-111111111111`
  const summary = (...resources: JsonObject[]): Json =>
    ({
      resourceType: 'Bundle',
      type: 'document',
      entry: [patient, ...resources].map((resource, index) => ({ fullUrl: url(index + 1), resource })),
    }) as unknown as Json

  test.each([
    ['application/pdf', 'JVBERi0='],
    ['application/fhir+json', 'not base64'],
    ['application/fhir+json', Buffer.from('{"resourceType":"Patient"}').toString('base64')],
    ['text/plain', 'SExSLW1pbnVz'],
  ])('a document of type %s stays what it is', (contentType, data) => {
    const directive: JsonObject = {
      resourceType: 'DocumentReference',
      id: 'd',
      status: 'current',
      type: { coding: [{ system: 'urn:oid:2.16.578.1.12.4.1.1.7650', code: '8' }] },
      subject: { reference: url(1) },
      content: [{ attachment: { contentType, data } }],
    }
    const root = summary(directive)
    const back = to('r4', root)
    expect(ofType(back.output.root, 'DocumentReference')).toEqual([directive])
    expect(ofType(back.output.root, 'Consent')).toEqual([])
    expect(accountProblem(root, back)).toBeUndefined()
  })

  const consent: JsonObject = {
    resourceType: 'Consent',
    id: 'c',
    status: 'active',
    scope: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: 'adr' }] },
    category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentcategorycodes', code: 'dnr' }] }],
    patient: { reference: url(1) },
    policyRule: { text: 'x' },
  }

  test('a Consent comes in as the Consent that it is, and goes out again as a document', () => {
    const root = summary(consent)
    const back = to('r4', root)
    expect(ofType(back.output.root, 'Consent')).toEqual([consent])
    const again = to('eps', back.output.root)
    expect(ofType(again.output.root, 'DocumentReference')).toMatchObject([{ type: { text: expect.any(String) } }])
    expect(held(again.output.root)).toMatchObject({ category: consent.category as Json })
    expect(same(to('r4', again.output.root).output.root, back.output.root)).toBe(true)
  })

  test.each(['draft', 'proposed', 'rejected', 'inactive'])('one that is %s is not told as in force', (status) => {
    const there = to('eps', to('r4', summary({ ...consent, status })).output.root)
    expect(ofType(there.output.root, 'DocumentReference').filter(({ id }) => id === 'c')).toEqual([])
    expect(there.issues.map(({ code }) => code)).toContain('CNV-010')
  })

  test('consent to the use of data is no advance directive', () => {
    const scope = { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/consentscope', code: 'research' }] }
    const there = to('eps', to('r4', summary({ ...consent, scope })).output.root)
    expect(there.issues.map(({ code }) => code)).toEqual(['EPS-005'])
    expect(ofType(there.output.root, 'DocumentReference')).toEqual([])
  })
})

test('an attached original beside a directive of a withheld record has no trace of it', () => {
  const input = document(recordOf('8', { status: 'avkreftet' }), recordOf('6'))
  const text = JSON.stringify(to('eps', input).output.root)
  expect(text).not.toContain(idOf('8'))
  const originals = ofType(to('eps', input).output.root, 'DocumentReference') as unknown as Directive[]
  for (const { content } of originals)
    expect(Buffer.from(content[0].attachment.data, 'base64').toString()).not.toContain(idOf('8'))
})
