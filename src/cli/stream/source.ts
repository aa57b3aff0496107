import { demandText } from '../../document/decode.ts'
import { standardLimits } from '../../document/limits.ts'
import { issue, KritinfoError } from '../../issue/issue.ts'
import { statusOf } from '../files.ts'
import { isNdjson } from '../inputs.ts'
import { type Origin, standardStream } from '../message.ts'
import type { Batch, Load, Position } from './batch.ts'
import { feed, type LineOptions, lineParts } from './line-batches.ts'
import { looksLikeLines } from './looks-like-lines.ts'
import { isBlank } from './blank.ts'
import { unpackedIfPacked } from './gunzip.ts'
import { isPacked, openBytes, problemOf } from './open-bytes.ts'

/** Bytes of lines, or of files, that are worked on together: enough to make handing over cheap, few enough to hold. */
const target = 64 * 1024
/** Files that are worked on together, if they are small. */
const filesTogether = 16

/** How a stream is read: as one document, one a line, or whichever of the two it looks like. */
export type StreamForm = 'document' | 'lines' | 'either'

/** Standard input, of which so much was read that it showed what it is. */
export interface Looked {
  readonly isLines: boolean
  /** All of it. */
  readonly chunks: AsyncIterable<Uint8Array>
}

export interface SourceOptions {
  readonly standardInput: StreamForm
  /** Standard input, if somebody has looked at it: then this says what it is. */
  readonly looked?: Looked | undefined
  /** Files whose names do not say that they have lines may have them all the same. */
  readonly maybeLines?: boolean
  readonly from: Position
}

/** The documents of the inputs, in their order and in batches. An input that cannot be read is one document, which fails. */
export async function* batchesOf(paths: readonly string[], options: SourceOptions): AsyncGenerator<Batch> {
  let files: string[] = []
  let cost = 0
  for (let input = options.from.input; input < paths.length; input++) {
    const path = paths[input] as string
    if (path !== standardStream && !isNdjson(path) && options.maybeLines !== true) {
      files.push(path)
      cost += sizeOf(path)
      if (files.length < filesTogether && cost < target) continue
      yield batch({ kind: 'files', paths: files }, { input: input + 1, byte: 0, line: 1 }, cost)
    } else {
      if (files.length > 0) yield batch({ kind: 'files', paths: files }, { input, byte: 0, line: 1 }, cost)
      yield* streamOf(path, input, options)
    }
    files = []
    cost = 0
  }
  if (files.length > 0) yield batch({ kind: 'files', paths: files }, { input: paths.length, byte: 0, line: 1 }, cost)
}

/** An input that is read as it comes; a file of lines from where a run before this one came to. */
function streamOf(path: string, input: number, { from, standardInput, looked }: SourceOptions): AsyncGenerator<Batch> {
  const meter = new Meter()
  const start = from.input === input ? from : { byte: 0, line: 1 }
  if (path === standardStream)
    return stream({
      chunks: looked?.chunks ?? unpackedIfPacked(process.stdin),
      path,
      input,
      start,
      meter,
      form: looked === undefined ? standardInput : looked.isLines ? 'lines' : 'document',
      eager: true,
    })
  const chunks = openBytes(path, start.byte, (bytes) => meter.add(bytes))
  const isKnown = isNdjson(path) || start.byte > 0
  return stream({ chunks, path, input, start, meter, form: isKnown ? 'lines' : 'either', eager: false })
}

function batch(load: Load, end: Position, cost: number): Batch {
  return { load, end, cost }
}

/** The size of a file on disk; 0 for what is not there, of which whoever reads it hears more. */
export function sizeOf(path: string): number {
  return path === standardStream ? 0 : (statusOf(path)?.size ?? 0)
}

/** Bytes on disk that lie before a place, and are not read again to come there: packed ones are, from their beginning. */
export function bytesBefore(paths: readonly string[], { input, byte }: Position): number {
  const whole = paths.slice(0, input).reduce((sum, path) => sum + sizeOf(path), 0)
  const path = paths[input]
  return path === undefined || isPacked(path) ? whole : whole + byte
}

interface Stream {
  readonly chunks: AsyncIterable<Uint8Array>
  readonly path: string
  readonly input: number
  readonly start: Pick<Position, 'byte' | 'line'>
  readonly meter: Meter
  readonly form: StreamForm
  readonly eager: boolean
}

