import { Tinypool } from 'tinypool'
import { issue } from '../../issue/issue.ts'
import { exit } from '../exit.ts'
import { messageOf, Stop } from '../message.ts'

/** Workers that each hold what they need, and take tasks as they become free. */
export interface Workers {
  /** Calls a function of the workers' part of the program. Rejects with `Stop` (CLI-022) if its memory runs out. */
  run<Result>(name: string, task: unknown): Promise<Result>
  end(): Promise<void>
}

/**
 * Megabytes of objects that are new. What a batch makes is garbage when it is done, so that more room only means that less
 * of it is reused.
 */
const youngSpace = 8

/**
 * Starts them. `entry` is the program, beside which the workers' part of it lies. `shared` is what all tasks have in common:
 * each worker gets it once, and it may be large.
 */
export function startWorkers(count: number, entry: URL, shared?: unknown): Workers {
  const pool = new Tinypool({
    filename: new URL('./cli-worker.js', entry).href,
    minThreads: count,
    maxThreads: count,
    workerData: shared,
    resourceLimits: { maxYoungGenerationSizeMb: youngSpace },
  })
  return {
    run: (name, task) =>
      pool.run(task, { name }).catch((problem) => {
        throw endOf(problem)
      }),
    end: () => pool.destroy(),
  }
}

/** Node ends a worker whose memory is full, and tells so (https://nodejs.org/api/errors.html#err_worker_out_of_memory). */
function endOf(problem: NodeJS.ErrnoException): unknown {
  if (problem?.code !== 'ERR_WORKER_OUT_OF_MEMORY') return problem
  const found = issue('CLI-022')
  return new Stop(exit.usage, [messageOf(found, { file: 'kritinfo' })], [found])
}
