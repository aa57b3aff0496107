import { describe, expect, test } from 'vitest'
import { decode } from '../../src/document/decode.ts'
import { limitsOf } from '../../src/document/limits.ts'
import { problems } from './problems.ts'

const limits = limitsOf()
const bytes = (...units: number[]) => Uint8Array.from(units)
const encoded = (text: string) => new TextEncoder().encode(text)
const latin = (text: string) => Uint8Array.from(text, (unit) => unit.charCodeAt(0))

const wrong: [name: string, input: Uint8Array | string, problem: string][] = [
  ['nothing', bytes(), 'DOC-002 1:1'],
  ['no text', '', 'DOC-002 1:1'],
  ['white space', ' \n\t', 'DOC-002 1:1'],
  ['a lone byte order mark', '\ufeff', 'DOC-002 1:1'],
  ['PNG', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0), 'DOC-003 1:1'],
  ['ZIP', bytes(0x50, 0x4b, 3, 4, 0x14, 0, 0, 0), 'DOC-003 1:1'],
  ['NULs', bytes(0, 0, 0, 0, 0, 0), 'DOC-003 1:1'],
  ['UTF-16 little', bytes(0xff, 0xfe, 0x7b, 0), 'DOC-004 1:1'],
  ['UTF-16 big', bytes(0xfe, 0xff, 0, 0x7b), 'DOC-004 1:1'],
  ['UTF-16 little, no mark', bytes(0x7b, 0, 0x7d, 0), 'DOC-004 1:1'],
  ['UTF-16 big, no mark', bytes(0, 0x3c, 0, 0x61), 'DOC-004 1:1'],
  ['UTF-32 big', bytes(0, 0, 0xfe, 0xff, 0, 0, 0, 0x7b), 'DOC-004 1:1'],
  ['UTF-32 little', bytes(0x7b, 0, 0, 0, 0x7d, 0, 0, 0), 'DOC-004 1:1'],
  ['Latin-1', latin('{"a":\n"b\u00e6r"}'), 'DOC-005 2:3'],
  ['a cut off character', bytes(0x7b, 0xc3), 'DOC-005 1:2'],
  ['too much', '{}'.padEnd(limits.bytes + 1), 'DOC-007 1:1'],
]

describe('decode', () => {
  test.each(wrong)('%s', (_, input, problem) => {
    expect(problems(() => decode(input, limits))).toEqual([problem])
  })

  test('a byte order mark is ignored with a warning, in bytes and in strings', () => {
    for (const input of [encoded('\ufeff{"æ":"\ufeff"}'), '\ufeff{"æ":"\ufeff"}']) {
      const { text, issues } = decode(input, limits)
      expect(text).toBe('{"æ":"\ufeff"}')
      expect(issues.map((one) => `${one.code} ${one.severity}`)).toEqual(['DOC-006 warning'])
    }
    expect(decode(encoded('{}'), limits).issues).toEqual([])
  })
})
