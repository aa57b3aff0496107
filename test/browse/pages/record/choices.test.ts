import { describe, expect, test } from 'vitest'
import { chosenOf, formOfExample, givenOfExample } from '../../../../src/browse/pages/record/choices.ts'
import { norwegianNames } from '../../../../src/browse/pages/record/example-names.ts'
import { titleOf } from '../../../../src/browse/pages/record/examples.ts'
import { targetOf } from '../../../../src/browse/pages/record/record-state.ts'
import { stories } from '../../../stories.ts'

const now = '2026-01-01T00:00:00Z'

describe('what the address names', () => {
  test('is taken if there is such a thing', () => {
    const query = { to: 'eps', carry: 'none', refuted: 'omit', alerts: 'none', import: 'all', dialect: 'sfm' }
    expect(chosenOf(query, now, undefined)).toEqual({ ...query, now })
  })

  test('and left out if there is not', () => {
    expect(chosenOf({ to: 'x', carry: 'y', refuted: '__proto__' }, now, undefined)).toEqual({ now })
    for (const wrong of ['zz', '2025-02-30T00:00:00Z', '2025-01-01'])
      expect(chosenOf({ now: wrong }, now, undefined)).toEqual({ now })
    expect(chosenOf({ now: '2025-01-01T00:00:00Z' }, now, 'p')).toEqual({ now: '2025-01-01T00:00:00Z', patient: 'p' })
  })
})

describe('an example', () => {
  const example = { name: 'a', documents: { ki: '{}', kj: '<x/>' } }

  test('is shown in the form that was asked for, or the first that there is', () => {
    expect(formOfExample(example, 'kj')).toBe('kj')
    expect(formOfExample(example, 'eps')).toBe('ki')
    expect(formOfExample(example, undefined)).toBe('ki')
  })

  test('has the patient of its ki document', () => {
    expect(givenOfExample(example, 'kj')).toEqual({
      name: 'a/kj.xml',
      content: '<x/>',
      patient: '{}',
      patientOf: 'story',
    })
    expect(givenOfExample(example, 'ki')).toEqual({ name: 'a/ki.json', content: '{}' })
  })
})

test('a record goes where it was sent; else abroad or home', () => {
  expect(targetOf('ki', { now })).toBe('eps')
  expect(targetOf('eps', { now })).toBe('ki')
  expect(targetOf('kj', { now, to: 'r4' })).toBe('r4')
  expect(targetOf('kj', { now, to: 'kj' })).toBe('ki')
  expect(targetOf('kj', { now, to: 'kj', dialect: 'sfm' })).toBe('kj')
})

test('every example has a name in either language', () => {
  for (const name of [...stories, 'portuguese-visitor']) expect(Object.keys(norwegianNames)).toContain(name)
  expect(titleOf('peanut-allergy', 'nb')).toBe('Peanøttallergi')
  expect(titleOf('peanut-allergy', 'en')).toBe('Peanut allergy')
  expect(titleOf('dialects/sfm-xml', 'nb')).toBe('sfm xml (dialekt)')
})
