import { expect, test } from 'vitest'
import { offsetOf } from '../../../../src/browse/pages/record/text-place.ts'

const text = 'ab\ncde\n\nf'

test.each([
  [1, 1, 0],
  [1, 3, 2],
  [2, 1, 3],
  [2, 3, 5],
  [3, 1, 7],
  [4, 1, 8],
  [4, 9, 9],
  [9, 1, 9],
])('line %i, column %i', (line, column, offset) => {
  expect(offsetOf(text, line, column)).toBe(offset)
})
