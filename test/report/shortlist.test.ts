import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Severity } from '../../src/issue/catalogue.ts'
import { Shortlist } from '../../src/report/shortlist.ts'

const rank: Readonly<Record<Severity, number>> = { information: 0, warning: 1, error: 2 }
const severity = fc.constantFrom<Severity>('information', 'warning', 'error')

test('of things of one size the gravest stay, of equals the first, in the order in which they came', () => {
  fc.assert(
    fc.property(fc.array(severity, { maxLength: 60 }), fc.nat(20), (severities, bound) => {
      const dropped: number[] = []
      const list = new Shortlist<number>(bound, (one) => dropped.push(one))
      const taken = severities.flatMap((one, index) => (list.add(one, index) ? [index] : []))
      const wanted = severities
        .map((one, index) => ({ one, index }))
        .sort((a, b) => rank[b.one] - rank[a.one] || a.index - b.index)
        .slice(0, bound)
        .map(({ index }) => index)
        .sort((a, b) => a - b)
      expect(list.values).toEqual(wanted)
      expect(taken.filter((index) => !dropped.includes(index))).toEqual(wanted)
    }),
  )
})

test('of any sizes no more is held than the bound', () => {
  const thing = fc.record({ severity, size: fc.integer({ min: 1, max: 9 }) })
  fc.assert(
    fc.property(fc.array(thing, { maxLength: 60 }), fc.nat(30), (things, bound) => {
      const list = new Shortlist<number>(bound)
      for (const { severity: grave, size } of things) list.add(grave, size, size)
      expect(list.values.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(bound)
    }),
  )
})
