import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findingsOf } from './local.ts'

function isDay(text: string): boolean {
  const found = findingsOf({ resourceType: 'Patient', birthDate: text })
  if (found.length > 0) expect(found).toEqual(['FMT-004 Patient.birthDate'])
  return found.length === 0
}

const two = (number: number) => String(number).padStart(2, '0')

test('days are those of the Gregorian calendar', () => {
  const year = fc.integer({ min: 1, max: 9999 })
  const month = fc.integer({ min: 1, max: 12 })
  const day = fc.integer({ min: 1, max: 31 })
  fc.assert(
    fc.property(year, month, day, (y, m, d) => {
      const date = new Date(0)
      date.setUTCFullYear(y, m - 1, d)
      expect(isDay(`${String(y).padStart(4, '0')}-${two(m)}-${two(d)}`)).toBe(date.getUTCDate() === d)
    }),
  )
})

const leap: readonly (readonly [year: string, isLeap: boolean])[] = [
  ['2024', true],
  ['2023', false],
  ['1900', false],
  ['2000', true],
  ['2100', false],
  ['0004', true],
]

test.each(leap)('29 February %s', (year, isLeap) => {
  expect(isDay(`${year}-02-29`)).toBe(isLeap)
  expect(isDay(`${year}-02`)).toBe(true)
  expect(isDay(year)).toBe(true)
})

test('there was no year 0', () => {
  expect(isDay('0000')).toBe(false)
  expect(isDay('0000-01')).toBe(false)
})
