import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compilePattern } from '../../src/terminology/pattern.ts'

const pieces = ['a', 'b', '.', '[ab]', '[^a]', '\\d', '\\.', '-', '[0-9]']
const pattern = fc
  .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom('', '?', '*', '+', '{2}', '{1,}', '{0,2}')), {
    maxLength: 5,
  })
  .map((list) => list.map(([one, many]) => one + many).join(''))

test('a pattern matches what a regular expression matches as a whole', () => {
  fc.assert(
    fc.property(
      pattern,
      fc.string({ unit: fc.constantFrom('a', 'b', '1', '.', '-'), maxLength: 8 }),
      (source, text) => {
        expect(compilePattern(source)?.(text)).toBe(new RegExp(`^(?:${source})$`, 's').test(text))
      },
    ),
    { numRuns: 2000 },
  )
})

test('anchors say what holds anyway', () => {
  expect(compilePattern('^[A-Z]{2}$')?.('NO')).toBe(true)
  expect(compilePattern('^[A-Z]{2}$')?.('NOR')).toBe(false)
  expect(compilePattern('a\\$')?.('a$')).toBe(true)
})

describe('a pattern that is not taken', () => {
  const refused = ['(?=a)', '(a)\\1', 'a{1000}{1000}', '[z-a]', '[', 'a**', '*', '\\', 'a'.repeat(2001)]
  test.each(refused)('%s', (source) => expect(compilePattern(source)).toBeUndefined())
})

test('no pattern that is taken holds anybody up', () => {
  const bomb = compilePattern(`${'a*'.repeat(400)}b`)
  const start = performance.now()
  expect(bomb?.('a'.repeat(1000))).toBe(false)
  expect(bomb?.('a'.repeat(1_000_000))).toBe(false)
  expect(performance.now() - start).toBeLessThan(2000)
})
