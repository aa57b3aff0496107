import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../../src/document/json.ts'
import { findingsOf, kitWith, local, profileOf, uncheckedOf, validated } from './local.ts'

const fhir = (name: string) => `http://hl7.org/fhir/StructureDefinition/${name}`
const reference = (targets: string[], more: JsonObject = {}): JsonObject => ({
  type: [{ code: 'Reference', targetProfile: targets, ...more }],
})

const kit = kitWith(
  profileOf('born', 'Patient', { 'Patient.birthDate': { min: 1 } }),
  profileOf('gendered', 'Patient', { 'Patient.gender': { min: 1 } }),
  profileOf('one', 'Condition', { 'Condition.subject': reference([local('born')]) }),
  profileOf('either', 'Condition', { 'Condition.subject': reference([local('born'), local('gendered')]) }),
  profileOf('or-any-group', 'Condition', { 'Condition.subject': reference([local('born'), fhir('Group')]) }),
  profileOf('nowhere', 'Condition', { 'Condition.subject': reference(['https://unknown.test/profile']) }),
  profileOf('contained', 'Condition', {
    'Condition.subject': reference([fhir('Patient')], { aggregation: ['contained'] }),
  }),
  profileOf('bundled', 'Condition', {
    'Condition.subject': reference([fhir('Patient')], { aggregation: ['bundled'] }),
  }),
  profileOf('referenced', 'Condition', {
    'Condition.subject': reference([fhir('Patient')], { aggregation: ['referenced'] }),
  }),
  profileOf('circle', 'Patient', {
    'Patient.link': { min: 1 },
    'Patient.link.other': reference([local('circle')]),
    'Patient.active': { min: 1 },
  }),
)

const base = 'https://server.test/fhir/'

function condition(subject: JsonObject, ...contained: JsonObject[]): JsonObject {
  const more = contained.length === 0 ? {} : { contained }
  return { resourceType: 'Condition', id: 'c', ...more, subject }
}

function bundle(...resources: JsonObject[]): JsonObject {
  const entry = resources.map((resource) => ({ fullUrl: `${base}${resource.resourceType}/${resource.id}`, resource }))
  return { resourceType: 'Bundle', type: 'collection', entry }
}

const born = { resourceType: 'Patient', id: 'p', birthDate: '2000' }
const plain = { resourceType: 'Patient', id: 'p', active: true }
const group = { resourceType: 'Group', id: 'g', type: 'person', actual: true }
const device = { resourceType: 'Device', id: 'd', distinctIdentifier: 'x' }

function on(profile: string | undefined, document: Json): { found: string[]; unchecked: string[] } {
  const asked = { kit, profiles: profile === undefined ? [] : [local(profile)] }
  const mine = (list: string[]) => list.filter((one) => /^(TGT|CRD|PRF)/.test(one))
  return { found: mine(findingsOf(document, asked)), unchecked: mine(uncheckedOf(document, asked)) }
}

type Row = readonly [
  profile: string | undefined,
  what: string,
  resource: JsonObject,
  found: readonly string[],
  unchecked?: readonly string[],
]

const rows: readonly Row[] = [
  [undefined, 'contained', condition({ reference: '#p' }, plain), []],
  [undefined, 'contained, another type', condition({ reference: '#d' }, device), ['TGT-001 Condition.subject']],
  [undefined, 'elsewhere', condition({ reference: 'Patient/1' }), []],
  [
    undefined,
    'elsewhere, another type by its text',
    condition({ reference: 'Device/1' }),
    ['TGT-006 Condition.subject'],
  ],
  [undefined, 'elsewhere, absolute', condition({ reference: `${base}Patient/1` }), []],
  [
    undefined,
    'elsewhere, absolute, another type',
    condition({ reference: `${base}Device/1` }),
    ['TGT-006 Condition.subject'],
  ],
  [undefined, 'words alone', condition({ display: 'x' }), []],
  [undefined, 'an identifier', condition({ identifier: { value: 'x' }, type: 'Patient' }), []],
  [undefined, 'no reference', condition({ reference: 'x' }), ['TGT-007 Condition.subject.reference']],
  [undefined, 'no resource', condition({ reference: 'Pasient/1' }), ['TGT-007 Condition.subject.reference']],
  [
    undefined,
    'a name of Object.prototype',
    condition({ reference: 'constructor/1' }),
    ['TGT-007 Condition.subject.reference'],
  ],
  [undefined, 'a search', condition({ reference: 'Patient?identifier=x' }), []],
  [undefined, 'a version', condition({ reference: 'Patient/1/_history/2' }), []],
  [
    undefined,
    'the stated type is another',
    condition({ reference: '#p', type: 'Group' }, plain),
    ['TGT-005 Condition.subject'],
  ],
  ['one', 'contained, met', condition({ reference: '#p' }, born), []],
  [
    'one',
    'contained, not met',
    condition({ reference: '#p' }, plain),
    ['TGT-002 Condition.subject', 'CRD-001 Condition.contained[0]'],
  ],
  ['one', 'contained, another type', condition({ reference: '#g' }, group), ['TGT-001 Condition.subject']],
  ['one', 'elsewhere', condition({ reference: 'Patient/1' }), [], ['TGT-004 Condition.subject']],
  ['one', 'words alone', condition({ display: 'x' }), []],
  ['either', 'met', condition({ reference: '#p' }, born), []],
  ['either', 'the other met', condition({ reference: '#p' }, { ...plain, gender: 'female' }), []],
  ['either', 'none met', condition({ reference: '#p' }, plain), ['TGT-002 Condition.subject']],
  ['or-any-group', 'a group', condition({ reference: '#g' }, group), []],
  [
    'or-any-group',
    'a patient',
    condition({ reference: '#p' }, plain),
    ['TGT-002 Condition.subject', 'CRD-001 Condition.contained[0]'],
  ],
  [
    'nowhere',
    'a profile that is not at hand',
    condition({ reference: '#p' }, plain),
    [],
    ['PRF-001 Condition.subject'],
  ],
  ['contained', 'contained', condition({ reference: '#p' }, plain), []],
  ['contained', 'elsewhere', condition({ reference: 'Patient/1' }), ['TGT-003 Condition.subject']],
  ['bundled', 'contained', condition({ reference: '#p' }, plain), ['TGT-003 Condition.subject']],
  ['bundled', 'elsewhere', condition({ reference: 'Patient/1' }), ['TGT-003 Condition.subject']],
  ['referenced', 'elsewhere', condition({ reference: 'Patient/1' }), []],
  ['referenced', 'contained', condition({ reference: '#p' }, plain), ['TGT-003 Condition.subject']],
]

