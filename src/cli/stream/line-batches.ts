import { issue } from '../../issue/issue.ts'
import type { Load } from './batch.ts'
import { TrailingBytes } from './gunzip.ts'

/** A part of a file of lines, with where it ends. */
export interface Part {
  readonly load: Load
  readonly byte: number
  readonly line: number
}

export interface LineOptions {
  readonly file: string
  /** Where in the file the chunks begin. */
  readonly byte: number
  readonly line: number
  /** The least size of a part, in bytes, unless the file ends. */
  readonly target: number
  /** The most bytes that a line may have: what is longer is passed over, and told. */
  readonly limit: number
  /** Parts end with the chunk, if it has a whole line: for streams of which nobody knows when more will come. */
  readonly eager: boolean
}

/** The byte that ends a line. */
export const feed = 0x0a

/**
 * Cuts a stream into parts of whole lines: each ends with the first line feed at or after the target, however the stream
 * came in chunks. Holds no more than one part or one line. Of a stream that breaks off, the whole lines before it are given
 * first; the last line too, if bytes of something else follow what is packed.
 */
export async function* lineParts(chunks: AsyncIterable<Uint8Array>, options: LineOptions): AsyncGenerator<Part> {
  const cutter = new Cutter(options)
  try {
    for await (const chunk of chunks) yield* cutter.take(chunk)
  } catch (problem) {
    yield* problem instanceof TrailingBytes ? cutter.end() : cutter.wholeLines()
    throw problem
  }
  yield* cutter.end()
}

class Cutter {
  readonly #options: LineOptions
  #held: Uint8Array[] = []
  #size = 0
  /** Bytes since the last line feed. */
  #tail = 0
  #byte: number
  #line: number
  #isSkipping = false

  constructor(options: LineOptions) {
    this.#options = options
    this.#byte = options.byte
    this.#line = options.line
  }

  *take(chunk: Uint8Array): Generator<Part> {
    for (let rest = chunk; rest.length > 0; ) rest = yield* this.#isSkipping ? this.#skip(rest) : this.#gather(rest)
    if (this.#options.eager) yield* this.wholeLines()
  }

  /** What is held, but for a line that has not ended. */
  *wholeLines(): Generator<Part> {
    if (this.#size > this.#tail) yield this.#part(this.#tail)
  }

  /** What follows a line that is passed over, if that ends here. */
  *#skip(bytes: Uint8Array): Generator<Part, Uint8Array> {
    const found = bytes.indexOf(feed)
    this.#byte += found < 0 ? bytes.length : found + 1
    if (found < 0) return bytes.subarray(bytes.length)
    yield this.#passedOver()
    return bytes.subarray(found + 1)
  }

  /** What follows a part, if one ends here. The length of its last line is looked at before its end is taken in. */
  *#gather(bytes: Uint8Array): Generator<Part, Uint8Array> {
    const end = this.#endIn(bytes) ?? bytes.length
    this.#hold(bytes.subarray(0, end))
    if (this.#tail > this.#options.limit) {
      yield* this.#passOver()
      return bytes.subarray(end)
    }
    if (end === bytes.length) return bytes.subarray(end)
    this.#hold(bytes.subarray(end, end + 1))
    yield this.#part()
    return bytes.subarray(end + 1)
  }

  *end(): Generator<Part> {
    if (this.#isSkipping) yield this.#passedOver()
    if (this.#size > 0) yield this.#part()
  }

  /** The line feed that ends the part, in what has come; undefined if it is not yet there. */
  #endIn(bytes: Uint8Array): number | undefined {
    const from = Math.max(0, this.#options.target - this.#size - 1)
    const found = from >= bytes.length ? -1 : bytes.indexOf(feed, from)
    return found < 0 ? undefined : found
  }

  #hold(bytes: Uint8Array): void {
    if (bytes.length === 0) return
    this.#held.push(bytes)
    this.#size += bytes.length
    const last = bytes.lastIndexOf(feed)
    this.#tail = last < 0 ? this.#tail + bytes.length : bytes.length - 1 - last
  }

  /** What is held, but for the last bytes that are to wait. */
  #part(waiting = 0): Part {
    const whole = this.#held.length === 1 ? (this.#held[0] as Uint8Array) : Buffer.concat(this.#held)
    const bytes = whole.subarray(0, whole.length - waiting)
    const { file } = this.#options
    const load: Load = { kind: 'lines', file, line: this.#line, bytes }
    this.#byte += bytes.length
    this.#line += countLines(bytes)
    this.#held = []
    this.#size = 0
    if (waiting > 0) this.#hold(whole.subarray(whole.length - waiting))
    else this.#tail = 0
    return { load, byte: this.#byte, line: this.#line }
  }

  /** A line that is too long for memory: what came before it goes on its way, and nothing of it is held. */
  *#passOver(): Generator<Part> {
    yield* this.wholeLines()
    this.#byte += this.#size
    this.#held = []
    this.#size = 0
    this.#tail = 0
    this.#isSkipping = true
  }

  /** The one word on such a line, when its end has come, so that a run can go on after it. */
  #passedOver(): Part {
    const { file, limit } = this.#options
    const origin = { file, line: this.#line }
    this.#isSkipping = false
    this.#line++
    const load: Load = { kind: 'failure', origin, issue: issue('DOC-007', { line: 1, column: 1 }, { limit }) }
    return { load, byte: this.#byte, line: this.#line }
  }
}

function countLines(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(feed); at >= 0; at = bytes.indexOf(feed, at + 1)) count++
  return count
}
