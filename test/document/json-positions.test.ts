import { expect, test } from 'vitest'
import { jsonPositions } from '../../src/document/json-positions.ts'
import { standardLimits } from '../../src/document/limits.ts'

const text = '{\n  "a": [1, {"b": true}],\r\n  "__proto__": "x"\n}'
const position = jsonPositions(text, standardLimits)

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
