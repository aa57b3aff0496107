import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { unpack } from '../../src/archive/unpack.ts'
import { unzip } from '../../src/archive/unzip.ts'
import { nodeInflater } from '../../src/cli/node-inflater.ts'
import { pax, tar, tarEntry, zip } from '../cli/archives.ts'
import { editedText, textEdits } from './mutate-text.ts'
import { demandEqual, outcomeOf, type Target } from './target.ts'

/** Bytes stand in a text, one a character, so that a file can keep them. */
interface ArchiveCase {
  readonly kind: 'tgz' | 'zip'
  readonly bytes: string
}

const limits = { files: 50, bytes: 200_000 }
const names = [
  'package/a.json',
  'package/package.json',
  'a.json',
  './package/a.json',
  'package/../a.json',
  '../a.json',
  '/a.json',
  'C:\\a.json',
  'package/b/a.json',
  'package/',
  'x'.repeat(90),
] as const
const member = fc.record({
  path: fc.constantFrom<string>(...names),
  text: fc.constantFrom('{}', '', 'x'.repeat(3000), '0'.repeat(50_000)),
})
const types = ['0', '0', '1', '2', '3', '5', '6', '7', 'x', 'g', 'L', 'K', 'S', 'D', 'V', '\u0000', 'Z'] as const
const keys = ['path', 'size', 'linkpath', 'GNU.sparse.major', '__proto__'] as const
const values = ['package/c.json', '../c.json', '-1', '99999999999', 'x', ''] as const

const tarBytes = fc
  .array(
    fc.tuple(
      member,
      fc.constantFrom(...types),
      fc.option(fc.tuple(fc.constantFrom(...keys), fc.constantFrom(...values)), { freq: 1 }),
    ),
    { maxLength: 5 },
  )
  .map((list) =>
    tar(...list.map(([{ path, text }, type, record]) => tarEntry(path, record === null ? text : pax(...record), type))),
  )
const zipBytes = fc.array(member, { maxLength: 5 }).map((list) => zip(list))

const damage = textEdits(['\u0000', '\u00ff', 'PK\u0001\u0002', 'PK\u0003\u0004', 'PK\u0005\u0006', '\u001f\u008b'])
const damaged = (bytes: fc.Arbitrary<Uint8Array>) =>
  fc.tuple(bytes, damage).map(([content, changes]) => editedText(Buffer.from(content).toString('latin1'), changes))

/** An archive is unpacked or refused, and never to more than the bounds, or to a name that leads anywhere. */
function check({ kind, bytes }: ArchiveCase): void {
  const content = Buffer.from(bytes, 'latin1')
  const unpacked = () =>
    (kind === 'zip' ? unzip(content, limits, nodeInflater) : unpack(gzipSync(content), limits, nodeInflater)).map(
      (one) => [one.name, one.read().length] as const,
    )
  const outcome = outcomeOf(unpacked)
  demandEqual('unpacking twice', outcome, outcomeOf(unpacked))
  if ('refusal' in outcome) return
  if (outcome.made.reduce((sum, [, size]) => sum + size, 0) > limits.bytes) throw new Error('more than the bound')
  if (outcome.made.some(([name]) => /[/\\\0]|^\.\.|^[A-Za-z]:/.test(name))) throw new Error('a name that leads out')
}

export const archiveTarget: Target<ArchiveCase> = {
  name: 'archive',
  cases: fc.oneof(
    damaged(tarBytes).map((bytes): ArchiveCase => ({ kind: 'tgz', bytes })),
    damaged(zipBytes).map((bytes): ArchiveCase => ({ kind: 'zip', bytes })),
  ),
  bound: 2000,
  check,
}
