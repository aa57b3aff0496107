import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Load } from '../../../src/cli/stream/batch.ts'
import { lineParts, type Part } from '../../../src/cli/stream/line-batches.ts'
import { worksOf } from '../../../src/cli/stream/works-of.ts'

interface Cut {
  readonly byte?: number
  readonly line?: number
  readonly target?: number
  readonly limit?: number
  readonly eager?: boolean
}

async function cut(
  chunks: readonly Uint8Array[],
  { byte = 0, line = 1, target = 8, limit = 1000, eager = false }: Cut = {},
) {
  async function* stream() {
    yield* chunks
  }
  const parts: Part[] = []
  for await (const part of lineParts(stream(), { file: 'a', byte, line, target, limit, eager })) parts.push(part)
  return parts
}

const bytesOf = (load: Load) => (load.kind === 'lines' ? Buffer.from(load.bytes) : Buffer.alloc(0))
const lineText = fc.stringMatching(/^[a-z\r ]{0,12}$/)
const text = fc
  .tuple(fc.array(lineText, { maxLength: 30 }), fc.boolean())
  .map(([lines, ends]) => lines.join('\n') + (ends ? '\n' : ''))
/** A text in chunks that fall anywhere. */
const chunked = fc.tuple(text, fc.array(fc.nat({ max: 400 }), { maxLength: 12 })).map(([whole, cuts]) => {
  const bytes = Buffer.from(whole)
  const places = [...new Set(cuts.map((place) => Math.min(place, bytes.length)))].sort((one, other) => one - other)
  return { bytes, chunks: [0, ...places].map((place, index) => bytes.subarray(place, places[index] ?? bytes.length)) }
})

describe('parts of a stream of lines', () => {
  test('hold every byte once and in order, and each ends with a line', async () => {
    await fc.assert(
      fc.asyncProperty(
        chunked,
        fc.integer({ min: 1, max: 60 }),
        fc.boolean(),
        async ({ bytes, chunks }, target, eager) => {
          const parts = await cut(chunks, { target, eager })
          expect(Buffer.concat(parts.map(({ load }) => bytesOf(load)))).toEqual(bytes)
          for (const part of parts.slice(0, -1)) expect(bytesOf(part.load).at(-1)).toBe(0x0a)
        },
      ),
    )
  })

  test('depend on the bytes alone, however they came', async () => {
    await fc.assert(
      fc.asyncProperty(chunked, fc.integer({ min: 1, max: 60 }), async ({ bytes, chunks }, target) => {
        expect(await cut(chunks, { target })).toEqual(await cut([bytes], { target }))
      }),
    )
  })

  test('from any of their ends on, the rest is the same', async () => {
    await fc.assert(
      fc.asyncProperty(chunked, fc.integer({ min: 1, max: 40 }), async ({ bytes, chunks }, target) => {
        const parts = await cut(chunks, { target })
        for (const [index, { byte, line }] of parts.entries())
          expect(await cut([bytes.subarray(byte)], { byte, line, target })).toEqual(parts.slice(index + 1))
      }),
    )
  })

  test('they end in the same places however the stream came, lines that are too long or not', async () => {
    await fc.assert(
      fc.asyncProperty(chunked, fc.integer({ min: 1, max: 5 }), async ({ bytes, chunks }, target) => {
        const limits = { target, limit: target + 1 }
        const parts = await cut(chunks, limits)
        const ends = parts.map(({ load, byte, line }) => [load.kind, byte, line])
        expect((await cut([bytes], limits)).map(({ load, byte, line }) => [load.kind, byte, line])).toEqual(ends)
        for (const [index, { byte, line }] of parts.entries())
          expect(await cut([bytes.subarray(byte)], { ...limits, byte, line })).toEqual(parts.slice(index + 1))
      }),
    )
  })

  test('their documents have the numbers that an editor shows', async () => {
    await fc.assert(
      fc.asyncProperty(chunked, fc.integer({ min: 1, max: 40 }), async ({ bytes, chunks }, target) => {
        const found = (await cut(chunks, { target })).flatMap(({ load }) =>
          [...worksOf(load)].map(({ origin, content }) => [origin.line, Buffer.from(content as Uint8Array).toString()]),
        )
        const expected = bytes
          .toString()
          .split('\n')
          .map((one, index) => [index + 1, one.replace(/\r$/, '')] as const)
          .filter(([, one]) => one.trim() !== '')
        expect(found).toEqual(expected)
      }),
    )
  })
})

test('a line that is too long is told, with its number, and passed over; what stands around it is kept', async () => {
  const bytes = Buffer.from(`one\n${'x'.repeat(90)}\nthree\n`)
  for (const size of [1, 7, 64, 1000]) {
    const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
      bytes.subarray(index * size, (index + 1) * size),
    )
    const parts = await cut(chunks, { target: 1, limit: 50 })
    const works = parts.flatMap(({ load }) => [...worksOf(load)])
    expect(works.map(({ origin }) => origin.line)).toEqual([1, 2, 3])
    expect(works[1]?.content).toMatchObject({ issue: { code: 'DOC-007' } })
    expect(parts.at(-1)).toMatchObject({ byte: bytes.length, line: 4 })
  }
})
