import { decode } from '../document/decode.ts'
import { limitsOf, standardLimits } from '../document/limits.ts'
import { readLines } from '../document/ndjson.ts'
import { KritinfoError } from '../issue/issue.ts'
import { readBytes, readStdin } from './files.ts'
import { isNdjson } from './inputs.ts'
import { type Origin, standardStream } from './message.ts'

/** One document to be converted: a file still to be read, or what was read already. Plain data, for workers too. */
export interface Work {
  readonly origin: Origin
  readonly content: { readonly path: string } | Uint8Array | string
}

/** A file of many documents may be far larger than one; this is what a JavaScript string holds. */
const ndjsonLimit = 500_000_000

/** The documents of the inputs, in their order. Of a file of lines each line is one. */
export async function* worksOf(paths: readonly string[], ndjson: boolean): AsyncGenerator<Work> {
  for (const path of paths) {
    if (path === standardStream) yield* take({ file: standardStream }, await readStdin(), ndjson)
    else if (!ndjson && !isNdjson(path)) yield { origin: { file: path }, content: { path } }
    else yield* takeFile(path)
  }
}

/** What a document is made of. Throws `KritinfoError` if its file cannot be read. */
export function contentOf({ content }: Work): Uint8Array | string {
  return typeof content === 'object' && 'path' in content ? readBytes(content.path, standardLimits.bytes) : content
}

/** A file that cannot be read is one document, which fails in its turn. */
function* takeFile(path: string): Generator<Work> {
  let bytes: Uint8Array
  try {
    bytes = readBytes(path, ndjsonLimit)
  } catch (problem) {
    if (!(problem instanceof KritinfoError)) throw problem
    return yield { origin: { file: path }, content: { path } }
  }
  yield* take({ file: path }, bytes, true, isNdjson(path))
}

function* take(origin: Origin, bytes: Uint8Array, ndjson: boolean, sure = false): Generator<Work> {
  const decoded = ndjson ? decodeLines(bytes) : undefined
  if (decoded === undefined || !(sure || isLines(decoded.text))) return yield { origin, content: bytes }
  let mark = decoded.mark
  for (const { text, line } of readLines(decoded.text)) {
    yield { origin: { ...origin, line }, content: mark + text }
    mark = ''
  }
}

/** Text, and the byte order mark, which whoever reads the first line shall mention. Undefined if it is no text. */
function decodeLines(bytes: Uint8Array): { readonly text: string; readonly mark: string } | undefined {
  try {
    const { text, issues } = decode(bytes, limitsOf({ bytes: ndjsonLimit }))
    return { text, mark: issues.length > 0 ? '\ufeff' : '' }
  } catch (problem) {
    if (problem instanceof KritinfoError) return undefined
    throw problem
  }
}

/**
 * `--format ndjson` says how to write and may come with a document on many lines. No such document has a line that
 * closes an object before one that opens an object: a comma would be missing.
 */
function isLines(text: string): boolean {
  const [first, second] = readLines(text)
  return first !== undefined && second !== undefined && /^\s*\{.*\}\s*$/.test(first.text) && /^\s*\{/.test(second.text)
}
