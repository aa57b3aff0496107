import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  helpNumberProblem,
  isDNumber,
  keepsOldRule,
  nationalNumberProblem,
  organisationNumberProblem,
} from '../../../src/rule/norwegian/number.ts'
import '../../seed.ts'

/** Numbers of no person: published test vectors, and synthetic ones. */
const good = [
  '13097248022',
  '15021951940',
  '31129956715',
  '02016126007',
  '30108299920',
  '02013299997',
  '53097248016',
  '70108299914',
  '10915596784',
  '13717404089',
  '48882807579',
  '45920040881',
  '50846202355',
  '68467038838',
]

describe('national numbers', () => {
  test.each(good)('%s', (number) => {
    expect(nationalNumberProblem(number)).toBeUndefined()
    expect(keepsOldRule(number)).toBe(true)
  })

  test('one that only the rule of 2032 allows', () => {
    expect(nationalNumberProblem('30108299939')).toBeUndefined()
    expect(keepsOldRule('30108299939')).toBe(false)
  })

  test.each([
    ['', 'form'],
    ['1309724802', 'form'],
    ['130972480221', 'form'],
    ['13097248o22', 'form'],
    ['130972 48022', 'form'],
    ['00017248022', 'date'],
    ['32017248022', 'date'],
    ['30027248022', 'date'],
    ['13137248022', 'date'],
    ['13007248022', 'date'],
    ['80017248022', 'date'],
    ['02013299987', 'check'],
    ['10086055555', 'check'],
    ['13097248023', 'check'],
  ])('%s: %s', (number, problem) => expect(nationalNumberProblem(number)).toBe(problem))

  test('a D-nummer is told by its day', () => {
    expect(['53097248016', '70108299914'].every(isDNumber)).toBe(true)
    expect(isDNumber('13097248022')).toBe(false)
  })
})

const weights = [
  [3, 7, 6, 1, 8, 9, 4, 5, 2],
  [5, 4, 3, 2, 7, 6, 5, 4, 3, 2],
] as const

/** Adds the check digits, the first so that it leaves the remainder; nothing where a digit would be 10. */
function complete(nine: string, remainder: number): string | undefined {
  const digit = (text: string, row: 0 | 1, left: number): number =>
    (((left - weights[row].reduce((sum, weight, index) => sum + weight * Number(text[index]), 0)) % 11) + 11) % 11
  const first = digit(nine, 0, remainder)
  const second = first > 9 ? 10 : digit(`${nine}${first}`, 1, 0)
  return second > 9 ? undefined : `${nine}${first}${second}`
}

const pad = (number: number, length: number) => String(number).padStart(length, '0')
const nineDigits = fc
  .record({
    day: fc.integer({ min: 1, max: 28 }),
    raisedDay: fc.constantFrom(0, 40),
    month: fc.integer({ min: 1, max: 12 }),
    raisedMonth: fc.constantFrom(0, 40, 65, 80),
    year: fc.integer({ min: 0, max: 99 }),
    individual: fc.integer({ min: 0, max: 999 }),
  })
  .map(
    (one) =>
      pad(one.day + one.raisedDay, 2) + pad(one.month + one.raisedMonth, 2) + pad(one.year, 2) + pad(one.individual, 3),
  )

describe('laws of check digits', () => {
  test('what is made by either rule is taken', () => {
    fc.assert(
      fc.property(nineDigits, fc.integer({ min: 0, max: 3 }), (nine, remainder) => {
        const number = complete(nine, remainder)
        fc.pre(number !== undefined)
        expect(nationalNumberProblem(number as string)).toBeUndefined()
        expect(helpNumberProblem(number as string)).toBeUndefined()
        expect(keepsOldRule(number as string)).toBe(remainder === 0)
      }),
    )
  })

  test('one digit changed is found: the second check digit sees every single error', () => {
    const place = fc.integer({ min: 0, max: 10 })
    fc.assert(
      fc.property(nineDigits, place, fc.integer({ min: 1, max: 9 }), (nine, index, change) => {
        const number = complete(nine, 0)
        fc.pre(number !== undefined)
        const digits = [...(number as string)]
        digits[index] = String((Number(digits[index]) + change) % 10)
        expect(helpNumberProblem(digits.join(''))).toBe('check')
      }),
    )
  })

  test('organisation numbers: made is taken, one digit changed is found', () => {
    const eight = fc.integer({ min: 0, max: 99_999_999 }).map((number) => pad(number, 8))
    fc.assert(
      fc.property(eight, fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }), (text, index, change) => {
        const sum = [3, 2, 7, 6, 5, 4, 3, 2].reduce((total, weight, at) => total + weight * Number(text[at]), 0)
        const last = (11 - (sum % 11)) % 11
        fc.pre(last < 10)
        const number = `${text}${last}`
        expect(organisationNumberProblem(number)).toBeUndefined()
        const digits = [...number]
        digits[index] = String((Number(digits[index]) + change) % 10)
        expect(organisationNumberProblem(digits.join(''))).toBe('check')
      }),
    )
  })
})

test.each(['100100223', '998570328', '993187178', '998447356'])('organisation %s', (number) => {
  expect(organisationNumberProblem(number)).toBeUndefined()
})
