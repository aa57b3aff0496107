import { expect, test } from 'vitest'
import { readLines } from '../../src/document/ndjson.ts'

test.each([
  ['', []],
  ['a', [['a', 1]]],
  [
    'a\nb\n',
    [
      ['a', 1],
      ['b', 2],
    ],
  ],
  [
    '\n\r\n a \r\n\t\n\nb',
    [
      [' a ', 3],
      ['b', 6],
    ],
  ],
])('%j', (text, lines) => {
  expect([...readLines(text)].map((one) => [one.text, one.line])).toEqual(lines)
})
