import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { standardTerminology } from '../../src/terminology/standard.ts'
import { boundCodes, examples } from './bound-codes.ts'

const terminology = standardTerminology()
const r4 = (name: string) => `http://hl7.org/fhir/ValueSet/${name}`

const required = [...examples()].flatMap(({ name, resource }) =>
  boundCodes(resource)
    .filter((one) => one.strength === 'required')
    .map((one) => ({ name, ...one })),
)

test('no code of a published example is out of a required binding, and each can be decided', () => {
  const problems = required.filter((bound) => terminology.member(bound.valueSet, bound) !== 'in')
  expect(problems.map(({ name, path }) => `${name} ${path}`)).toEqual([])
  expect(required.length).toBeGreaterThan(100_000)
})

test('a wrong code is out of every value set that the examples need', () => {
  const sets = new Map(required.map(({ valueSet, system }) => [valueSet, system]))
  const open = [...sets].filter(([set, system]) => terminology.member(set, { system, code: 'no such code' }) !== 'out')
  expect(open).toEqual([])
  expect(sets.size).toBeGreaterThan(100)
})

test('value sets are found with and without a version, and under the version that R4 stamps on them', () => {
  const male = { code: 'male' }
  expect(terminology.member(r4('administrative-gender'), male)).toBe('in')
  expect(terminology.member(r4('administrative-gender|4.0.1'), male)).toBe('in')
  expect(terminology.member(r4('administrative-gender|4.0.1'), { code: 'mann' })).toBe('out')
  expect(terminology.member('http://terminology.hl7.org/ValueSet/v3-NullFlavor|4.0.1', { code: 'mann' })).toBe('out')
  expect(terminology.knows(r4('no-such-set'))).toBe(false)
})

test('what needs a terminology that is not at hand is unknown', () => {
  const set = 'http://hl7.org/fhir/uv/ips/ValueSet/allergies-intolerances-uv-ips'
  expect(terminology.member(set, { system: 'http://snomed.info/sct', code: '91936005' })).toBe('unknown')
  expect(terminology.member(set, { system: 'urn:example', code: '91936005' })).not.toBe('in')
  expect(terminology.code('http://snomed.info/sct', '91936005')).toBe('unknown')
})

test('a coding knows its names, the newest that are published', () => {
  const system = 'http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical'
  expect(terminology.displays(system, 'active')).toContain('Active')
  expect(terminology.code(system, 'activ')).toBe('out')
  expect(terminology.code('http://terminology.hl7.org/CodeSystem/adverse-event-category', 'product-use-error')).toBe(
    'out',
  )
})

test('a code system knows the versions that were published before', () => {
  expect(terminology.versions('http://terminology.hl7.org/CodeSystem/condition-clinical')).toEqual(['3.0.0', '4.0.1'])
})

test('hierarchies reach through value sets', () => {
  const encounter = 'http://terminology.hl7.org/ValueSet/v3-ActEncounterCode'
  const system = 'http://terminology.hl7.org/CodeSystem/v3-ActCode'
  expect(terminology.member(encounter, { system, code: 'AMB' })).toBe('in')
  expect(terminology.member(encounter, { system, code: 'ACCTRECEIVABLE' })).toBe('out')
})

test('the compiled text stays small', () => {
  expect(readFileSync('src/generated/terminology.ts').length).toBeLessThan(2_000_000)
})
