import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../src/document/json.ts'
import { findingsOf, validated } from './local.ts'

const category = {
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'vital-signs' }],
}
const kilogram = { value: 70, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' }

function weight(members: JsonObject, code = '29463-7', system = 'http://loinc.org'): JsonObject {
  return {
    resourceType: 'Observation',
    status: 'final',
    category: [category],
    code: { coding: [{ system, code }] },
    subject: { reference: 'Patient/1' },
    effectiveDateTime: '2026-01-31',
    valueQuantity: kilogram,
    ...members,
  }
}

/** Findings without the guidelines for all Observations. */
function errors(resource: JsonObject): string[] {
  return validated(resource)
    .issues.filter(({ severity }) => severity === 'error')
    .map(({ code, path }) => `${code} ${path}`)
}

describe('an Observation with a code of vital signs', () => {
  test('that meets the profile', () => expect(errors(weight({}))).toEqual([]))

  const pound = { ...kilogram, code: '[stone_av]' }
  const rows: readonly (readonly [what: string, resource: JsonObject, code: string])[] = [
    ['in another unit', weight({ valueQuantity: pound }), 'BND-001 Observation.valueQuantity.code'],
    ['without a unit', weight({ valueQuantity: { value: 70 } }), 'CRD-001 Observation.valueQuantity'],
    ['without its category', weight({ category: [{ text: 'x' }] }), 'SLC-001 Observation'],
    ['of nobody', weight({ subject: { display: 'x' } }), ''],
  ]
  test.each(rows)('%s', (_what, resource, code) => {
    if (code === '') expect(errors(resource)).toEqual([])
    else expect(errors(resource)).toContain(code)
  })
})

test('another code, or one of another system, asks nothing', () => {
  const bare = { category: [{ text: 'x' }], valueQuantity: { value: 70 } }
  expect(errors(weight(bare, '718-7'))).toEqual([])
  expect(errors(weight(bare, '29463-7', 'https://elsewhere.test/x'))).toEqual([])
})

test('codes that are no codes are passed over', () => {
  const coded = (code: JsonObject) => () => findingsOf({ ...weight({}), code })
  expect(coded({ coding: 'x' })).not.toThrow()
  expect(
    coded({ coding: [null, 'x', { system: 'http://loinc.org', code: 1 }, { system: 'http://loinc.org' }] }),
  ).not.toThrow()
})
