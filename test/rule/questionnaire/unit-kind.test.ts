import '../../seed.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { conversionBetween } from '../../../src/rule/questionnaire/unit-kind.ts'

test.each([
  ['g', 'kg', 0.001],
  ['[lb_av]', 'kg', 0.45359237],
  ['wk', 'd', 7],
  ['mm[Hg]', 'kPa', 0.133322],
  ['[mi_i]', 'kg', 'incomparable'],
  ['Cel', '[degF]', undefined],
  ['Cel', 'K', undefined],
  ['kg/m2', 'kg', undefined],
  ['', 'kg', undefined],
] as const)('%s in %s', (from, to, factor) => {
  const found = conversionBetween(from, to)
  if (typeof factor === 'number') expect(found).toBeCloseTo(factor, 9)
  else expect(found).toBe(factor)
})

test('the way back is the inverse', () => {
  const unit = fc.constantFrom(
    'm',
    'cm',
    '[ft_i]',
    'g',
    'mg',
    'ug',
    '[oz_av]',
    's',
    'ms',
    'min',
    'a',
    'mL',
    'dL',
    'mmol',
    'kPa',
  )
  fc.assert(
    fc.property(unit, unit, (one, other) => {
      const [there, back] = [conversionBetween(one, other), conversionBetween(other, one)]
      if (typeof there === 'number') expect(there * Number(back)).toBeCloseTo(1, 9)
      else expect(back).toBe(there)
    }),
  )
})
