import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Line, linesOf } from '../../src/cli/lines-of.ts'
import { KritinfoError } from '../../src/issue/issue.ts'

async function* chunksOf(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let from = 0
  for (const size of sizes) {
    yield bytes.subarray(from, from + size)
    from += size
  }
  yield bytes.subarray(from)
}

async function read(text: string | Uint8Array, sizes: readonly number[] = [], limit = 1000): Promise<Line[]> {
  const lines: Line[] = []
  for await (const some of linesOf(chunksOf(Buffer.from(text), sizes), limit)) lines.push(...some)
  return lines
}

async function issueOf(text: string | Uint8Array, limit?: number) {
  const problem = await read(text, [], limit).catch((caught: unknown) => caught)
  return problem instanceof KritinfoError ? problem.issues[0] : problem
}

test('lines that are not empty, numbered as in the file, however it comes in chunks', async () => {
  const piece = fc.constantFrom('a', 'æ', '€', '😀', '\n', '\r\n', ' ')
  await fc.assert(
    fc.asyncProperty(fc.array(piece), fc.array(fc.nat(5)), async (pieces, sizes) => {
      const text = pieces.join('')
      const wanted = text
        .split('\n')
        .map((line, index) => ({ text: line, line: index + 1 }))
        .filter(({ text: one }) => one.trim() !== '')
      expect(await read(text, sizes)).toEqual(wanted)
    }),
  )
})

describe('what cannot be read has its line', () => {
  test('a line over the limit, also without an end', async () => {
    expect(await issueOf(`a\n${'b'.repeat(1001)}`)).toMatchObject({ code: 'RPT-003', line: 2 })
    expect(await read(`a\n${'b'.repeat(999)}`, [], 1000)).toHaveLength(2)
  })

  test('what is no UTF-8', async () => {
    const found = await issueOf(Buffer.from([0x61, 0x0a, 0xff, 0xfe, 0x0a]))
    expect(found).toMatchObject({ code: expect.stringMatching(/^DOC-/), line: 2 })
  })
})
