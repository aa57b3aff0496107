import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../../src/document/json.ts'
import { type Elements, extensionOf, findingsOf, kitWith, local, profileOf, uncheckedOf, valueSetOf } from './local.ts'

function sliced(name: string, element: string, type: string, path: string, slice: Elements, root = 'Observation') {
  const slicing = { discriminator: [{ type, path }], rules: 'closed' }
  const own = Object.entries(slice).map(([below, said]) => [`${root}.${element}:it${below}`, said] as const)
  return profileOf(name, root, { [`${root}.${element}`]: { slicing }, ...Object.fromEntries(own) })
}

const target = (...names: string[]) => ({
  type: [{ code: 'Reference', targetProfile: names.map((name) => (name.includes(':') ? name : local(name))) }],
})
const fhir = (name: string) => `http://hl7.org/fhir/StructureDefinition/${name}`
const system = 'https://a.test'

const kit = kitWith(
  valueSetOf('letters', system, 'a', 'b'),
  extensionOf('flag', { 'Extension.value[x]': { min: 1, type: [{ code: 'code' }] } }),
  profileOf('headache', 'Condition', {
    'Condition.code': { min: 1, patternCodeableConcept: { coding: [{ system, code: 'headache' }] } },
  }),
  profileOf('named', 'Quantity', { 'Quantity.unit': { min: 1 } }, { kind: 'complex-type' }),
  sliced('value-fixed', 'component', 'value', 'code.text', { '': {}, '.code.text': { min: 1, fixedString: 'a' } }),
  sliced('value-pattern', 'component', 'value', 'code', {
    '': {},
    '.code': { patternCodeableConcept: { coding: [{ system, code: 'a' }] } },
  }),
  sliced('value-below-pattern', 'component', 'value', 'code.coding.code', {
    '': {},
    '.code': { patternCodeableConcept: { coding: [{ system, code: 'a' }] } },
  }),
  sliced('value-binding', 'component', 'value', 'code', {
    '': {},
    '.code': { binding: { strength: 'required', valueSet: local('letters') } },
  }),
  sliced('pattern-this', 'category', 'pattern', '$this', {
    '': { patternCodeableConcept: { coding: [{ system, code: 'a' }] } },
  }),
  sliced('value-this', 'category', 'value', '$this', { '': { patternCodeableConcept: { text: 'a' } } }),
  sliced('exists', 'component', 'exists', 'interpretation', { '': {}, '.interpretation': { min: 1 } }),
  sliced('exists-not', 'component', 'exists', 'interpretation', { '': {}, '.interpretation': { max: '0' } }),
  sliced('type', 'component', 'type', 'value', { '': {}, '.value[x]': { min: 1, type: [{ code: 'Quantity' }] } }),
  sliced('of-type', 'component', 'value', 'value.ofType(Quantity).unit', {
    '': {},
    '.value[x]': { min: 1, type: [{ code: 'Quantity' }] },
    '.value[x].unit': { min: 1, fixedString: 'a' },
  }),
  sliced('type-resolved', 'focus', 'type', 'resolve()', { '': target(fhir('Condition')) }),
  sliced('profile-resolved', 'focus', 'profile', 'resolve()', { '': target('headache') }),
  sliced('value-resolved', 'focus', 'value', 'resolve().code', { '': target('headache') }),
  sliced('extension', 'component', 'value', `extension('${local('flag')}').value`, {
    '': {},
    '.extension': { slicing: { discriminator: [{ type: 'value', path: 'url' }], rules: 'open' } },
    '.extension:flag': { min: 1, type: [{ code: 'Extension', profile: [local('flag')] }] },
    '.extension:flag.value[x]': { fixedCode: 'a' },
  }),
  sliced('nonsense', 'component', 'value', 'code.where(text = 1)', { '': {}, '.code.text': { fixedString: 'a' } }),
  sliced(
    'entry-type',
    'entry',
    'type',
    'resource',
    { '': {}, '.resource': { min: 1, type: [{ code: 'Patient' }] } },
    'Bundle',
  ),
  sliced(
    'entry-profile',
    'entry',
    'profile',
    'resource',
    {
      '': {},
      '.resource': { min: 1, type: [{ code: 'Condition', profile: [local('headache')] }] },
    },
    'Bundle',
  ),
)

function observation(members: JsonObject): JsonObject {
  return { resourceType: 'Observation', status: 'final', code: { text: 'x' }, ...members }
}

const coded = (code: string, of = system): JsonObject => ({ coding: [{ system: of, code }] })
const component = (members: JsonObject): JsonObject => observation({ component: [{ code: { text: 'a' }, ...members }] })
const category = (value: JsonObject): JsonObject => observation({ category: [value] })
const condition = (code: string): JsonObject => ({
  resourceType: 'Condition',
  id: 'c',
  subject: { display: 'x' },
  code: coded(code),
})
const focus = (...contained: JsonObject[]): JsonObject => observation({ contained, focus: [{ reference: '#c' }] })
const flag = (code: string): JsonObject => ({ extension: [{ url: local('flag'), valueCode: code }] })
const bundle = (resource: Json): JsonObject => ({
  resourceType: 'Bundle',
  type: 'collection',
  entry: [{ fullUrl: 'urn:uuid:9d0f0a4b-6f5a-4c3c-9f3f-0c3f5f7b7a11', resource }],
})

