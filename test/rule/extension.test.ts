import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../src/document/json.ts'
import { extensionOf, findingsOf, kitWith, local, profileOf, uncheckedOf } from './local.ts'

const part = (name: string, more: JsonObject, type: string) => ({
  [`Extension.extension:${name}`]: more,
  [`Extension.extension:${name}.url`]: { fixedUri: name },
  [`Extension.extension:${name}.value[x]`]: { min: 1, type: [{ code: type }] },
})
const only = (type: string): JsonObject => ({ 'Extension.value[x]': { min: 1, type: [{ code: type }] } })

const kit = kitWith(
  extensionOf('note', { 'Extension.extension': { max: '0' }, ...only('string') }),
  extensionOf('turned', { Extension: { isModifier: true, isModifierReason: 'x' }, ...only('boolean') }),
  extensionOf('complex', {
    ...part('what', { min: 1, max: '1' }, 'code'),
    ...part('when', {}, 'date'),
    'Extension.value[x]': { max: '0' },
  }),
  profileOf('extended', 'Patient', {
    'Patient.extension:note': { min: 1, max: '1', type: [{ code: 'Extension', profile: [local('note')] }] },
  }),
)

type Row = readonly [what: string, extension: JsonObject, findings: readonly string[], unchecked?: readonly string[]]

const what = { url: 'what', valueCode: 'x' }
const rows: readonly Row[] = [
  ['as defined', { url: local('note'), valueString: 'x' }, []],
  ['another type of value', { url: local('note'), valueCode: 'x' }, ['TYP-001 Patient.extension[0].valueCode']],
  ['no value', { url: local('note') }, ['CRD-001 Patient.extension[0]', 'INV-001 Patient.extension[0]']],
  [
    'value and parts',
    { url: local('note'), valueString: 'x', extension: [what] },
    ['CRD-003 Patient.extension[0]', 'INV-001 Patient.extension[0]', 'EXT-007 Patient.extension[0].extension[0]'],
  ],
  ['of a modifier', { url: local('turned'), valueBoolean: true }, ['EXT-004 Patient.extension[0]']],
  ['not defined', { url: 'https://elsewhere.test/x', valueString: 'x' }, [], ['EXT-001 Patient.extension[0]']],
  [
    'not defined by HL7',
    { url: 'http://hl7.org/fhir/StructureDefinition/nothing', valueString: 'x' },
    ['EXT-008 Patient.extension[0]', 'FMT-016 Patient.extension[0].url'],
  ],
  [
    'that is a profile of something else',
    { url: local('extended'), valueString: 'x' },
    [],
    ['EXT-001 Patient.extension[0]'],
  ],
  ['without url', { valueString: 'x' }, ['CRD-001 Patient.extension[0]']],
  ['with a relative url', { url: 'what', valueCode: 'x' }, ['EXT-006 Patient.extension[0]']],
  ['with a url that is a number', { url: 1, valueCode: 'x' }, ['FMT-001 Patient.extension[0].url']],
  ['named as Object.prototype has it', { url: '__proto__', valueCode: 'x' }, ['EXT-006 Patient.extension[0]']],
  ['with parts', { url: local('complex'), extension: [what, { url: 'when', valueDate: '2026' }] }, []],
  [
    'a part lacks',
    { url: local('complex'), extension: [{ url: 'when', valueDate: '2026' }] },
    ['SLC-001 Patient.extension[0]'],
  ],
  ['a part twice', { url: local('complex'), extension: [what, what] }, ['SLC-002 Patient.extension[0]']],
  [
    'a part that it has not',
    { url: local('complex'), extension: [what, { url: 'why', valueString: 'x' }] },
    ['EXT-007 Patient.extension[0].extension[1]'],
  ],
  [
    'a part of another type',
    { url: local('complex'), extension: [{ url: 'what', valueDate: '2026' }] },
    ['TYP-001 Patient.extension[0].extension[0].valueDate'],
  ],
  [
    'another extension among the parts',
    { url: local('complex'), extension: [what, { url: local('note'), valueString: 'x' }] },
    [],
  ],
  [
    'a value beside the parts',
    { url: local('complex'), extension: [what], valueString: 'x' },
    ['CRD-003 Patient.extension[0]', 'INV-001 Patient.extension[0]'],
  ],
]

