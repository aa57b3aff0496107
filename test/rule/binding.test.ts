import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../../src/document/json.ts'
import { codeSystemOf, findingsOf, kitWith, local, profileOf, uncheckedOf, validated, valueSetOf } from './local.ts'

const system = local('colours')
const additional = 'http://hl7.org/fhir/tools/StructureDefinition/additional-binding'
const maxValueSet = 'http://hl7.org/fhir/StructureDefinition/elementdefinition-maxValueSet'

function bound(name: string, binding: JsonObject): JsonObject {
  return profileOf(name, 'Observation', { 'Observation.code': { binding } })
}

function purpose(code: string): JsonObject {
  const parts = [
    { url: 'purpose', valueCode: code },
    { url: 'valueSet', valueCanonical: local('warm') },
  ]
  return { strength: 'example', extension: [{ url: additional, extension: parts }] }
}

const kit = kitWith(
  { ...codeSystemOf('colours', 'red', 'orange', 'blue'), version: '2' },
  valueSetOf('warm', system, 'red', 'orange'),
  valueSetOf('foreign', 'https://unknown.test/system', 'a'),
  {
    resourceType: 'ValueSet',
    url: local('filtered'),
    status: 'active',
    compose: { include: [{ system: 'https://unknown.test/system', filter: [{ property: 'a', op: '=', value: 'b' }] }] },
  },
  bound('required', { strength: 'required', valueSet: local('warm') }),
  bound('versioned', { strength: 'required', valueSet: `${local('warm')}|1` }),
  bound('extensible', { strength: 'extensible', valueSet: local('warm') }),
  bound('preferred', { strength: 'preferred', valueSet: local('warm') }),
  bound('example', { strength: 'example', valueSet: local('warm') }),
  bound('maximum', {
    strength: 'preferred',
    valueSet: local('warm'),
    extension: [{ url: maxValueSet, valueCanonical: local('warm') }],
  }),
  bound('nowhere', { strength: 'required', valueSet: 'https://unknown.test/set' }),
  bound('nowhere-extensible', { strength: 'extensible', valueSet: 'https://unknown.test/set' }),
  bound('nowhere-preferred', { strength: 'preferred', valueSet: 'https://unknown.test/set' }),
  bound('unknown-system', { strength: 'required', valueSet: local('filtered') }),
  bound('also-required', purpose('required')),
  bound('also-maximum', purpose('maximum')),
  bound('also-current', purpose('current')),
  bound('also-candidate', purpose('candidate')),
  bound('also-ui', purpose('ui')),
  profileOf('coded', 'Observation', {
    'Observation.status': { binding: { strength: 'required', valueSet: local('warm') } },
    'Observation.value[x]': { binding: { strength: 'required', valueSet: local('warm') } },
  }),
)

const red = { system, code: 'red' }
const blue = { system, code: 'blue' }
const elsewhere = { system: 'https://unknown.test/system', code: 'a' }

function about(profile: string, code: JsonObject): { findings: string[]; unchecked: string[] } {
  const resource = { resourceType: 'Observation', status: 'final', code }
  const asked = { kit, profiles: [local(profile)] }
  return { findings: findingsOf(resource, asked), unchecked: uncheckedOf(resource, asked) }
}

const at = (code: string) => [`${code} Observation.code`]

type Row = readonly [profile: string, what: string, code: JsonObject, findings: readonly string[]]

const rows: readonly Row[] = [
  ['required', 'in the set', { coding: [red] }, []],
  ['required', 'one of several in the set', { coding: [blue, elsewhere, red] }, []],
  ['required', 'not in the set', { coding: [blue] }, at('BND-001')],
  ['required', 'of another system', { coding: [elsewhere] }, at('BND-001')],
  ['required', 'words alone', { text: 'red' }, at('BND-001')],
  ['required', 'a coding without a code', { coding: [{ system, display: 'red' }] }, at('BND-001')],
  ['required', 'a code without a system', { coding: [{ code: 'red' }] }, at('BND-001')],
  [
    'required',
    'a code that its system has not',
    { coding: [{ system, code: 'green' }] },
    [...at('BND-001'), 'BND-006 Observation.code.coding[0].code'],
  ],
  ['versioned', 'a version of the set that is not at hand', { coding: [red] }, []],
  ['extensible', 'in the set', { coding: [red] }, []],
  ['extensible', 'not in the set', { coding: [blue] }, at('BND-002')],
  ['extensible', 'words alone', { text: 'red' }, []],
  ['preferred', 'in the set', { coding: [red] }, []],
  ['preferred', 'not in the set', { coding: [blue] }, at('BND-003')],
  ['preferred', 'words alone', { text: 'red' }, []],
  ['example', 'not in the set', { coding: [blue] }, []],
  ['maximum', 'in the set', { coding: [red] }, []],
  ['maximum', 'not in the set', { coding: [blue] }, [...at('BND-003'), ...at('BND-004')]],
  ['also-required', 'in the set', { coding: [red] }, []],
  ['also-required', 'not in the set', { coding: [blue] }, at('BND-001')],
  ['also-maximum', 'not in the set', { coding: [blue] }, at('BND-004')],
  ['also-current', 'not in the set', { coding: [blue] }, at('BND-002')],
  ['also-candidate', 'not in the set', { coding: [blue] }, []],
  ['also-ui', 'not in the set', { coding: [blue] }, []],
  ['nowhere', 'words alone need no set to be wrong', { text: 'x' }, at('BND-001')],
]

