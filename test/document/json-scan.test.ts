import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { standardLimits } from '../../src/document/limits.ts'
import { Decimal } from '../../src/document/json.ts'
import { scanJson } from '../../src/document/json-scan.ts'
import { problems } from './problems.ts'

const scan = (text: string) => scanJson(text, standardLimits)

const wrong: [text: string, problem: string][] = [
  ['{"a":1', 'DOC-010 1:7'],
  ['{"a":"secret', 'DOC-010 1:13'],
  ['{"a":"secret\\u00', 'DOC-010 1:17'],
  ['{"a', 'DOC-010 1:4'],
  ['{"a":', 'DOC-010 1:6'],
  ['{"a":tr', 'DOC-010 1:8'],
  ['{"a":1.', 'DOC-010 1:8'],
  ['{"a":-', 'DOC-010 1:7'],
  ['[1,', 'DOC-010 1:4'],
  ['{"a":1}\n{"a":2}', 'DOC-011 2:1'],
  ['{"a":1} x', 'DOC-009 1:9'],
  ['{"a":1,}', 'DOC-012 1:7'],
  ['[1,2,\n]', 'DOC-012 1:5'],
  ['{\n// note\n"a":1}', 'DOC-013 2:1'],
  ['{"a":/* note */1}', 'DOC-013 1:6'],
  ["{'a':1}", 'DOC-014 1:2'],
  ['{"a":\'b\'}', 'DOC-014 1:6'],
  ['{a:1}', 'DOC-018 1:2'],
  ['{"a":1 "b":2}', 'DOC-019 1:8'],
  ['[1 2]', 'DOC-019 1:4'],
  ['[1}', 'DOC-019 1:3'],
  ['[01]', 'DOC-020 1:2'],
  ['[+1]', 'DOC-020 1:2'],
  ['[.5]', 'DOC-020 1:2'],
  ['[1.]', 'DOC-020 1:2'],
  ['[NaN]', 'DOC-020 1:2'],
  ['["a\tb"]', 'DOC-021 1:4'],
  ['["\\x"]', 'DOC-021 1:3'],
  ['[True]', 'DOC-022 1:2'],
  ['[nullx]', 'DOC-022 1:2'],
  ['{"a"=1}', 'DOC-001 1:5'],
  ['{"a":}', 'DOC-001 1:6'],
  ['[,1]', 'DOC-001 1:2'],
  ['', 'DOC-010 1:1'],
]

describe('scanJson', () => {
  test.each(wrong)('%j is refused with %s', (text, problem) => {
    expect(problems(() => scan(text))).toEqual([problem])
    expect(() => JSON.parse(text)).toThrow()
  })

  test('a repeated key is refused, which JSON.parse is silent about', () => {
    expect(problems(() => scan('{"a":1,\n "a":2}'))).toEqual(['DOC-015 2:2'])
    expect(problems(() => scan('{"__proto__":1,"__proto__":2}'))).toEqual(['DOC-015 1:16'])
    expect(problems(() => scan('{"a":1,"\\u0061":2}'))).toEqual(['DOC-015 1:8'])
  })

  test('an object that is cut off is named by the place where it begins', () => {
    expect(() => scan('{"a":\n  [{"b":1,')).toThrow('line 2, column 4')
  })

  test('a message names a key but no value', () => {
    expect(() => scan('{"kode":"hemmelig","kode":"hemmelig"}')).toThrow(/^(?!.*hemmelig).*"kode"/)
  })

  test('accepts exactly the numbers that JSON.parse accepts, and keeps the text of those it would not', () => {
    for (const text of ['0', '-0', '1.50', '1e5', '0.1', '-12.25', '1E+2', '12345678901234567890', '0.0000001']) {
      const value = scan(`[${text}]`) as (number | Decimal)[]
      expect(value[0] instanceof Decimal ? value[0].text : String(value[0])).toBe(text)
    }
  })

  test('agrees with JSON.parse on valid JSON', () => {
    fc.assert(
      fc.property(
        fc.json({ depthSize: 'medium', stringUnit: 'binary' }),
        fc.constantFrom(0, 1, '\t'),
        (text, indent) => {
          const spaced = JSON.stringify(JSON.parse(text), undefined, indent)
          expect(
            JSON.stringify(scan(spaced), (_, value) => (value instanceof Decimal ? Number(value.text) : value)),
          ).toBe(JSON.stringify(JSON.parse(text)))
        },
      ),
    )
  })

  test('accepts what JSON.parse accepts and nothing else, on broken JSON', () => {
    const inserted = fc.oneof(
      fc.constantFrom(...'{}[],:"\\/-+.eE019 \n\t\'ux', 'true', 'null', '"a":', '\u0000'),
      fc.string(),
    )
    const broken = fc.tuple(fc.json(), fc.nat(), fc.nat({ max: 3 }), inserted).map(([text, at, gone, more]) => {
      const place = at % (text.length + 1)
      return text.slice(0, place) + more + text.slice(place + gone)
    })
    const accepts = (text: string) => {
      try {
        JSON.parse(text)
        return true
      } catch {
        return false
      }
    }
    // A duplicate key ends the scan, so what stands behind it is not looked at; JSON.parse would go on.
    const ends = (text: string) => problems(() => scan(text)).some((one) => one.startsWith('DOC-015'))
    const verdict = (text: string) => problems(() => scan(text)).length === 0
    fc.assert(
      fc.property(broken, (text) => ends(text) || verdict(text) === accepts(text)),
      { numRuns: 3000 },
    )
  })

  test.each([5000, 1_000_000])('%i levels of nesting are an error and no stack overflow', (levels) => {
    expect(problems(() => scan('['.repeat(levels)))).toEqual(['DOC-016 1:101'])
    expect(problems(() => scan('{"a":'.repeat(levels)))).toEqual(['DOC-016 1:501'])
  })

  test('a hundred levels are read', () => {
    expect(scan('['.repeat(100) + ']'.repeat(100))).toBeTruthy()
  })

  test('strings are bounded, base64 in data is not', () => {
    const long = 'A'.repeat(standardLimits.stringLength + 1)
    expect(problems(() => scan(`{"a":"${long}"}`))).toEqual(['DOC-017 1:6'])
    expect(scan(`{"data":"${long}"}`)).toEqual({ data: long })
  })
})
