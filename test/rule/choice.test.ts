import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../src/document/json.ts'
import { findingsOf, kitWith, local, profileOf } from './local.ts'

function observation(members: JsonObject): JsonObject {
  return { resourceType: 'Observation', status: 'final', code: { text: 'x' }, ...members }
}

const extension = [{ url: 'https://elsewhere.test/x', valueString: 'x' }]
const number = { value: 1, unit: 'x' }

const byType: readonly (readonly [what: string, members: JsonObject, findings: readonly string[]])[] = [
  ['one type', { valueQuantity: number }, []],
  ['another type', { valueString: 'x' }, []],
  ['two types', { valueQuantity: number, valueString: 'x' }, ['STR-009 Observation']],
  [
    'two types, one of them an extension alone',
    { valueQuantity: number, _valueString: { extension } },
    ['STR-009 Observation'],
  ],
  ['two choices, one each', { valueString: 'x', effectiveDateTime: '2026' }, []],
  ['a value with its extensions is one', { valueString: 'x', _valueString: { extension } }, []],
  ['no type of the choice', { valueCode: 'x' }, ['STR-001 Observation.valueCode']],
  ['the type in lower case', { valuestring: 'x' }, ['STR-001 Observation.valuestring']],
  ['an array', { valueString: ['x'] }, ['STR-004 Observation.valueString']],
]

describe('by type', () => {
  test.each(byType)('%s', (_what, members, findings) => expect(findingsOf(observation(members))).toEqual(findings))
})

const kit = kitWith(
  profileOf('narrow', 'Observation', {
    'Observation.value[x]': { min: 1, type: [{ code: 'Quantity' }, { code: 'string' }] },
    'Observation.effective[x]': { type: [{ code: 'dateTime' }] },
  }),
  profileOf('short', 'Observation', { 'Observation.valueQuantity': { min: 1 } }),
  profileOf('sliced', 'Observation', {
    'Observation.value[x]': { slicing: { discriminator: [{ type: 'type', path: '$this' }], rules: 'open' } },
    'Observation.value[x]:valueQuantity': { type: [{ code: 'Quantity' }] },
    'Observation.value[x]:valueQuantity.code': { min: 1 },
    'Observation.value[x]:valueString': { type: [{ code: 'string' }], maxLength: 3 },
  }),
)

const byProfile: readonly (readonly [
  what: string,
  profile: string,
  members: JsonObject,
  findings: readonly string[],
])[] = [
  ['a type that is left', 'narrow', { valueString: 'x' }, []],
  ['a type that is not', 'narrow', { valueBoolean: true }, ['TYP-001 Observation.valueBoolean']],
  [
    'a type that is not, as an extension alone',
    'narrow',
    { _valueBoolean: { extension } },
    ['TYP-001 Observation.valueBoolean'],
  ],
  ['none', 'narrow', {}, ['CRD-001 Observation']],
  ['one type left', 'narrow', { valueString: 'x', effectiveDateTime: '2026' }, []],
  [
    'not that one',
    'narrow',
    { valueString: 'x', effectivePeriod: { start: '2026' } },
    ['TYP-001 Observation.effectivePeriod'],
  ],
  ['the short name', 'short', { valueQuantity: number }, []],
  [
    'the short name allows no other',
    'short',
    { valueString: 'x' },
    ['SLC-001 Observation', 'SLC-003 Observation.valueString', 'TYP-001 Observation.valueString'],
  ],
  ['a slice of a type', 'sliced', { valueQuantity: { ...number, system: 'https://a.test', code: 'x' } }, []],
  ['a slice of a type asks', 'sliced', { valueQuantity: number }, ['CRD-001 Observation.valueQuantity']],
  ['another slice asks otherwise', 'sliced', { valueString: 'long' }, ['FMT-005 Observation.valueString']],
  ['a type without a slice', 'sliced', { valueBoolean: true }, []],
]

describe('by profile', () => {
  test.each(byProfile)('%s', (_what, profile, members, findings) => {
    expect(findingsOf(observation(members), { kit, profiles: [local(profile)] })).toEqual(findings)
  })
})
