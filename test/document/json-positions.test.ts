import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Json } from '../../src/document/json.ts'
import '../seed.ts'
import { jsonPositions } from '../../src/document/json-positions.ts'

const text = '{\n  "a": [1, {"b": true}],\r\n  "__proto__": "x"\n}'
const position = jsonPositions(text)

test.each([
  [[], '1:1'],
  [['a'], '2:8'],
  [['a', 0], '2:9'],
  [['a', 1], '2:12'],
  [['a', 1, 'b'], '2:18'],
  [['__proto__'], '3:16'],
  [['a', 7, 'none'], '2:8'],
  [['none'], '1:1'],
])('%j begins at %s', (path, place) => {
  const found = position(path)
  expect(`${found?.line}:${found?.column}`).toBe(place)
})

test('every value stands where its position says, whatever the white space and the escapes', () => {
  const spaces = fc.constantFrom('', ' ', '  ', '\t')
  fc.assert(
    fc.property(fc.jsonValue(), spaces, (value, space) => {
      const written = JSON.stringify(value, undefined, space)
      const lines = written.split('\n')
      const at = jsonPositions(written)
      for (const [path, leaf] of leavesOf(value as Json)) {
        const { line = 0, column = 0 } = at(path) ?? {}
        expect(lines[line - 1]?.slice(column - 1).startsWith(JSON.stringify(leaf))).toBe(true)
      }
    }),
  )
})

function* leavesOf(value: Json, path: readonly (string | number)[] = []): Generator<[(string | number)[], Json]> {
  if (typeof value !== 'object' || value === null) yield [[...path], value]
  else if (Array.isArray(value)) for (const [index, one] of value.entries()) yield* leavesOf(one, [...path, index])
  else for (const [key, one] of Object.entries(value)) yield* leavesOf(one, [...path, key])
}
