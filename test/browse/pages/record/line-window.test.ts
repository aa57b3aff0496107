import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Scroll, scrollFor, windowOf } from '../../../../src/browse/pages/record/line-window.ts'

/** Lists that browsers can lay out, and longer ones. */
const scrolls = fc
  .record({ count: fc.integer({ min: 60, max: 3_000_000 }), share: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ count, share }): Scroll => {
    const box = { count, lineHeight: 24, boxHeight: 480 }
    const { height } = windowOf({ ...box, top: 0 })
    return { ...box, top: Math.floor(share * (height - box.boxHeight)) }
  })

test('what is seen is drawn, and little more', () => {
  fc.assert(
    fc.property(scrolls, (scroll) => {
      const { first, count, offset, height } = windowOf(scroll)
      expect(first).toBeGreaterThanOrEqual(0)
      expect(first + count).toBeLessThanOrEqual(scroll.count)
      expect(count).toBeLessThan(40)
      expect(height).toBeLessThanOrEqual(8_000_000)
      expect(offset).toBeLessThanOrEqual(scroll.top + 1)
      const below = offset + count * scroll.lineHeight
      if (first + count < scroll.count) expect(below).toBeGreaterThanOrEqual(scroll.top + scroll.boxHeight - 1)
    }),
  )
})

test('any line can be brought into view, and one in view stays where it is', () => {
  fc.assert(
    fc.property(scrolls, fc.double({ min: 0, max: 1, noNaN: true }), (scroll, share) => {
      const line = Math.floor(share * (scroll.count - 1))
      const moved = { ...scroll, top: scrollFor(line, scroll) }
      const { first, count } = windowOf(moved)
      expect(line).toBeGreaterThanOrEqual(first)
      expect(line).toBeLessThan(first + count)
      expect(scrollFor(line, moved)).toBeCloseTo(moved.top, 3)
    }),
  )
})
