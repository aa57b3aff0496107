import { describe, expect, test } from 'vitest'
import { Decimal, type JsonObject } from '../../src/document/json.ts'
import { type Surroundings, Unanswerable } from '../../src/fhirpath/expression.ts'
import { loadFallback } from '../../src/fhirpath/fallback.ts'

const patient: JsonObject = {
  resourceType: 'Patient',
  id: 'p',
  active: true,
  managingOrganization: { reference: '#o' },
  contained: [{ resourceType: 'Organization', id: 'o' }],
}
const surroundings: Surroundings = {
  resource: patient,
  rootResource: patient,
  resolve: () => ({ resourceType: 'Organization', id: 'o' }),
}

describe('the package fhirpath answers as an invariant', () => {
  test.each([
    ['what is not compiled', 'Patient', patient, "name.aggregate($this, 'x') = 'x'", true],
    ['a boolean', 'Patient', patient, 'active', true],
    ['empty', 'Patient', patient, 'gender', false],
    ['several', 'Patient', patient, 'id | active', true],
    ['an error', 'Patient', patient, '(1 | 2).single()', false],
    ['a primitive', 'dateTime', '2020-01-01', 'toString().length() >= 8', true],
    ['a decimal as it is written', 'Count', { value: new Decimal('1.0') }, "value.toString().contains('.')", true],
    ['a reference', 'Patient', patient, 'managingOrganization.resolve().ofType(Organization).exists()', true],
    ['a comment at the end', 'string', 'x', "$this = 'x' // so", true],
  ] as const)('%s', async (_what, type, value, expression, answer) => {
    const fallback = await loadFallback()
    expect(fallback(expression, type)?.({ value: value as JsonObject }, surroundings)).toBe(answer)
  })

  test('what the world cannot answer is said so, and a text that is no expression is nothing', async () => {
    const fallback = await loadFallback()
    expect(() => fallback("id.memberOf('x')", 'Patient')?.({ value: patient }, surroundings)).toThrow(Unanswerable)
    expect(() => fallback('now() > @2020', 'Patient')?.({ value: patient }, surroundings)).toThrow(Unanswerable)
    expect(fallback('a b', 'Patient')).toBeUndefined()
  })

  test('the document is left as it was', async () => {
    const before = JSON.stringify(patient)
    const fallback = await loadFallback()
    fallback('managingOrganization.resolve()', 'Patient')?.({ value: patient }, surroundings)
    expect(JSON.stringify(patient)).toBe(before)
    expect(Object.getOwnPropertyNames(patient)).toEqual(Object.keys(patient))
  })
})