/** The slicing is closed, so a value that is not taken by its slice is found. */
const rows: readonly (readonly [profile: string, what: string, resource: JsonObject, isTaken: boolean])[] = [
  ['value-fixed', 'the value', component({}), true],
  ['value-fixed', 'another', component({ code: { text: 'b' } }), false],
  ['value-fixed', 'none', component({ code: coded('a') }), false],
  ['value-pattern', 'the code', component({ code: coded('a') }), true],
  [
    'value-pattern',
    'the code and more',
    component({ code: { text: 'x', coding: [coded('b'), coded('a')].flatMap((one) => one.coding ?? []) } }),
    true,
  ],
  ['value-pattern', 'another', component({ code: coded('b') }), false],
  ['value-pattern', 'of another system', component({ code: coded('a', 'https://b.test') }), false],
  ['value-below-pattern', 'the code', component({ code: coded('a') }), true],
  ['value-below-pattern', 'another', component({ code: coded('b') }), false],
  ['value-binding', 'in the value set', component({ code: coded('b') }), true],
  ['value-binding', 'not in the value set', component({ code: coded('c') }), false],
  ['pattern-this', 'the code', category(coded('a')), true],
  ['pattern-this', 'another', category(coded('b')), false],
  ['value-this', 'the words', category({ text: 'a' }), true],
  ['value-this', 'others', category({ text: 'b' }), false],
  ['exists', 'is there', component({ interpretation: [{ text: 'x' }] }), true],
  ['exists', 'is not there', component({}), false],
  ['exists-not', 'is not there', component({}), true],
  ['exists-not', 'is there', component({ interpretation: [{ text: 'x' }] }), false],
  ['type', 'that type', component({ valueQuantity: { value: 1 } }), true],
  ['type', 'another', component({ valueString: 'x' }), false],
  ['type', 'none', component({}), false],
  ['of-type', 'the value', component({ valueQuantity: { value: 1, unit: 'a' } }), true],
  ['of-type', 'another', component({ valueQuantity: { value: 1, unit: 'b' } }), false],
  ['of-type', 'of another type', component({ valueString: 'a' }), false],
  ['type-resolved', 'that type', focus(condition('x')), true],
  ['type-resolved', 'another', focus({ resourceType: 'Patient', id: 'c', active: true }), false],
  ['profile-resolved', 'met', focus(condition('headache')), true],
  ['profile-resolved', 'not met', focus(condition('x')), false],
  ['value-resolved', 'the code', focus(condition('headache')), true],
  ['value-resolved', 'another', focus(condition('x')), false],
  ['extension', 'the value', component(flag('a')), true],
  ['extension', 'another', component(flag('b')), false],
  ['extension', 'none', component({}), false],
  ['entry-type', 'that type', bundle({ resourceType: 'Patient', active: true }), true],
  ['entry-type', 'another', bundle(condition('x')), false],
  ['entry-profile', 'met', bundle(condition('headache')), true],
  ['entry-profile', 'not met', bundle(condition('x')), false],
]

describe('whether a slice takes a value', () => {
  test.each(rows)('%s: %s', (profile, _what, resource, isTaken) => {
    const found = findingsOf(resource, { kit, profiles: [local(profile)] }).map((one) => one.split(' ')[0])
    expect(found.filter((code) => code === 'SLC-003')).toEqual(isTaken ? [] : ['SLC-003'])
    expect(uncheckedOf(resource, { kit, profiles: [local(profile)] }).filter((one) => one.startsWith('SLC'))).toEqual(
      [],
    )
  })
})

const unsure: readonly (readonly [profile: string, what: string, resource: JsonObject, path: string])[] = [
  ['nonsense', 'a path that is no discriminator', component({}), 'component[0]'],
  ['type-resolved', 'a reference that leads out', observation({ focus: [{ reference: 'Condition/1' }] }), 'focus[0]'],
  [
    'profile-resolved',
    'a reference that leads out',
    observation({ focus: [{ reference: 'Condition/1' }] }),
    'focus[0]',
  ],
  ['value-resolved', 'a reference that leads out', observation({ focus: [{ reference: 'Condition/1' }] }), 'focus[0]'],
]

describe('what cannot be told is neither in the slice nor out of it', () => {
  test.each(unsure)('%s: %s', (profile, _what, resource, path) => {
    const asked = { kit, profiles: [local(profile)] }
    expect(findingsOf(resource, asked).filter((one) => one.startsWith('SLC'))).toEqual([])
    expect(uncheckedOf(resource, asked).filter((one) => one.startsWith('SLC'))).toEqual([`SLC-006 Observation.${path}`])
  })
})
