import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../../src/document/json.ts'
import { findingsOf, kitWith, local, profileOf, validated } from './local.ts'

type Discriminators = readonly (readonly [type: string, path: string])[]

function slicing(discriminators: Discriminators, rules = 'open', more: JsonObject = {}): JsonObject {
  return { slicing: { discriminator: discriminators.map(([type, path]) => ({ type, path })), rules, ...more } }
}

const bySystem: Discriminators = [['value', 'system']]
const two = {
  'Patient.identifier:a': { min: 1, max: '2' },
  'Patient.identifier:a.system': { min: 1, fixedUri: 'https://a.test' },
  'Patient.identifier:a.value': { maxLength: 3 },
  'Patient.identifier:b': { max: '1' },
  'Patient.identifier:b.system': { min: 1, fixedUri: 'https://b.test' },
  'Patient.identifier:b.value': { min: 1 },
}

const kit = kitWith(
  profileOf('open', 'Patient', { 'Patient.identifier': slicing(bySystem), ...two }),
  profileOf('closed', 'Patient', { 'Patient.identifier': slicing(bySystem, 'closed'), ...two }),
  profileOf('at-end', 'Patient', { 'Patient.identifier': slicing(bySystem, 'openAtEnd'), ...two }),
  profileOf('ordered', 'Patient', { 'Patient.identifier': slicing(bySystem, 'open', { ordered: true }), ...two }),
  profileOf('resliced', 'Patient', {
    'Patient.identifier': slicing(bySystem),
    'Patient.identifier:a': slicing([['value', 'use']], 'closed'),
    'Patient.identifier:a.system': { min: 1, fixedUri: 'https://a.test' },
    'Patient.identifier:a/first': { min: 1, max: '1' },
    'Patient.identifier:a/first.use': { min: 1, fixedCode: 'official' },
    'Patient.identifier:a/first.value': { min: 1 },
    'Patient.identifier:a/second': { max: '1' },
    'Patient.identifier:a/second.use': { min: 1, fixedCode: 'old' },
  }),
  profileOf('within', 'Patient', {
    'Patient.contact': slicing([['value', 'gender']]),
    'Patient.contact:f': {},
    'Patient.contact:f.gender': { min: 1, fixedCode: 'female' },
    'Patient.contact:f.telecom': slicing([['value', 'system']], 'closed'),
    'Patient.contact:f.telecom:phone': { min: 1 },
    'Patient.contact:f.telecom:phone.system': { min: 1, fixedCode: 'phone' },
    'Patient.contact:f.telecom:phone.value': { min: 1 },
  }),
  profileOf('two', 'Patient', {
    'Patient.telecom': slicing([
      ['value', 'system'],
      ['value', 'use'],
    ]),
    'Patient.telecom:workPhone': { min: 1 },
    'Patient.telecom:workPhone.system': { min: 1, fixedCode: 'phone' },
    'Patient.telecom:workPhone.use': { min: 1, fixedCode: 'work' },
  }),
)

function patient(members: JsonObject): JsonObject {
  return { resourceType: 'Patient', ...members }
}

function identifiers(letters: string): JsonObject {
  return patient({ identifier: [...letters].map((one) => ({ system: `https://${one}.test`, value: 'x' })) })
}

function on(profile: string, document: Json): string[] {
  return findingsOf(document, { kit, profiles: [local(profile)] })
}

const counts: readonly (readonly [profile: string, letters: string, findings: readonly string[]])[] = [
  ['open', 'a', []],
  ['open', 'ab', []],
  ['open', 'ba', []],
  ['open', 'aab', []],
  ['open', 'b', ['SLC-001 Patient']],
  ['open', 'aaa', ['SLC-002 Patient']],
  ['open', 'abb', ['SLC-002 Patient']],
  ['open', 'xay', []],
  ['closed', 'ab', []],
  ['closed', 'axb', ['SLC-003 Patient.identifier[1]']],
  ['closed', 'xay', ['SLC-003 Patient.identifier[0]', 'SLC-003 Patient.identifier[2]']],
  ['at-end', 'abx', []],
  ['at-end', 'baxy', []],
  ['at-end', 'axb', ['SLC-004 Patient.identifier[2]']],
  ['at-end', 'xab', ['SLC-004 Patient.identifier[1]', 'SLC-004 Patient.identifier[2]']],
  ['ordered', 'aab', []],
  ['ordered', 'axbx', []],
  ['ordered', 'ba', ['SLC-005 Patient.identifier[1]']],
  ['ordered', 'aba', ['SLC-005 Patient.identifier[2]']],
]

