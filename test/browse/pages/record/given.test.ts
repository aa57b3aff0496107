import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { givenOf } from '../../../../src/browse/pages/record/given.ts'
import { standardLimits } from '../../../../src/document/limits.ts'

const text = '{"a": 1}\n'
const packed = gzipSync(text)
const file = (name: string, ...parts: readonly Buffer[]) =>
  new File(
    parts.map((part) => new Uint8Array(part)),
    name,
  )
const codeOf = (given: File) =>
  givenOf(given).then(
    () => undefined,
    ({ issues }) => issues.map(({ code }: { code: string }) => code),
  )

describe('a packed file', () => {
  test('is read in all its members', async () => {
    const { content } = await givenOf(file('a.json.gz', packed, packed))
    expect(Buffer.from(content as Uint8Array).toString()).toBe(text + text)
    expect(await givenOf(file('a.ndjson.gz', packed, packed))).toMatchObject({ content: '{"a": 1}' })
  })

  test.each([
    ['cut off', file('a.json.gz', packed.subarray(0, 15))],
    ['no gzip', file('a.json.gz', Buffer.from(text))],
    ['empty', file('a.json.gz')],
  ])('that is %s is refused in words', async (_what, given) => {
    expect(await codeOf(given)).toEqual(['CLI-013'])
  })

  test('that holds more than a document may is refused', async () => {
    expect(await codeOf(file('a.json.gz', gzipSync(Buffer.alloc(standardLimits.bytes + 1))))).toEqual(['DOC-007'])
  })
})
