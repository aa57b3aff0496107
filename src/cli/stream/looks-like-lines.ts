import { readLines } from '../../document/ndjson.ts'

/**
 * Whether a text that begins so has a document on each line, or is one document on several: no such document has a line
 * that closes an object before one that opens an object, since a comma would be missing. Undefined while there are not
 * two lines to see, of which the first is whole.
 */
export function looksLikeLines(text: string): boolean | undefined {
  const [first, second] = readLines(text)
  if (first === undefined || second === undefined) return undefined
  return /^\s*\{/.test(first.text) && first.text.trimEnd().endsWith('}') && /^\s*\{/.test(second.text)
}