describe('by strength', () => {
  test.each(rows)('%s: %s', (profile, _what, code, findings) => {
    expect(about(profile, code)).toEqual({ findings, unchecked: about(profile, code).unchecked })
    expect(about(profile, code).findings).toEqual(findings)
  })
})

const unsure: readonly (readonly [profile: string, what: string, code: JsonObject, unchecked: readonly string[]])[] = [
  ['nowhere', 'a set that is not at hand', { coding: [red] }, at('BND-005')],
  ['nowhere-extensible', 'a set that is not at hand', { coding: [red] }, at('BND-005')],
  ['nowhere-preferred', 'a set that is only recommended', { coding: [red] }, []],
  ['unknown-system', 'a system that is not at hand', { coding: [elsewhere] }, at('BND-005')],
  ['unknown-system', 'a coding that may be in it, beside one that is not', { coding: [red, elsewhere] }, at('BND-005')],
]

describe('what cannot be told', () => {
  test.each(unsure)('%s: %s', (profile, _what, code, unchecked) => {
    expect(about(profile, code)).toEqual({ findings: [], unchecked })
  })

  test('of a system that is not at hand, another one is not in a set of it', () => {
    expect(about('unknown-system', { coding: [red] })).toEqual({ findings: at('BND-001'), unchecked: [] })
  })
})

const values: readonly (readonly [name: string, value: Json, findings: readonly string[]])[] = [
  ['valueCodeableConcept', { coding: [red] }, []],
  ['valueCodeableConcept', { coding: [blue] }, ['BND-001 Observation.valueCodeableConcept']],
  ['valueString', 'red', []],
  ['valueString', 'blue', ['BND-001 Observation.valueString']],
  ['valueQuantity', { value: 1, ...red }, []],
  ['valueQuantity', { value: 1, ...blue }, ['BND-001 Observation.valueQuantity']],
  ['valueQuantity', { value: 1 }, []],
  ['valueInteger', 1, []],
]

test.each(values)('a binding of %s: %j', (name, value, findings) => {
  const resource = { resourceType: 'Observation', status: 'red', code: { text: 'x' }, [name]: value }
  const asked = { kit, profiles: [local('coded')] }
  expect(findingsOf(resource, asked)).toEqual(['BND-001 Observation.status', ...findings].sort())
})

describe('by R4 itself', () => {
  const birth = (gender: Json) => findingsOf({ resourceType: 'Patient', gender })
  test('a required code', () => {
    expect(birth('female')).toEqual([])
    expect(birth('Female')).toEqual(['BND-001 Patient.gender'])
    expect(birth('k')).toEqual(['BND-001 Patient.gender'])
  })

  test('a code of the wrong JSON type is said to be that and no more', () => {
    expect(birth(1)).toEqual(['FMT-001 Patient.gender'])
    expect(birth({ code: 'female' })).toEqual(['FMT-001 Patient.gender'])
  })
})

describe('codings on their own', () => {
  const coded = (coding: JsonObject) =>
    findingsOf({ resourceType: 'Basic', code: { text: 'x', coding: [coding] } }, { kit })
  const rowsOfCodings: readonly (readonly [what: string, coding: JsonObject, findings: readonly string[]])[] = [
    ['a code that its system has not', { system, code: 'green' }, ['BND-006 Basic.code.coding[0].code']],
    ['a version that is not at hand', { system, version: '1', code: 'red' }, []],
    ['a value set as system', { system: local('warm'), code: 'red' }, ['BND-007 Basic.code.coding[0].system']],
    ['a relative system', { system: 'colours', code: 'red' }, ['FMT-012 Basic.code.coding[0].system']],
    ['a system that nobody here knows', elsewhere, []],
    ['no code', { system, display: 'red' }, []],
    [
      'a unit that is none',
      { system: 'http://unitsofmeasure.org', code: 'pills' },
      ['BND-009 Basic.code.coding[0].code'],
    ],
  ]
  test.each(rowsOfCodings)('%s', (_what, coding, findings) => expect(coded(coding)).toEqual(findings))
})

test('the finding names value set, profile and element, and no code', () => {
  const resource = { resourceType: 'Observation', status: 'final', code: { coding: [{ ...blue, display: 'secret' }] } }
  const { issues } = validated(resource, { kit, profiles: [local('required')] })
  expect(issues.filter(({ code }) => code === 'BND-001')).toEqual([
    {
      code: 'BND-001',
      severity: 'error',
      path: 'Observation.code',
      params: { valueSet: local('warm') },
      profile: local('required'),
      element: 'Observation.code',
    },
  ])
})
