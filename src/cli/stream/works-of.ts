import type { Work } from '../work.ts'
import { beginning, type Load } from './batch.ts'
import { isBlank } from './blank.ts'
import { feed } from './line-batches.ts'
import { batchesOf, type StreamForm } from './source.ts'

/** The documents of a batch, in their order. Of lines, those that hold something; all are counted. */
export function* worksOf(load: Load): Generator<Work> {
  if (load.kind === 'files') for (const path of load.paths) yield { origin: { file: path }, content: { path } }
  if (load.kind === 'document') yield { origin: load.origin, content: load.bytes }
  if (load.kind === 'failure') yield { origin: load.origin, content: { issue: load.issue } }
  if (load.kind === 'lines') yield* linesOf(load.bytes, load.file, load.line)
}

function* linesOf(bytes: Uint8Array, file: string, first: number): Generator<Work> {
  let line = first
  for (let start = 0; start < bytes.length; line++) {
    const found = bytes.indexOf(feed, start)
    const end = found < 0 ? bytes.length : found
    const content = bytes.subarray(start, bytes[end - 1] === carriageReturn && end > start ? end - 1 : end)
    if (!isBlank(content)) yield { origin: { file, line }, content }
    start = end + 1
  }
}

const carriageReturn = 0x0d

/** All documents of the inputs one after the other, for commands that look at each and keep nothing. */
export async function* worksIn(paths: readonly string[], standardInput: StreamForm): AsyncGenerator<Work> {
  for await (const { load } of batchesOf(paths, { standardInput, from: beginning })) yield* worksOf(load)
}