async function* stream({ chunks, path, input, start, meter, form, eager }: Stream): AsyncGenerator<Batch> {
  const end = { input: input + 1, byte: 0, line: 1 }
  const reader = chunks[Symbol.asyncIterator]()
  try {
    const sample = form === 'lines' ? undefined : await beginningOf(reader, form === 'either')
    if (sample !== undefined && !sample.isLines)
      return yield batch({ kind: 'document', origin: { file: path }, bytes: sample.bytes }, end, meter.take())
    const all = continued(sample?.bytes, reader)
    const options = { file: path, ...start, target, limit: standardLimits.bytes, eager }
    yield* partsOf(start.byte > 0 ? all : startingAsText(all, path), options, input, meter)
  } catch (problem) {
    yield failure(problemOf(problem), { file: path }, end, meter.take())
  }
}

/** Reads standard input up to where it shows whether it has a document on each line. What keeps it from that is met again. */
export async function lookAtStandardInput(): Promise<Looked> {
  const reader = unpackedIfPacked(process.stdin)
  try {
    const { bytes, isLines } = await beginningOf(reader, true)
    return { isLines, chunks: continued(bytes, reader) }
  } catch (problem) {
    return { isLines: false, chunks: failing(problem) }
  }
}

// biome-ignore lint/correctness/useYield: a stream that ends before it begins
async function* failing(problem: unknown): AsyncGenerator<Uint8Array> {
  throw problem
}

/** A stream up to where it shows whether it has a document on each line, or all of it. */
async function beginningOf(
  chunks: AsyncIterator<Uint8Array>,
  mayBeLines: boolean,
): Promise<{ readonly bytes: Uint8Array; readonly isLines: boolean }> {
  const held: Uint8Array[] = []
  let size = 0
  let undecided = mayBeLines
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) {
    held.push(next.value)
    size += next.value.length
    if (size > standardLimits.bytes)
      throw new KritinfoError(issue('DOC-007', { line: 1, column: 1 }, { limit: standardLimits.bytes }))
    if (undecided && next.value.includes(feed)) {
      const verdict = looksLikeLines(Buffer.concat(held).toString('latin1'))
      if (verdict === true) return { bytes: Buffer.concat(held), isLines: true }
      undecided = verdict === undefined
    }
  }
  return { bytes: Buffer.concat(held), isLines: false }
}

async function* continued(first: Uint8Array | undefined, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (first !== undefined) yield first
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value
}

/**
 * What is no text at all is one document that fails, and not as many as it has line feeds. So is a file of which nothing is
 * left without its white space; a pipe may have nothing to say.
 */
async function* startingAsText(chunks: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<Uint8Array> {
  let isFirst = true
  let isEmpty = true
  for await (const chunk of chunks) {
    if (isFirst) demandText(chunk)
    isFirst = false
    isEmpty &&= isBlank(chunk)
    yield chunk
  }
  if (isEmpty && path !== standardStream) throw new KritinfoError(issue('DOC-002', { line: 1, column: 1 }))
}

/** Bytes read on disk since they were last asked for. */
class Meter {
  #bytes = 0

  add(bytes: number): void {
    this.#bytes += bytes
  }

  take(): number {
    const bytes = this.#bytes
    this.#bytes = 0
    return bytes
  }
}

async function* partsOf(
  chunks: AsyncIterable<Uint8Array>,
  options: LineOptions,
  input: number,
  meter: Meter,
): AsyncGenerator<Batch> {
  const end = { input: input + 1, byte: 0, line: 1 }
  let { line } = options
  try {
    for await (const part of lineParts(chunks, options)) {
      line = part.line
      yield batch(part.load, { input, byte: part.byte, line }, meter.take())
    }
    yield batch({ kind: 'files', paths: [] }, end, meter.take())
  } catch (problem) {
    yield failure(problem, { file: options.file, line }, end, meter.take())
  }
}

/** The document that stands for an input, or the rest of one, that cannot be read. */
function failure(problem: unknown, origin: Origin, end: Position, cost: number): Batch {
  if (!(problem instanceof KritinfoError)) throw problem
  const [first] = problem.issues
  if (first === undefined) throw problem
  // Damage has a place in the file; what kept it from being opened has none.
  const place = first.code === 'CLI-013' ? origin : { file: origin.file }
  return batch({ kind: 'failure', origin: place, issue: first }, end, cost)
}
