import { standardLimits } from '../../../document/limits.ts'
import { readLines } from '../../../document/ndjson.ts'
import { issue } from '../../../issue/issue.ts'
import { InputProblem } from '../../engine/client.ts'
import { plainInflater } from '../../engine/inflater.ts'
import type { Content } from '../../engine/record/plain.ts'

export type PatientOf = 'story' | 'turned'

/** A record that somebody has brought, and what it is called in messages. */
export interface Given {
  readonly name: string
  readonly content: Content
  /** What a summary may need to know of the patient, and where that is from: an example, or the record before it was turned. */
  readonly patient?: Content
  readonly patientOf?: PatientOf
  /** It is the first of several in its file. */
  readonly isFirstOfMany?: true
}

/** Longer texts are kept out of the text field, which would take seconds to lay them out. */
export const longestText = 300_000

/**
 * The record in a file: JSON or XML, packed by gzip or not; of a file with a record on each line the first.
 *
 * @throws InputProblem DOC-007 for a file above the bound on documents, which is not read; CLI-013 for damaged gzip.
 */
export async function givenOf(file: File): Promise<Given> {
  const bytes = await bytesOf(file)
  const content = file.name.endsWith('.gz') ? unpacked(bytes) : bytes
  if (!/\.(?:ndjson|jsonl)(?:\.gz)?$/.test(file.name)) return { name: file.name, content }
  const [first] = readLines(new TextDecoder().decode(content))
  return { name: file.name, content: first?.text ?? '', isFirstOfMany: true }
}

/** The bytes of a file, if one was chosen. */
export async function bytesOfFile(file: File | undefined): Promise<Uint8Array | undefined> {
  return file === undefined ? undefined : await bytesOf(file)
}

async function bytesOf(file: File): Promise<Uint8Array> {
  if (file.size > standardLimits.bytes) throw tooLarge()
  return new Uint8Array(await file.arrayBuffer())
}

/** The browser's own DecompressionStream refuses gzip of several members, which is what `convert -o` writes. */
function unpacked(packed: Uint8Array): Uint8Array {
  const content = plainInflater.gunzip(packed, standardLimits.bytes)
  if (content === 'too large') throw tooLarge()
  if (content === 'damaged') throw new InputProblem([issue('CLI-013', { line: 1, column: 1 })])
  return content
}

function tooLarge(): InputProblem {
  return new InputProblem([issue('DOC-007', { line: 1, column: 1 }, { limit: standardLimits.bytes })])
}

/** The text to show of a record; undefined for one that is too long. */
export function textToShow({ content }: Given): string | undefined {
  if (content.length > longestText) return undefined
  return typeof content === 'string' ? content : new TextDecoder().decode(content)
}
