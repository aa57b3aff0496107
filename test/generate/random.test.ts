import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Random, type Weights } from '../../src/generate/random.ts'

const seeds = fc.maxSafeNat()
const indices = fc.nat(2 ** 32 - 1)
const words = (random: Random, count = 8) => Array.from({ length: count }, () => random.word())

describe('random words', () => {
  test('are the same for the same seed, index and stream', () => {
    fc.assert(
      fc.property(seeds, indices, fc.nat(3), (seed, index, stream) => {
        expect(words(new Random(seed, index, stream))).toEqual(words(new Random(seed, index, stream)))
      }),
    )
  })

  test('differ where any of the three does, high bits of the seed too', () => {
    fc.assert(
      fc.property(seeds, indices, (seed, index) => {
        const one = words(new Random(seed, index))
        const others = [
          new Random(seed, index ^ 1),
          new Random(seed, index, 1),
          new Random((seed + 2 ** 32) % 2 ** 53, index),
        ]
        for (const other of others) expect(words(other)).not.toEqual(one)
      }),
    )
  })

  test('are spread evenly from one index to the next', () => {
    const counts = new Array(16).fill(0)
    for (let index = 0; index < 16_000; index++) counts[new Random(1, index).below(16)]++
    expect(Math.min(...counts)).toBeGreaterThan(850)
    expect(Math.max(...counts)).toBeLessThan(1150)
  })
})

test('numbers keep to their bounds', () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 1, max: 1e6 }), fc.integer(), (seed, limit, low) => {
      const random = new Random(seed, 0)
      expect(random.below(limit)).toBeLessThan(limit)
      const between = random.between(low, low + limit)
      expect(between >= low && between <= low + limit).toBe(true)
      expect(random.between(low, low - 1)).toBe(low)
    }),
  )
})

test('what is chosen by weights comes as often as they say, and what has none never', () => {
  const weights: Weights<string> = [
    ['often', 3],
    ['never', 0],
    ['seldom', 1],
  ]
  const random = new Random(2, 0)
  const drawn = Array.from({ length: 4000 }, () => random.weighted(weights))
  expect(drawn).not.toContain('never')
  expect(drawn.filter((one) => one === 'often').length / 4000).toBeCloseTo(0.75, 1)
  expect(() => random.weighted([])).toThrow(RangeError)
})

test('identifiers have the form of a random UUID', () => {
  const random = new Random(3, 0)
  const made = Array.from({ length: 1000 }, () => random.uuid())
  for (const one of made) expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(new Set(made).size).toBe(1000)
})
