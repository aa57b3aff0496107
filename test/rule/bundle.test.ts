import { describe, expect, test } from 'vitest'
import { fhirModel } from '../../src/definition/model.ts'
import type { JsonObject } from '../../src/document/json.ts'
import { checkBundle } from '../../src/rule/bundle.ts'
import { referencesOf } from '../../src/rule/references.ts'
import { placesOf } from './codes.ts'

function check(bundle: JsonObject): string[] {
  return placesOf((report) => checkBundle(bundle, [], report, { references: referencesOf(bundle), model: fhirModel() }))
}

const base = 'https://example.org/fhir/'

function entry(resource: JsonObject, more: JsonObject = {}): JsonObject {
  return { fullUrl: `${base}${resource.resourceType}/${resource.id}`, resource, ...more }
}

function bundle(type: string, entries: JsonObject[], more: JsonObject = {}): JsonObject {
  return { resourceType: 'Bundle', type, entry: entries, ...more }
}

const patient = { resourceType: 'Patient', id: 'p' }
const uuid = 'urn:uuid:9d0f0a4b-6f5a-4c3c-9f3f-0c3f5f7b7a11'

describe('addresses of entries', () => {
  const rows: readonly (readonly [why: string, entry: JsonObject, ...found: string[]])[] = [
    ['of a server', entry(patient)],
    ['a uuid', { fullUrl: uuid, resource: patient }],
    ['a uuid, no id', { fullUrl: uuid, resource: { resourceType: 'Patient' } }],
    ['none', { resource: patient }, 'BDL-001 entry.0'],
    ['relative', { fullUrl: 'Patient/p', resource: patient }, 'BDL-002 entry.0.fullUrl'],
    ['no id', { fullUrl: `${base}Patient/p`, resource: { resourceType: 'Patient' } }, 'BDL-003 entry.0.fullUrl'],
    ['other id', { fullUrl: `${base}Patient/q`, resource: patient }, 'BDL-004 entry.0.fullUrl'],
    ['other type', { fullUrl: `${base}Person/p`, resource: patient }, 'BDL-004 entry.0.fullUrl'],
    ['no type of FHIR', { fullUrl: `${base}Thing/p`, resource: patient }],
    [
      'a canonical url',
      { fullUrl: 'https://x.org/vs', resource: { resourceType: 'ValueSet', id: 'vs', url: 'https://x.org/vs' } },
      'BDL-005 entry.0.fullUrl',
    ],
  ]
  for (const [why, one, ...found] of rows) test(why, () => expect(check(bundle('collection', [one]))).toEqual(found))

  test('a transaction can do without', () => expect(check(bundle('transaction', [{ resource: patient }]))).toEqual([]))
})

describe('links', () => {
  const rows: readonly (readonly [type: string, relations: string[], ...found: string[]])[] = [
    ['searchset', ['self', 'next']],
    ['searchset', ['self', 'next', 'next'], 'BDL-011 link.2.relation'],
    ['collection', ['self']],
    ['collection', ['self', 'self'], 'BDL-011 link.1.relation'],
    ['collection', ['next'], 'BDL-010 link.0.relation'],
    ['collection', ['alternate', 'alternate']],
  ]
  for (const [type, relations, ...found] of rows)
    test(`${type} ${relations}`, () => {
      const link = relations.map((relation) => ({ relation, url: `${base}Patient` }))
      expect(check(bundle(type, [], { link }))).toEqual(found)
    })
})

describe('search sets', () => {
  const link = [{ relation: 'self', url: `${base}Patient?name=x` }]
  const outcome = { resourceType: 'OperationOutcome', id: 'o' }
  const rows: readonly (readonly [why: string, entry: JsonObject, ...found: string[]])[] = [
    ['match', entry(patient, { search: { mode: 'match' } })],
    ['include', entry({ resourceType: 'Practitioner', id: 'd' }, { search: { mode: 'include' } })],
    ['outcome', entry(outcome, { search: { mode: 'outcome' } })],
    ['no mode', entry(patient), 'BDL-015 entry.0'],
    ['no resource', { fullUrl: uuid, search: { mode: 'match' } }, 'BDL-016 entry.0'],
    [
      'no id',
      { fullUrl: uuid, resource: { resourceType: 'Patient' }, search: { mode: 'match' } },
      'BDL-017 entry.0.resource',
    ],
    ['outcome that is none', entry(patient, { search: { mode: 'outcome' } }), 'BDL-018 entry.0.resource'],
    [
      'no id, no mode',
      { fullUrl: uuid, resource: { resourceType: 'Patient' } },
      'BDL-015 entry.0',
      'BDL-019 entry.0.resource',
    ],
    [
      'other type',
      entry({ resourceType: 'Practitioner', id: 'd' }, { search: { mode: 'match' } }),
      'BDL-020 entry.0.resource',
    ],
  ]
  for (const [why, one, ...found] of rows)
    test(why, () => expect(check(bundle('searchset', [one], { link }))).toEqual(found))

  test('without self link', () => expect(check(bundle('searchset', []))).toEqual(['BDL-014 ']))

  test('the types of _type', () => {
    const several = [{ relation: 'self', url: `${base}?_type=Patient,Practitioner` }]
    const one = entry({ resourceType: 'Practitioner', id: 'd' }, { search: { mode: 'match' } })
    expect(check(bundle('searchset', [one], { link: several }))).toEqual([])
  })
})

