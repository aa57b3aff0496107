import { expect, test } from 'vitest'
import { Lines } from '../../src/document/lines.ts'

test.each([
  [0, '1:1'],
  [2, '1:3'],
  [3, '2:1'],
  [5, '3:1'],
  [6, '4:1'],
  [7, '4:2'],
])('offset %i is %s', (offset, place) => {
  const { line, column } = new Lines('ab\nc\n\rd').position(offset)
  expect(`${line}:${column}`).toBe(place)
})

test('a return and a newline end one line', () => {
  expect(new Lines('a\r\nb').position(3)).toEqual({ line: 2, column: 1 })
  expect(new Lines('').position(0)).toEqual({ line: 1, column: 1 })
})