function onPatient(name: string, extension: JsonObject): JsonObject {
  return { resourceType: 'Patient', active: true, [name]: [extension] }
}

describe('an extension', () => {
  for (const [about, extension, findings, unchecked = []] of rows) {
    test(about, () => {
      const resource = onPatient('extension', extension)
      expect(findingsOf(resource, { kit }).sort()).toEqual([...findings].sort())
      expect(uncheckedOf(resource, { kit })).toEqual(unchecked)
    })
  }
})

describe('a modifier extension', () => {
  const modifiers: readonly Row[] = [
    ['as defined', { url: local('turned'), valueBoolean: true }, []],
    ['that does not modify', { url: local('note'), valueString: 'x' }, ['EXT-005 Patient.modifierExtension[0]']],
    ['not defined', { url: 'https://elsewhere.test/x', valueString: 'x' }, ['EXT-002 Patient.modifierExtension[0]']],
    ['of an example', { url: 'http://example.org/x', valueString: 'x' }, [], ['EXT-001 Patient.modifierExtension[0]']],
  ]
  for (const [about, extension, findings, unchecked = []] of modifiers) {
    test(about, () => {
      const resource = onPatient('modifierExtension', extension)
      expect(findingsOf(resource, { kit })).toEqual(findings)
      expect(uncheckedOf(resource, { kit })).toEqual(unchecked)
    })
  }

  test('a data type has none', () => {
    const name = { family: 'x', modifierExtension: [{ url: local('turned'), valueBoolean: true }] }
    expect(findingsOf({ resourceType: 'Patient', name: [name] }, { kit })).toContain(
      'STR-001 Patient.name[0].modifierExtension',
    )
  })
})

describe('wherever it stands', () => {
  const wrong = { extension: [{ url: local('note'), valueCode: 'x' }] }
  const places: readonly (readonly [what: string, members: JsonObject, path: string])[] = [
    ['on an element', { name: [{ family: 'x', ...wrong }] }, 'name[0]'],
    ['beside a primitive', { birthDate: '2000', _birthDate: wrong }, 'birthDate'],
    ['instead of a primitive', { _birthDate: wrong }, '_birthDate'],
    ['beside one of several primitives', { name: [{ given: ['x', 'y'], _given: [null, wrong] }] }, 'name[0].given[1]'],
    ['in a backbone element', { contact: [{ name: { text: 'x' }, ...wrong }] }, 'contact[0]'],
    [
      'on a narrative',
      { text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml">x</div>', ...wrong } },
      'text',
    ],
    ['on meta', { meta: { versionId: '1', ...wrong } }, 'meta'],
    ['in an extension', { extension: [{ url: 'https://elsewhere.test/x', ...wrong }] }, 'extension[0]'],
  ]
  test.each(places)('%s', (_what, members, path) => {
    const found = findingsOf({ resourceType: 'Patient', active: true, ...members }, { kit })
    expect(found).toEqual([`TYP-001 Patient.${path}.extension[0].valueCode`])
  })
})

test('a profile may ask for an extension', () => {
  const asked = { kit, profiles: [local('extended')] }
  const note = { url: local('note'), valueString: 'x' }
  expect(findingsOf(onPatient('extension', note), asked)).toEqual([])
  expect(findingsOf({ resourceType: 'Patient', active: true, extension: [note, note] }, asked)).toEqual([
    'SLC-002 Patient',
  ])
  expect(findingsOf({ resourceType: 'Patient', active: true }, asked)).toContain('SLC-001 Patient')
})
