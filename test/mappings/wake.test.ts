import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Stride } from '../../src/mapping/slot.ts'
import { always, picker, type Wakes, wokenBeside, wokenBy } from '../../src/mapping/wake.ts'

const stride = (key: string, choice = false): Stride => ({ key, many: false, choice, slice: undefined })

test('a row is woken by the first keys of its ways', () => {
  expect(wokenBy([[stride('code'), stride('text')], []], [[stride('agens')]])).toEqual({
    forward: ['code'],
    backward: ['agens'],
  })
})

test('a choice has more names than can be listed, so its row is asked always', () => {
  expect(wokenBy([[stride('onset', true)]], []).forward).toBe(always)
})

test('a primitive is looked for beside its value too', () => {
  expect(wokenBeside([[stride('recordedDate')]], []).forward).toEqual(['recordedDate', '_recordedDate'])
})

/** More keys than the picker has bits for, and some of `Object.prototype`. */
const names = [...Array.from({ length: 70 }, (_, index) => `key${index}`), 'constructor', '__proto__', 'toString']
const name = fc.constantFrom(...names)
const wakes: fc.Arbitrary<Wakes> = fc.oneof(
  { arbitrary: fc.array(name, { maxLength: 4 }), weight: 9 },
  fc.constant(always),
)

test('every row that an object wakes is picked, in order; of few keys no other is', () => {
  const property = fc.property(
    fc.array(wakes, { maxLength: 40 }),
    fc.array(fc.uniqueArray(name), { maxLength: 30 }),
    (rows, objects) => {
      const pick = picker(rows.map((one, run) => ({ run, wakes: one })))
      const isFew = new Set(rows.flat()).size <= 50
      for (const keys of objects) {
        const picked = pick(Object.fromEntries(keys.map((key) => [key, 1])))
        const awake = rows.flatMap((one, run) => (one === always || one.some((key) => keys.includes(key)) ? [run] : []))
        expect(picked).toEqual(expect.arrayContaining(awake))
        expect(picked).toEqual([...picked].sort((one, other) => one - other))
        if (isFew) expect(picked).toEqual(awake)
      }
    },
  )
  fc.assert(property, { numRuns: 300 })
})

test('what is kept of the sets of keys is bounded, and beyond the bound rows are picked all the same', () => {
  const keys = Array.from({ length: 12 }, (_, index) => `key${index}`)
  const pick = picker(keys.map((key) => ({ run: key, wakes: [key] })))
  for (let set = 0; set < 4096; set++) {
    const chosen = keys.filter((_, index) => (set >> index) % 2 === 1)
    expect(pick(Object.fromEntries(chosen.map((key) => [key, 1])))).toEqual(chosen)
  }
})