describe('what a reference leads to', () => {
  for (const [profile, what, resource, found, unchecked = []] of rows) {
    test(`${profile ?? 'R4'}: ${what}`, () => {
      const answer = on(profile, resource)
      expect([...answer.found].sort()).toEqual([...found].sort())
      expect(answer.unchecked).toEqual(unchecked)
    })
  }
})

describe('in a Bundle', () => {
  const claimed = (profile: string) => ({
    ...condition({ reference: 'Patient/p' }),
    meta: { profile: [local(profile)] },
  })
  const inBundle: readonly (readonly [profile: string, target: JsonObject, found: readonly string[]])[] = [
    ['one', born, []],
    ['one', plain, ['TGT-002 Bundle.entry[0].resource.subject', 'CRD-001 Bundle.entry[1].resource']],
    ['bundled', plain, []],
    ['referenced', plain, []],
    ['contained', plain, ['TGT-003 Bundle.entry[0].resource.subject']],
  ]
  test.each(inBundle)('%s: %j', (profile, target, found) => {
    expect(on(undefined, bundle(claimed(profile), target)).found.sort()).toEqual([...found].sort())
  })

  test('several references tell of one target once', () => {
    const other = { ...claimed('one'), id: 'other' }
    const { found } = on(undefined, bundle(claimed('one'), other, plain))
    expect(found.sort()).toEqual([
      'CRD-001 Bundle.entry[2].resource',
      'TGT-002 Bundle.entry[0].resource.subject',
      'TGT-002 Bundle.entry[1].resource.subject',
    ])
  })
})

describe('circles', () => {
  const linked = (id: string, to: string, more: JsonObject = {}): JsonObject => ({
    resourceType: 'Patient',
    id,
    meta: { profile: [local('circle')] },
    ...more,
    link: [{ type: 'seealso', other: { reference: `Patient/${to}` } }],
  })

  test('that meet the profile are valid', () => {
    expect(on(undefined, bundle(linked('a', 'b', { active: true }), linked('b', 'a', { active: true }))).found).toEqual(
      [],
    )
    expect(on(undefined, bundle(linked('a', 'a', { active: true }))).found).toEqual([])
  })

  test('with one that does not are told', () => {
    const documents = bundle(linked('a', 'b', { active: true }), linked('b', 'c', { active: true }), linked('c', 'a'))
    const { found } = on(undefined, documents)
    expect(found).toContain('CRD-001 Bundle.entry[2].resource')
    expect(found).toContain('TGT-002 Bundle.entry[1].resource.link[0].other')
  })

  test('through what contains', () => {
    const resource = {
      resourceType: 'Patient',
      meta: { profile: [local('circle')] },
      active: true,
      contained: [{ ...linked('a', 'x'), active: true, link: [{ type: 'seealso', other: { reference: '#' } }] }],
      link: [{ type: 'seealso', other: { reference: '#a' } }],
    }
    expect(on(undefined, resource).found).toEqual([])
  })
})

test('the findings name the profile that asks', () => {
  const { issues } = validated(condition({ reference: '#p' }, plain), { kit, profiles: [local('one')] })
  expect(issues.filter(({ code }) => code === 'TGT-002' || code === 'CRD-001')).toMatchObject([
    { path: 'Condition.contained[0]', profile: local('born'), element: 'Patient.birthDate' },
    {
      path: 'Condition.subject',
      profile: local('one'),
      element: 'Condition.subject',
      params: { profiles: local('born') },
    },
  ])
})
