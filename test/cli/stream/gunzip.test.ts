import { deflateRawSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checksumOf } from '../../../src/archive/checksum.ts'
import { gunzip, TrailingBytes, unpackedIfPacked } from '../../../src/cli/stream/gunzip.ts'
import { KritinfoError } from '../../../src/issue/issue.ts'

/** A stream in chunks of a size. */
async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** What was given before the end, and what that was. */
async function read(chunks: AsyncIterable<Uint8Array>): Promise<{ text: string; problem: unknown }> {
  const given: Uint8Array[] = []
  let problem: unknown
  try {
    for await (const bytes of chunks) given.push(bytes)
  } catch (thrown) {
    problem = thrown
  }
  return { text: Buffer.concat(given).toString(), problem }
}

const size = fc.constantFrom(1, 2, 7, 100, 70_000)
const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 200 }), { minLength: 1, maxLength: 5 })
const packed = (parts: readonly string[]) => Buffer.concat(parts.map((one) => gzipSync(one)))

describe('gzip', () => {
  test('of any number of members, in any chunks, with zeros after it', async () => {
    const property = fc.asyncProperty(texts, size, fc.nat(20), async (parts, chunk, zeros) => {
      const bytes = Buffer.concat([packed(parts), Buffer.alloc(zeros)])
      expect(await read(gunzip(inChunks(bytes, chunk)))).toEqual({ text: parts.join(''), problem: undefined })
    })
    await fc.assert(property, { numRuns: 300 })
  })

  test('with all that a header may have', async () => {
    const content = deflateRawSync('text')
    const end = Buffer.alloc(8)
    end.writeUInt32LE(checksumOf(Buffer.from('text')), 0)
    end.writeUInt32LE(4, 4)
    const header = [0x1f, 0x8b, 8, 31, 1, 2, 3, 4, 0, 3, 2, 0, 9, 9, 97, 0, 98, 99, 0, 5, 5]
    const bytes = Buffer.concat([Buffer.from(header), content, end])
    for (const chunk of [1, 5, 1000]) expect(await read(gunzip(inChunks(bytes, chunk)))).toMatchObject({ text: 'text' })
  })

  test('what comes before other bytes is given in full, then one error', async () => {
    const property = fc.asyncProperty(texts, size, async (parts, chunk) => {
      const { text, problem } = await read(
        gunzip(inChunks(Buffer.concat([packed(parts), Buffer.from('other')]), chunk)),
      )
      expect(text).toBe(parts.join(''))
      expect(problem).toBeInstanceOf(TrailingBytes)
    })
    await fc.assert(property, { numRuns: 100 })
  })

  test('cut short or changed anywhere it is damaged, and nothing else is given than what was packed', async () => {
    const whole = 'line of text\n'.repeat(50)
    const bytes = gzipSync(whole)
    const property = fc.asyncProperty(
      fc.nat(bytes.length - 1),
      fc.integer({ min: 1, max: 255 }),
      async (at, change) => {
        const cut = await read(gunzip(inChunks(bytes.subarray(0, at), 10)))
        expect(cut.problem).toBeInstanceOf(KritinfoError)
        expect(whole.startsWith(cut.text)).toBe(true)
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] as number) ^ change
        const other = await read(gunzip(inChunks(changed, 1000)))
        if (other.problem === undefined) expect(other.text).toBe(whole)
        else expect(other.problem).toBeInstanceOf(KritinfoError)
      },
    )
    await fc.assert(property, { numRuns: 200 })
  })

  test('that becomes a thousand times as much is given in pieces', async () => {
    let sum = 0
    let most = 0
    for await (const bytes of gunzip(inChunks(gzipSync(Buffer.alloc(50_000_000)), 65_536))) {
      sum += bytes.length
      most = Math.max(most, bytes.length)
    }
    expect([sum, most <= 262_144]).toEqual([50_000_000, true])
  })
})

test.each([
  ['packed', gzipSync('{"a":1}'), '{"a":1}'],
  ['plain', Buffer.from('{"a":1}'), '{"a":1}'],
  ['of one byte', Buffer.from('{'), '{'],
  ['without any', Buffer.alloc(0), ''],
])('a stream that is %s', async (_what, bytes, text) => {
  expect(await read(unpackedIfPacked(inChunks(bytes, 1)))).toEqual({ text, problem: undefined })
})

test('the sum goes on from the one before', () => {
  expect(checksumOf(Buffer.from('56789'), checksumOf(Buffer.from('1234')))).toBe(0xcbf43926)
})
