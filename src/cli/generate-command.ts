import { setImmediate } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { type ExitCode, exit } from './exit.ts'
import type { GenerateArguments } from './generate-options.ts'
import { type GenerateOrder, generateOrderOf } from './generate-order.ts'
import { type MadeSlice, makeSlice, slicesOf } from './generate-slice.ts'
import { NewFile } from './write-file.ts'

/** Somewhere for lines, which come in pieces; each resolves when there is room for the next. */
interface Lines {
  put(text: string): Promise<void>
  finish(): void
}

/** `kritinfo generate`: invented documents, one a line. Nothing but data is written. `entry` is the program. */
export async function generateCommand(args: GenerateArguments, entry: URL): Promise<ExitCode> {
  const order = generateOrderOf(args)
  const output = order.output === undefined ? standardOutput : gathering(order.output)
  const expected = order.expected === undefined ? undefined : gathering(order.expected)
  for await (const { documents, expectations } of made(order, entry)) {
    await output.put(documents)
    if (expectations !== '') await expected?.put(expectations)
  }
  output.finish()
  expected?.finish()
  return exit.fine
}

/** The slices of a run in their order, made here or by several workers. */
async function* made({ options, from, count, jobs }: GenerateOrder, entry: URL): AsyncGenerator<MadeSlice> {
  const slices = slicesOf(options, from, count)
  if (jobs === 1) {
    for (const slice of slices) yield makeSlice(slice)
    return
  }
  const [{ startWorkers }, { inOrder }] = await Promise.all([
    import('./stream/workers.ts'),
    import('./stream/in-order.ts'),
  ])
  const workers = startWorkers(jobs, entry)
  try {
    yield* inOrder(slices, (slice) => workers.run<MadeSlice>('generate', slice), jobs)
  } finally {
    await workers.end()
  }
}

/** A reader that is slow is waited for; one that is gone ends the program (main.ts). */
const standardOutput: Lines = {
  put: (text) =>
    new Promise((done) => {
      process.stdout.write(text, (problem) => {
        if (problem == null) done()
      })
    }),
  finish: () => undefined,
}

/** A file that is there when it is complete. Packed, each piece is a member of its own, which every gunzip reads on through. */
function gathering(name: string): Lines {
  const file = new NewFile(name)
  const isPacked = name.endsWith('.gz')
  return {
    async put(text) {
      file.append(isPacked ? gzipSync(text) : text)
      // Writing a file waits for nobody, and a signal to stop is only heard between two turns of the loop.
      await setImmediate()
    },
    finish: () => file.finish(),
  }
}
