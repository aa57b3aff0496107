import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Decimal, type Json } from '../../src/document/json.ts'
import { writeJson } from '../../src/document/json-write.ts'
import { limitsOf } from '../../src/document/limits.ts'
import { scanJson } from '../../src/document/json-scan.ts'
import { arbitraryJson } from './arbitrary-json.ts'

test('a decimal is written as it was read and changes nothing else', () => {
  const tree = { b: [1, {}, []], a: new Decimal('1.50'), c: 'æ"\n' }
  expect(writeJson(tree)).toBe('{"b":[1,{},[]],"a":1.50,"c":"æ\\"\\n"}')
  expect(writeJson(tree, { indent: 2 })).toBe(
    JSON.stringify({ ...tree, a: 0 }, undefined, 2).replace('"a": 0', '"a": 1.50'),
  )
})

test('reading what was written gives the same tree, in the same order', () => {
  fc.assert(
    fc.property(arbitraryJson, fc.constantFrom(0, 3), (tree, indent) => {
      const text = writeJson(tree, { indent })
      const again: Json = scanJson(text, limitsOf())
      expect(again).toEqual(tree)
      expect(writeJson(again, { indent })).toBe(text)
    }),
    { numRuns: 500 },
  )
})
