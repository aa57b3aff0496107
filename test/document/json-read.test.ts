import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Decimal, type JsonObject } from '../../src/document/json.ts'
import { parsePlainly, readJson } from '../../src/document/json-read.ts'
import { scanJson } from '../../src/document/json-scan.ts'
import { writeJson } from '../../src/document/json-write.ts'
import { limitsOf, standardLimits } from '../../src/document/limits.ts'
import { arbitraryJson } from './arbitrary-json.ts'
import { problems } from './problems.ts'

const root = (text: string) => readJson(text, standardLimits).root
const isFast = (text: string) => parsePlainly(text, standardLimits) !== undefined

describe('readJson', () => {
  test.each([
    ['{"a":1,"b":[true,null,"x"],"c":{"d":-1.25}}', true],
    ['{ "uuid" : "urn:uuid:6e39ccf3" , "text": "7.0, 1.50" }', true],
    ['{"a":1.50}', false],
    ['{"a" : \n 1e5}', false],
    ['{"a":-0}', false],
    ['{"a":0.0000001}', false],
    ['{"a":12345678901234567890}', false],
    ['{"a":[1.5]}', false],
    ['{"a":"b\\": 1"}', false],
    ['{"a":1,"a":1}', false],
  ])('%s takes the fast way: %s', (text, fast) => {
    expect(isFast(text)).toBe(fast)
  })

  test('a text that only looks like a key costs a scan but no value', () => {
    expect(root('{"a":"b\\": 1.50","c":2}')).toEqual({ a: 'b": 1.50', c: 2 })
  })

  test('decimals keep their text', () => {
    const read = root('{"a":1.50,"b":[105.00,2],"c":2.5}') as JsonObject
    expect(read).toEqual({ a: new Decimal('1.50'), b: [new Decimal('105.00'), 2], c: 2.5 })
  })

  test('names of Object.prototype are plain keys', () => {
    for (const text of ['{"__proto__":{"a":1},"constructor":2}', '{"__proto__":{"a":1.0},"constructor":2}']) {
      const read = root(text) as JsonObject
      expect(Object.keys(read)).toEqual(['__proto__', 'constructor'])
      expect(Object.getPrototypeOf(read)).toBe(Object.prototype)
    }
  })

  test('the fast way gives what the scan gives', () => {
    fc.assert(
      fc.property(arbitraryJson, fc.constantFrom(0, 2), (tree, indent) => {
        const text = writeJson({ tree }, { indent })
        const plain = parsePlainly(text, standardLimits)
        expect(plain ?? scanJson(text, standardLimits)).toEqual({ tree })
      }),
      { numRuns: 500 },
    )
  })

  test('a repeated key is found wherever it stands', () => {
    fc.assert(
      fc.property(arbitraryJson, arbitraryJson, fc.string(), (one, other, key) => {
        const name = JSON.stringify(key)
        const text = `[{${name} :${writeJson(one)},"${'x'}${name.slice(1)}:0,${name}: ${writeJson(other)}}]`
        expect(problems(() => root(text))[0]).toMatch(/^DOC-015 /)
      }),
    )
  })

  test('lone surrogates are kept', () => {
    expect(root('{"a":"\\ud800"}')).toEqual({ a: '\ud800' })
    expect(root('{"a":"\ud800","b":1.0}')).toEqual({ a: '\ud800', b: new Decimal('1.0') })
  })

  test('limits hold on the fast way too', () => {
    expect(problems(() => readJson('{"a":"12345"}', limitsOf({ stringLength: 4 })))).toEqual(['DOC-017 1:6'])
    expect(problems(() => readJson('[[[]]]', limitsOf({ depth: 2 })))).toEqual(['DOC-016 1:3'])
    expect(problems(() => root('['.repeat(1_000_000) + ']'.repeat(1_000_000)))).toEqual(['DOC-016 1:101'])
  })
})
