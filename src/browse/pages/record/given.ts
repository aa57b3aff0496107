import { standardLimits } from '../../../document/limits.ts'
import { readLines } from '../../../document/ndjson.ts'
import { issue } from '../../../issue/issue.ts'
import { InputProblem } from '../../engine/client.ts'
import type { Content } from '../../engine/record/plain.ts'

/** A record that somebody has brought, and what it is called in messages. */
export interface Given {
  readonly name: string
  readonly content: Content
  /** What a summary may need to know of the patient. */
  readonly patient?: Content
  /** It is the first of several in its file. */
  readonly isFirstOfMany?: true
}

/** Longer texts are kept out of the text field, which would take seconds to lay them out. */
export const longestText = 300_000

/**
 * The record in a file: JSON or XML, packed by gzip or not; of a file with a record on each line the first.
 *
 * @throws InputProblem (DOC-007) for a file above the bound on documents, which is not read.
 */
export async function givenOf(file: File): Promise<Given> {
  const isPacked = file.name.endsWith('.gz')
  const stream = isPacked ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream()
  const content = await bytesOf(stream)
  if (!/\.ndjson(?:\.gz)?$/.test(file.name)) return { name: file.name, content }
  const [first] = readLines(new TextDecoder().decode(content))
  return { name: file.name, content: first?.text ?? '', isFirstOfMany: true }
}

/** The bytes of a file, if one was chosen. */
export async function bytesOfFile(file: File | undefined): Promise<Uint8Array | undefined> {
  return file === undefined ? undefined : await bytesOf(file.stream())
}

/** What a packed file holds may be much more than the file. */
async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  const reader = stream.getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value)
    size += part.value.length
    if (size > standardLimits.bytes) {
      await reader.cancel()
      throw new InputProblem([issue('DOC-007', { line: 1, column: 1 }, { limit: standardLimits.bytes })])
    }
  }
  return joined(parts, size)
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** The text to show of a record; undefined for one that is too long. */
export function textToShow({ content }: Given): string | undefined {
  if (content.length > longestText) return undefined
  return typeof content === 'string' ? content : new TextDecoder().decode(content)
}
