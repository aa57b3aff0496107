import { gunzipSync } from 'node:zlib'
import { standardLimits } from '../document/limits.ts'
import type { Tree } from '../document/tree.ts'
import { type Issue, issue, KritinfoError, type Params } from '../issue/issue.ts'
import { readBytes } from './files.ts'
import type { Origin } from './message.ts'
import { readInput } from './read-input.ts'
import { isPacked, problemOf } from './stream/open-bytes.ts'

/** One document to be worked on: a file still to be read, what was read already, or why there is nothing to read. */
export interface Work {
  readonly origin: Origin
  readonly content: { readonly path: string } | { readonly issue: Issue } | Uint8Array
}

/** What a document is made of. Throws `KritinfoError` if it cannot be read. */
export function contentOf({ content }: Work): Uint8Array {
  if (content instanceof Uint8Array) return content
  if ('issue' in content) throw new KritinfoError(content.issue)
  const bytes = readBytes(content.path, standardLimits.bytes)
  return isPacked(content.path) ? unpack(bytes) : bytes
}

/** Reads a document to be worked on. Lines that a message speaks of are those of the file, as is the one that it stands at. */
export function treeOf(work: Work): Tree {
  try {
    return readInput(contentOf(work))
  } catch (problem) {
    const { line } = work.origin
    if (line === undefined || !(problem instanceof KritinfoError)) throw problem
    throw new KritinfoError(problem.issues.map((one) => ({ ...one, params: inFile(one.params, line) })))
  }
}

function inFile(params: Params, first: number): Params {
  return typeof params.line === 'number' ? { ...params, line: first + params.line - 1 } : params
}

/** One packed document; it is given up before it grows above what a document may have. */
function unpack(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: standardLimits.bytes })
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new KritinfoError(issue('DOC-007', { line: 1, column: 1 }, { limit: standardLimits.bytes }))
    throw problemOf(problem)
  }
}
