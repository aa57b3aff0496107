import { describe, expect, test } from 'vitest'
import { generator } from '../../src/generate.ts'
import { type Form, forms } from '../../src/index.ts'

describe.each(forms)('documents of the form %s', (form: Form) => {
  test('depend on seed and number alone, in whatever order they are made', () => {
    const one = generator({ form, seed: 4 })
    const other = generator({ form, seed: 4 })
    const there = [7, 3, 9].map((index) => one(index).text)
    const back = [9, 3, 7].map((index) => other(index).text)
    expect(back.reverse()).toEqual(there)
    expect(new Set(there).size).toBe(3)
    for (const text of there) expect(text).not.toContain('\n')
  })

  test('with defects are the same as without, but for the share that has one', () => {
    const good = generator({ form, seed: 4 })
    const some = generator({ form, seed: 4, invalid: 0.4 })
    const made = Array.from({ length: 60 }, (_, index) => ({ good: good(index).text, some: some(index) }))
    const planted = made.filter(({ some }) => some.planted !== undefined)
    expect(planted.length).toBeGreaterThan(10)
    expect(planted.length).toBeLessThan(40)
    for (const { good, some } of made) expect(good === some.text).toBe(some.planted === undefined)
  })
})

test('a share of 1 spares none, and of 0 all', () => {
  const all = generator({ form: 'ki', seed: 1, invalid: 1 })
  const none = generator({ form: 'ki', seed: 1, invalid: 0 })
  for (let index = 0; index < 200; index++) {
    expect(all(index).planted).toBeDefined()
    expect(none(index).planted).toBeUndefined()
  }
})

test('the instant of converted documents is the one that is named', () => {
  const text = generator({ form: 'eps', seed: 1, now: '2031-05-06T07:08:09Z' })(0).text
  expect(text).toContain('"timestamp":"2031-05-06T07:08:09Z"')
})

test.each([
  [{ seed: -1 }, '"seed"'],
  [{ seed: 1.5 }, '"seed"'],
  [{ seed: 2 ** 53 }, '"seed"'],
  [{ invalid: 2 }, '"invalid"'],
  [{ invalid: Number.NaN }, '"invalid"'],
  [{ kinds: [] }, '"kinds"'],
])('%o is refused', (wrong, word) => {
  expect(() => generator({ form: 'ki', seed: 1, ...wrong })).toThrow(word)
})

test.each([-1, 0.5, 2 ** 32])('there is no document %s', (index) => {
  expect(() => generator({ form: 'ki', seed: 1 })(index)).toThrow(RangeError)
})
