import { Tinypool } from 'tinypool'

/** Workers that each hold the tables, and take tasks as they become free. */
export interface Workers {
  run<Result>(task: unknown): Promise<Result>
  end(): Promise<void>
}

/** Starts them. `entry` is the program, beside which the workers' part of it lies. */
export function startWorkers(count: number, entry: URL): Workers {
  const pool = new Tinypool({
    filename: new URL('./cli-worker.js', entry).href,
    minThreads: count,
    maxThreads: count,
    // One more task is at hand when a worker has done the one before.
    concurrentTasksPerWorker: 1,
  })
  return { run: (task) => pool.run(task), end: () => pool.destroy() }
}