describe('documents', () => {
  const composition = (subject: string, more: JsonObject = {}): JsonObject =>
    entry({ resourceType: 'Composition', id: 'c', subject: { reference: subject }, ...more })
  const condition = (more: JsonObject = {}): JsonObject => entry({ resourceType: 'Condition', id: 'd', ...more })
  const backwards = (resourceType: string, key: string): JsonObject =>
    entry({ resourceType, id: 'b', [key]: [{ reference: 'Patient/p' }] })
  const section = [{ section: [{ entry: [{ reference: 'Condition/d' }] }] }]
  const toPatient = { subject: { reference: 'Patient/p' } }
  const rows: readonly (readonly [why: string, entries: JsonObject[], ...found: string[]])[] = [
    ['whole', [composition('Patient/p', { section }), entry(patient), condition(toPatient)]],
    ['no entry', [], 'BDL-006 entry'],
    ['no resource first', [{ fullUrl: uuid }, entry(patient)], 'BDL-006 entry'],
    ['unresolved', [composition('Patient/q')], 'BDL-030 entry.0.resource.subject'],
    [
      'unresolved in a section',
      [composition('Patient/p', { section }), entry(patient)],
      'BDL-030 entry.0.resource.section.0.section.0.entry.0',
    ],
    [
      'at another address',
      [composition('Patient/p'), { fullUrl: uuid, resource: patient }],
      'BDL-031 entry.0.resource.subject',
      'BDL-034 entry.1',
    ],
    [
      'two',
      [composition(uuid), { fullUrl: uuid, resource: patient }, { fullUrl: uuid, resource: patient }],
      'BDL-032 entry.0.resource.subject',
      'BDL-034 entry.1',
      'BDL-034 entry.2',
    ],
    ['contained, or identifier only', [composition('#x', { author: [{ identifier: { value: 'x' } }] })]],
    ['Provenance backwards', [composition('Patient/p'), entry(patient), backwards('Provenance', 'target')]],
    ['another backwards', [composition('Patient/p'), entry(patient), backwards('Flag', 'subject')], 'BDL-033 entry.2'],
    ['unreachable', [composition('Patient/p'), entry(patient), condition()], 'BDL-034 entry.2'],
    [
      'by a url of any element',
      [
        composition('Patient/p'),
        entry({ ...patient, photo: [{ url: `${base}Binary/b` }] }),
        entry({ resourceType: 'Binary', id: 'b' }),
      ],
    ],
    [
      'a name of a system leads nowhere',
      [composition('Patient/p'), entry({ ...patient, identifier: [{ system: `${base}Condition/d` }] }), condition()],
      'BDL-034 entry.2',
    ],
    [
      'a wrong address deeper',
      [
        composition('Patient/p'),
        entry({ ...patient, link: [{ other: { reference: 'Condition/e' } }] }),
        { fullUrl: uuid, resource: { resourceType: 'Condition', id: 'e' } },
      ],
      'BDL-031 entry.1.resource.link.0.other',
      'BDL-034 entry.2',
    ],
  ]
  for (const [why, entries, ...found] of rows)
    test(why, () => expect(check(bundle('document', entries))).toEqual(found))

  test('a link into a narrative', () => {
    const extension = (id: string) => [
      { url: 'http://hl7.org/fhir/StructureDefinition/narrativeLink', valueUrl: `${base}Composition/c#${id}` },
    ]
    const text = { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml"><p id="a">x</p></div>' }
    const of = (id: string) => [composition('Patient/p', { text }), entry({ ...patient, extension: extension(id) })]
    expect(check(bundle('document', of('a')))).toEqual([])
    expect(check(bundle('document', of('b')))).toEqual(['BDL-036 entry.1.resource.extension.0.valueUrl'])
  })

  test('style sheets', () => {
    const first = [composition('Patient/p'), entry(patient)]
    const sheet = (url: string) => ({ link: [{ relation: 'stylesheet', url }] })
    expect(check(bundle('document', first, sheet('https://hl7.org/fhir/fhir.css')))).toEqual([])
    expect(check(bundle('document', first, sheet('https://example.org/a.css')))).toEqual(['BDL-012 link.0.url'])
    expect(check(bundle('document', first, sheet('Binary/css')))).toEqual(['BDL-013 link.0.url'])
    const held = [...first, entry({ resourceType: 'Binary', id: 'css' })]
    expect(check(bundle('document', held, sheet('Binary/css')))).toEqual([])
  })
})

test('messages', () => {
  const header = entry({ resourceType: 'MessageHeader', id: 'm', focus: [{ reference: 'Patient/p' }] })
  expect(check(bundle('message', [header, entry(patient)]))).toEqual([])
  expect(check(bundle('message', [header]))).toEqual(['BDL-030 entry.0.resource.focus.0'])
  expect(check(bundle('message', [header, entry(patient), entry({ resourceType: 'Flag', id: 'f' })]))).toEqual([
    'BDL-035 entry.2',
  ])
})
