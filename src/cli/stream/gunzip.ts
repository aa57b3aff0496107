import * as zlib from 'node:zlib'
import { issue, KritinfoError } from '../../issue/issue.ts'
import { checksumOf } from '../../archive/checksum.ts'
import { ByteReader } from './byte-reader.ts'
import { inflated } from './inflate.ts'

/** Bytes stand after the end of what is packed that are no gzip. What is packed was read in full. */
export class TrailingBytes extends KritinfoError {}

/**
 * Unpacks gzip (https://www.rfc-editor.org/rfc/rfc1952), of which a stream may have several members, one after the other. All
 * that comes before damage is given: Node's own stream keeps back what it had unpacked last. Throws `KritinfoError` (CLI-013)
 * for what is damaged, ends too early, or has something else after it; zeros may fill it up.
 */
export async function* gunzip(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = new ByteReader(chunks)
  try {
    yield* membersOf(reader)
  } finally {
    await reader.close()
  }
}

async function* membersOf(reader: ByteReader): AsyncGenerator<Uint8Array> {
  for (let isFirst = true; await isMember(reader, isFirst); isFirst = false) yield* memberOf(reader)
}

/** True if bytes begin as gzip does. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

/** The bytes of a stream of which no name says whether they are packed, unpacked if they are. */
export async function* unpackedIfPacked(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = new ByteReader(chunks)
  try {
    const start = await reader.exactly(2)
    if (start !== undefined) reader.putBack(start)
    yield* start !== undefined && isGzip(start) ? membersOf(reader) : reader.rest()
  } finally {
    await reader.close()
  }
}

function damaged(): KritinfoError {
  return new KritinfoError(issue('CLI-013', { line: 1, column: 1 }))
}

/** Whether another member begins here. */
async function isMember(reader: ByteReader, isFirst: boolean): Promise<boolean> {
  const start = isFirst ? await reader.take() : await afterZeros(reader)
  if (start === undefined) {
    if (isFirst) throw damaged()
    return false
  }
  reader.putBack(start)
  const magic = await reader.exactly(2)
  if (magic !== undefined && isGzip(magic)) return true
  throw isFirst ? damaged() : new TrailingBytes(damaged().issues)
}

async function afterZeros(reader: ByteReader): Promise<Uint8Array | undefined> {
  for (;;) {
    const bytes = await reader.take()
    const start = bytes?.findIndex((one) => one !== 0)
    if (bytes === undefined || start !== -1) return bytes?.subarray(start)
  }
}

async function* memberOf(reader: ByteReader): AsyncGenerator<Uint8Array> {
  await skipHeader(reader)
  let sum = 0
  let size = 0
  for await (const bytes of inflated(reader, damaged)) {
    sum = checksum(bytes, sum)
    size = (size + bytes.length) % 2 ** 32
    yield bytes
  }
  const end = await demand(reader, 8)
  if (end.readUInt32LE(0) !== sum || end.readUInt32LE(4) !== size) throw damaged()
}

/** Node's own is quicker, where there is one. */
const checksum: typeof checksumOf = (zlib as { crc32?: typeof checksumOf }).crc32 ?? checksumOf

const flags = { headerSum: 2, extra: 4, name: 8, comment: 16 }

/** What stands before the packed bytes, after the two that tell gzip: method, flags, time, and what the flags tell of. */
async function skipHeader(reader: ByteReader): Promise<void> {
  const [method, flag = 0] = await demand(reader, 8)
  if (method !== 8 || flag > 31) throw damaged()
  if (flag & flags.extra) await demand(reader, (await demand(reader, 2)).readUInt16LE(0))
  for (const text of [flags.name, flags.comment]) if (flag & text) while ((await demand(reader, 1))[0] !== 0);
  if (flag & flags.headerSum) await demand(reader, 2)
}

async function demand(reader: ByteReader, count: number): Promise<Buffer> {
  const bytes = await reader.exactly(count)
  if (bytes === undefined) throw damaged()
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
}
