import { describe, expect, test } from 'vitest'
import { openPackage } from '../../../src/definition/package.ts'
import type { Json, JsonObject } from '../../../src/document/json.ts'
import { diffPackages, type PackageDiff } from '../../../src/mapping/diff/package.ts'
import { rowsTouching } from '../../../src/mapping/diff/touching.ts'
import { diffMarkdown, diffText } from '../../../src/report/mapping/diff.ts'
import { standardToolkit } from '../../../src/toolkit.ts'

const { mappings } = standardToolkit()
const url = 'http://example.org/StructureDefinition/allergy'

function packageOf(version: string, ...element: readonly JsonObject[]) {
  const profile: JsonObject = {
    resourceType: 'StructureDefinition',
    url,
    version,
    name: 'Allergy',
    status: 'draft',
    kind: 'resource',
    abstract: false,
    type: 'AllergyIntolerance',
    baseDefinition: 'http://hl7.org/fhir/StructureDefinition/AllergyIntolerance',
    derivation: 'constraint',
    differential: { element: [{ id: 'AllergyIntolerance', path: 'AllergyIntolerance' }, ...element] },
  }
  const manifest: JsonObject = { name: 'example', version, fhirVersions: ['4.0.1'] }
  return openPackage(
    new Map<string, Json>([
      ['package.json', manifest],
      ['StructureDefinition-allergy.json', profile],
    ]),
  )
}

function diffOf(before: readonly JsonObject[], after: readonly JsonObject[]): PackageDiff {
  return diffPackages(packageOf('1', ...before), packageOf('2', ...after), mappings, (problem) => {
    throw new Error(problem.code)
  })
}

const at = (name: string, more: JsonObject): JsonObject => ({
  id: `AllergyIntolerance.${name}`,
  path: `AllergyIntolerance.${name.split(':')[0]}`,
  ...more,
})

describe('of a profile', () => {
  test('nothing differs where only the version does', () => {
    expect(diffOf([at('criticality', { min: 1 })], [at('criticality', { min: 1 })]).profiles).toEqual([])
  })

  const changes: readonly (readonly [why: string, before: JsonObject, after: JsonObject, told: JsonObject])[] = [
    ['newly required', { min: 0 }, { min: 1 }, { aspect: 'required', isStricter: true, before: '0..1', after: '1..1' }],
    ['no longer required', { min: 1 }, { min: 0 }, { aspect: 'minimum', isStricter: false }],
    ['no longer allowed', { max: '1' }, { max: '0' }, { aspect: 'maximum', isStricter: true, after: '0..0' }],
    ['must-support', {}, { mustSupport: true }, { aspect: 'must-support', isStricter: true }],
    [
      'bound to another set',
      {},
      { binding: { strength: 'required', valueSet: 'http://example.org/ValueSet/a' } },
      { aspect: 'binding', isStricter: true, after: 'required http://example.org/ValueSet/a' },
    ],
    ['fixed', {}, { patternCode: 'high' }, { aspect: 'value', isStricter: true, after: 'pattern "high"' }],
  ]
  test.each(changes)('%s', (_why, before, after, told) => {
    const [profile] = diffOf([at('criticality', before)], [at('criticality', after)]).profiles
    expect(profile?.changes).toMatchObject([{ element: 'AllergyIntolerance.criticality', ...told }])
    expect(profile?.changes[0]?.rows).toContain('allergy.criticality')
  })

  test('an obligation is told, with its actor', () => {
    const obligation = {
      url: 'http://hl7.org/fhir/StructureDefinition/obligation',
      extension: [
        { url: 'code', valueCode: 'SHALL:populate-if-known' },
        { url: 'actor', valueCanonical: 'http://example.org/ActorDefinition/creator' },
      ],
    }
    const [profile] = diffOf([], [at('criticality', { extension: [obligation] })]).profiles
    expect(profile?.changes).toMatchObject([{ aspect: 'obligations', after: 'SHALL:populate-if-known creator' }])
  })

  test('fewer types are stricter, a slice that is gone has vanished, and the gravest comes first', () => {
    const slicing = { discriminator: [{ type: 'value', path: 'url' }], rules: 'open' }
    const extension = at('extension', { slicing })
    const slice = at('extension:warned', { sliceName: 'warned', min: 0, max: '1' })
    const before = [extension, slice, at('onset[x]', { type: [{ code: 'dateTime' }, { code: 'Age' }] })]
    const after = [extension, at('onset[x]', { type: [{ code: 'dateTime' }] })]
    const [profile] = diffOf(before, after).profiles
    expect(profile?.changes[0]).toMatchObject({ element: 'AllergyIntolerance.extension:warned', aspect: 'vanished' })
    const types = profile?.changes.find((one) => one.aspect === 'types')
    expect(types).toMatchObject({ element: 'AllergyIntolerance.onset[x]', isStricter: true, before: 'Age, dateTime' })
    expect(types?.rows).toEqual(expect.arrayContaining(['allergy.onset.age', 'allergy.onset.date']))
  })
})

test('rows are found by element, by what lies in it and by what it lies in', () => {
  const profile = 'http://hl7.eu/fhir/base/StructureDefinition/allergyIntolerance-eu-core'
  expect(rowsTouching(mappings, profile, 'AllergyIntolerance.code')).toContain('allergy.agent.codes')
  expect(rowsTouching(mappings, profile, 'AllergyIntolerance.code.coding.system')).toContain('allergy.agent.codes')
  expect(rowsTouching(mappings, profile, 'AllergyIntolerance.lastOccurrence')).not.toContain('allergy.agent.codes')
  expect(rowsTouching(mappings, profile, 'AllergyIntolerance.criticality')).not.toContain('eps.allergy.rest')
})

test('in words', () => {
  const diff = diffOf([], [at('criticality', { min: 1 })])
  expect(diffText(diff)).toMatch(
    /AllergyIntolerance\.criticality is now required \[asks for more\]: 0\.\.1 → 1\.\.1; rows: .*allergy\.criticality/,
  )
  expect(diffText(diff)).toMatch(/1 profile differs: 1 change, of which 1 asks? for more; \d+ rows are touched\./)
  expect(diffMarkdown(diff)).toMatch(/^# Package example 1 and example 2$/m)
})
