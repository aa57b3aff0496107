import type { Planted } from '../generate/defect.ts'
import { type GenerateOptions, generator } from '../generate/documents.ts'

/** Documents that are made at one go: so many from a number on, of which the first is a certain line. Plain data. */
export interface Slice {
  readonly options: GenerateOptions
  readonly from: number
  readonly count: number
  readonly line: number
}

/** A slice as NDJSON, and as NDJSON what has to be found wrong in it. Plain data. */
export interface MadeSlice {
  readonly documents: string
  readonly expectations: string
}

/** A quarter of a megabyte or so: enough to be quick, and little beside what the program takes anyway. */
const sizes = { ki: 250, kj: 100, r4: 100, eps: 20 } as const

/** A run in slices that are the same whoever makes them. */
export function* slicesOf(options: GenerateOptions, from: number, count: number): Generator<Slice> {
  const size = sizes[options.form]
  for (let done = 0; done < count; done += size) {
    yield { options, from: from + done, count: Math.min(size, count - done), line: done + 1 }
  }
}

/** Makes the documents of a slice. */
export function makeSlice({ options, from, count, line }: Slice): MadeSlice {
  const make = generator(options)
  let [documents, expectations] = ['', '']
  for (let step = 0; step < count; step++) {
    const { text, planted } = make(from + step)
    documents += `${text}\n`
    if (planted !== undefined) expectations += `${expectation(line + step, planted)}\n`
  }
  return { documents, expectations }
}

function expectation(line: number, { defect, codes, exit }: Planted): string {
  return JSON.stringify({ line, defect, codes, exit })
}
