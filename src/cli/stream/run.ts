import { setImmediate } from 'node:timers/promises'
import { usage } from '../message.ts'
import type { Session } from '../session.ts'
import { complain } from '../tell.ts'
import { done, type Task } from '../worker.ts'
import { type Batch, beginning } from './batch.ts'
import { closingOf } from './closing.ts'
import { type Delivery, type Done, messagesTold } from './delivery.ts'
import type { Mark } from './journal.ts'
import { inOrder } from './in-order.ts'
import type { Outlet } from './outlet.ts'
import { progressOf } from './progress.ts'
import { addTally, newTally, type RunTally } from './run-tally.ts'
import { batchesOf, type StandardInput, sizeOf } from './source.ts'

/** A run over all inputs. */
export interface Run {
  readonly kind: Task['kind']
  readonly session: Session
  readonly paths: readonly string[]
  readonly standardInput: StandardInput
  readonly delivery: Delivery
  readonly outlet: Outlet
  /** How many workers share the batches. With one it is this process. */
  readonly jobs: number
  /** The program, beside which its workers lie. */
  readonly entry: URL
  /** Where to go on, and what to say of the run in its journal. */
  readonly from?: Mark | undefined
  readonly fingerprint?: string
  readonly quiet: boolean
}

/** Throws `Stop` for a number of workers that makes no sense. */
export function demandJobs(jobs: number): void {
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > 64) throw usage('--jobs takes a number from 1 to 64.')
}

/** Takes every document of the inputs through its batch to its places, in order, and gives the numbers of all. */
export async function run(options: Run): Promise<RunTally> {
  const { kind, session, delivery, jobs, entry } = options
  if (jobs === 1) return through(options, (batch) => done(session, { kind, delivery, batch }))
  const workers = (await import('./workers.ts')).startWorkers(jobs, entry)
  try {
    return await through(options, (batch) => workers.run<Done>({ kind, order: session.order, delivery, batch }))
  } finally {
    await workers.end()
  }
}

async function through({ outlet, delivery, quiet, from, ...rest }: Run, work: Work): Promise<RunTally> {
  const tally = newTally()
  if (from !== undefined) addTally(tally, from.tally)
  let position = from?.position ?? beginning
  const markOf = (sizes: Mark['sizes']): Mark => {
    const sum = newTally()
    addTally(sum, tally)
    const { fingerprint = '', session } = rest
    const { now } = session.order
    return { fingerprint, now, process: process.pid, position, sizes, tally: sum, isComplete: false }
  }
  const total = rest.paths.reduce((sum, path) => sum + sizeOf(path), 0)
  const before = rest.paths.slice(0, position.input).reduce((sum, path) => sum + sizeOf(path), 0)
  const progress = progressOf({ quiet: quiet || !delivery.isBulk, total, done: before, documents: tally.documents })
  const telling = new Telling(delivery)
  try {
    for await (const result of resultsOf(rest, work, position)) {
      const lines = telling.linesOf(result)
      if (lines.length > 0) progress.pause()
      complain(lines)
      addTally(tally, result.tally)
      position = result.end
      await outlet.put(result, tally.documents)
      outlet.mark(markOf)
      progress.advance(result.cost, result.tally.documents)
    }
    await outlet.finish(markOf)
  } catch (problem) {
    outlet.abandon()
    throw problem
  } finally {
    progress.end()
  }
  if (delivery.isBulk && !quiet) complain(closingOf(tally))
  return tally
}

type Work = (batch: Batch) => Promise<Done>

/** Between two batches signals and closed pipes get their turn. */
async function* resultsOf(
  { paths, standardInput, jobs }: Pick<Run, 'paths' | 'standardInput' | 'jobs'>,
  work: Work,
  from: Mark['position'],
): AsyncGenerator<Done> {
  const batches = batchesOf(paths, { standardInput, from })
  if (jobs > 1) return yield* inOrder(batches, work, jobs)
  for await (const batch of batches) {
    yield await work(batch)
    await setImmediate()
  }
}

/** Which messages are told: of a run of very many documents the first of each code. */
class Telling {
  readonly #times = new Map<string, number>()

  constructor(readonly delivery: Delivery) {}

  linesOf({ told }: Done): string[] {
    if (!this.delivery.isBulk) return told.map(({ line }) => line)
    return told.flatMap(({ code = '', line }) => {
      const times = (this.#times.get(code) ?? 0) + 1
      this.#times.set(code, times)
      if (times < messagesTold) return line
      return times === messagesTold
        ? [line, `kritinfo: further ${code} are counted at the end, and listed by --report`]
        : []
    })
  }
}
