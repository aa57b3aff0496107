import { createReadStream } from 'node:fs'
import { issue, KritinfoError } from '../../issue/issue.ts'
import { reasonOf } from '../files.ts'
import { gunzip } from './gunzip.ts'

/** True for the name of a file that is packed with gzip (RFC 1952). */
export function isPacked(path: string): boolean {
  return /\.gz$/i.test(path)
}

const chunk = 256 * 1024

/**
 * The bytes of a file, unpacked if its name says that it is packed, from a place on. `count` hears how many bytes were
 * read on disk. Throws `KritinfoError`: CLI-003 for what cannot be read, CLI-013 for damaged gzip.
 */
export async function* openBytes(
  path: string,
  from: number,
  count: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  try {
    if (isPacked(path)) yield* skipping(unpacked(path, count), from)
    else yield* plain(path, from, count)
  } catch (problem) {
    throw problemOf(problem)
  }
}

/** A pipe has no place to start from but its beginning. */
async function* plain(path: string, from: number, count: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  for await (const bytes of createReadStream(path, { highWaterMark: chunk, ...(from === 0 ? {} : { start: from }) })) {
    count(bytes.length)
    yield bytes
  }
}

async function* unpacked(path: string, count: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  yield* gunzip(plain(path, 0, count))
}

/** Packed bytes can only be read from the beginning. */
async function* skipping(chunks: AsyncIterable<Uint8Array>, from: number): AsyncGenerator<Uint8Array> {
  let left = from
  for await (const bytes of chunks) {
    if (left < bytes.length) yield left === 0 ? bytes : bytes.subarray(left)
    left = Math.max(0, left - bytes.length)
  }
}

/** Also for what is read from standard input. */
export function problemOf(problem: unknown): unknown {
  const code = (problem as NodeJS.ErrnoException)?.code
  if (problem instanceof KritinfoError || code === undefined) return problem
  if (code.startsWith('Z_') || code === 'ERR_BUFFER_TOO_LARGE')
    return new KritinfoError(issue('CLI-013', { line: 1, column: 1 }))
  return new KritinfoError(issue('CLI-003', {}, { reason: reasonOf(problem) }))
}
