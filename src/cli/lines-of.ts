import { decode } from '../document/decode.ts'
import { limitsOf } from '../document/limits.ts'
import { issue, KritinfoError } from '../issue/issue.ts'

/** A line of a file, counted from 1, without its line feed. */
export interface Line {
  readonly text: string
  readonly line: number
}

const feed = 0x0a
const decoder = new TextDecoder('utf-8', { fatal: true })

/**
 * The lines of a stream, those of a chunk together, in memory that a line decides and not the stream. Empty lines are
 * left out. Throws `KritinfoError` for a line that has more than `limit` bytes (RPT-003) or is no text (DOC), with its line.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<readonly Line[]> {
  let held: Uint8Array[] = []
  let size = 0
  let line = 0
  const take = (bytes: Uint8Array): Line[] => {
    line++
    const whole = size === 0 ? bytes : Buffer.concat([...held, bytes])
    held = []
    size = 0
    const text = textOf(whole, line)
    return text.trim() === '' ? [] : [{ text, line }]
  }
  for await (const chunk of chunks) {
    const found: Line[] = []
    let from = 0
    for (let end = chunk.indexOf(feed); end >= 0; end = chunk.indexOf(feed, from)) {
      found.push(...take(chunk.subarray(from, end)))
      from = end + 1
    }
    size += chunk.length - from
    if (size > limit) throw new KritinfoError(issue('RPT-003', { line: line + 1 }, { limit }))
    if (from < chunk.length) held.push(chunk.subarray(from))
    if (found.length > 0) yield found
  }
  const last = size === 0 ? [] : take(new Uint8Array())
  if (last.length > 0) yield last
}

/** What is no UTF-8 is told as in any other document; a mark at the start of the file is passed over. */
function textOf(bytes: Uint8Array, line: number): string {
  try {
    return decoder.decode(bytes)
  } catch {
    try {
      return decode(bytes, limitsOf()).text
    } catch (problem) {
      if (!(problem instanceof KritinfoError)) throw problem
      throw new KritinfoError(problem.issues.map((one) => ({ ...one, line, column: one.column ?? 1 })))
    }
  }
}
