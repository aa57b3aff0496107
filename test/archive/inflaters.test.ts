import { deflateRawSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainInflater } from '../../src/browse/engine/inflater.ts'
import { nodeInflater } from '../../src/cli/node-inflater.ts'

const inflaters = [
  ['Node', nodeInflater],
  ['a browser', plainInflater],
] as const
const limit = 1_000_000
const bytes = fc.uint8Array({ maxLength: 3000 })

describe.each(inflaters)('the inflater of %s', (_name, inflater) => {
  test('gives back what was packed, in one member or in several', () => {
    fc.assert(
      fc.property(fc.array(bytes, { minLength: 1, maxLength: 3 }), (parts) => {
        const packed = Buffer.concat(parts.map((part) => gzipSync(part)))
        expect(Buffer.from(inflater.gunzip(packed, limit) as Uint8Array).equals(Buffer.concat(parts))).toBe(true)
      }),
    )
  })

  test('stops at the bound', () => {
    const bomb = gzipSync(Buffer.alloc(60_000_000))
    expect(inflater.gunzip(bomb, limit)).toBe('too large')
    expect(inflater.gunzip(gzipSync(Buffer.alloc(limit + 1)), limit)).toBe('too large')
    expect(inflater.gunzip(gzipSync(Buffer.alloc(limit)), limit)).toHaveLength(limit)
  })

  test('refuses what is cut off anywhere', () => {
    const packed = gzipSync(Buffer.from('a text that is packed, packed, packed'.repeat(20)))
    for (let length = 0; length < packed.length; length++)
      expect([length, inflater.gunzip(packed.subarray(0, length), limit)]).toEqual([length, 'damaged'])
  })

  test('refuses what is damaged, or gives what was packed', () => {
    const content = Buffer.from('a text that is packed, packed, packed'.repeat(20))
    const packed = gzipSync(content)
    for (let at = 0; at < packed.length; at++) {
      const spoilt = Buffer.from(packed)
      spoilt[at] = (spoilt[at] ?? 0) ^ (1 << (at % 8))
      const given = inflater.gunzip(spoilt, limit)
      if (typeof given !== 'string') expect(Buffer.from(given).equals(content)).toBe(true)
    }
  })

  test('gives bytes without a head, and never more than is said', () => {
    fc.assert(
      fc.property(bytes, fc.integer({ min: 0, max: 3000 }), (content, said) => {
        const packed = deflateRawSync(content)
        expect(Buffer.from(inflater.inflate(packed, content.length) ?? [1]).equals(content)).toBe(true)
        expect(inflater.inflate(packed, said)?.length ?? 0).toBeLessThanOrEqual(Math.max(said, 1))
      }),
    )
  })

  test('refuses bytes that are no deflate', () => {
    expect(inflater.inflate(Uint8Array.of(7, 7, 7), 10)).toBeUndefined()
  })
})
