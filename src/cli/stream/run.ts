import { complain } from '../tell.ts'
import { beginning } from './batch.ts'
import { closingOf } from './closing.ts'
import type { Crew } from './crew.ts'
import { type Delivery, type Done, messagesTold } from './delivery.ts'
import { results } from './in-order.ts'
import type { Mark } from './journal.ts'
import type { Outlet } from './outlet.ts'
import { progressOf } from './progress.ts'
import { addTally, newTally, type RunTally } from './run-tally.ts'
import { batchesOf, bytesBefore, type SourceOptions, sizeOf } from './source.ts'

/** A run over all inputs. */
export interface Run {
  readonly crew: Crew<Done>
  readonly paths: readonly string[]
  readonly source: Omit<SourceOptions, 'from'>
  readonly delivery: Delivery
  readonly outlet: Outlet
  /** Where to go on. */
  readonly from?: Mark | undefined
  /** What the journal says of the run. */
  readonly signature: Pick<Mark, 'fingerprint' | 'now'>
  readonly quiet: boolean
  /** Documents go there and back, and none is written. */
  readonly isTrip?: boolean
}

/**
 * Takes every document of the inputs through its batch to its places, in order, and gives the numbers of all.
 */
export async function run(given: Run): Promise<RunTally> {
  const { crew, paths, source, delivery, outlet, from, signature, quiet, isTrip } = given
  const tally = newTally()
  if (from !== undefined) addTally(tally, from.tally)
  let position = from?.position ?? beginning
  const markOf = (sizes: Mark['sizes']): Mark => {
    const sum = newTally()
    addTally(sum, tally)
    return { ...signature, process: process.pid, position, sizes, tally: sum, isComplete: false }
  }
  const total = paths.reduce((sum, path) => sum + sizeOf(path), 0)
  const before = bytesBefore(paths, position)
  const progress = progressOf({ quiet: quiet || !delivery.isBulk, total, done: before, documents: tally.documents })
  const telling = new Telling(delivery, quiet)
  try {
    for await (const result of results(batchesOf(paths, { ...source, from: position }), crew)) {
      const lines = telling.linesOf(result)
      if (lines.length > 0) progress.pause()
      complain(lines)
      addTally(tally, result.tally)
      position = result.end
      await outlet.put(result)
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
  if (delivery.isBulk && !quiet) complain(closingOf(tally, isTrip))
  return tally
}

/** Which messages are told: of a run of very many documents the first of each code. */
class Telling {
  readonly #times = new Map<string, number>()

  constructor(
    readonly delivery: Delivery,
    readonly quiet: boolean,
  ) {}

  linesOf({ told }: Done): string[] {
    if (!this.delivery.isBulk) return told.map(({ line }) => line)
    return told.flatMap(({ code = '', line }) => {
      const times = (this.#times.get(code) ?? 0) + 1
      this.#times.set(code, times)
      if (times < messagesTold) return line
      return times === messagesTold
        ? [
            line,
            `kritinfo: further ${code} are ${this.quiet ? 'not told' : 'counted at the end'}, and listed by --report`,
          ]
        : []
    })
  }
}