describe('counts and rules', () => {
  test.each(counts)('%s: %s', (profile, letters, findings) => {
    expect(on(profile, identifiers(letters))).toEqual(findings)
  })

  test('no element at all lacks the slices that must be there', () => {
    expect(on('open', patient({ active: true }))).toContain('SLC-001 Patient')
  })
})

test('each slice asks of its own values and of no others', () => {
  const values = (a: JsonObject, b: JsonObject, other: JsonObject) =>
    patient({
      identifier: [
        { system: 'https://a.test', ...a },
        { system: 'https://b.test', ...b },
        { system: 'https://x.test', ...other },
      ],
    })
  expect(on('open', values({ value: 'abc' }, { value: 'long' }, {}))).toEqual([])
  expect(on('open', values({ value: 'long' }, { value: 'x' }, { value: 'long' }))).toEqual([
    'FMT-005 Patient.identifier[0].value',
  ])
  expect(on('open', values({}, { use: 'old' }, {}))).toEqual(['CRD-001 Patient.identifier[1]'])
})

const resliced: readonly (readonly [what: string, identifier: Json, findings: readonly string[]])[] = [
  ['the first', [['a', 'official', 'x']], []],
  [
    'both',
    [
      ['a', 'old', ''],
      ['a', 'official', 'x'],
    ],
    [],
  ],
  ['the first lacks', [['a', 'old', '']], ['SLC-001 Patient']],
  [
    'the first twice',
    [
      ['a', 'official', 'x'],
      ['a', 'official', 'x'],
    ],
    ['SLC-002 Patient'],
  ],
  [
    'neither, in a closed slice',
    [
      ['a', 'official', 'x'],
      ['a', 'usual', 'x'],
    ],
    ['SLC-003 Patient.identifier[1]'],
  ],
  [
    'neither, outside of the slice',
    [
      ['a', 'official', 'x'],
      ['x', 'usual', 'x'],
    ],
    [],
  ],
  ['the first asks', [['a', 'official', '']], ['CRD-001 Patient.identifier[0]']],
]

describe('a slice that is sliced again', () => {
  test.each(resliced)('%s', (_what, rows, findings) => {
    const identifier = (rows as string[][]).map(([letter, use = '', value = '']) => ({
      system: `https://${letter}.test`,
      use,
      ...(value === '' ? {} : { value }),
    }))
    expect(on('resliced', patient({ identifier }))).toEqual(findings)
  })
})

const contact = (gender: string, ...systems: string[]): JsonObject => ({
  gender,
  name: { text: 'x' },
  ...(systems.length === 0 ? {} : { telecom: systems.map((system) => ({ system, value: 'x' })) }),
})

const within: readonly (readonly [what: string, contacts: JsonObject[], findings: readonly string[]])[] = [
  ['met', [contact('female', 'phone')], []],
  ['lacking', [contact('female')], ['CRD-001 Patient.contact[0]', 'SLC-001 Patient.contact[0]']],
  ['closed', [contact('female', 'phone', 'fax')], ['SLC-003 Patient.contact[0].telecom[1]']],
  ['another slice is free', [contact('male', 'fax')], []],
  [
    'in each',
    [contact('female', 'phone'), contact('male'), contact('female', 'fax')],
    ['SLC-001 Patient.contact[2]', 'SLC-003 Patient.contact[2].telecom[0]'],
  ],
  [
    'and deeper',
    [{ gender: 'female', name: { text: 'x' }, telecom: [{ system: 'phone' }] }],
    ['CRD-001 Patient.contact[0].telecom[0]'],
  ],
]

describe('a slicing within a slice', () => {
  test.each(within)('%s', (_what, contacts, findings) =>
    expect(on('within', patient({ contact: contacts }))).toEqual(findings),
  )
})

test('every discriminator has to say yes', () => {
  const telecom = (system: string, use: string) => patient({ telecom: [{ system, use, value: 'x' }] })
  expect(on('two', telecom('phone', 'work'))).toEqual([])
  expect(on('two', telecom('phone', 'home'))).toEqual(['SLC-001 Patient'])
  expect(on('two', telecom('email', 'work'))).toEqual(['SLC-001 Patient'])
})

test('the finding names the slice, its profile and its element', () => {
  const { issues } = validated(identifiers('b'), { kit, profiles: [local('open')] })
  expect(issues.filter(({ code }) => code === 'SLC-001')).toMatchObject([
    {
      profile: local('open'),
      element: 'Patient.identifier:a',
      params: { slice: 'a', name: 'identifier', count: 0, min: 1 },
    },
  ])
})
