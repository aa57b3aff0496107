import { Tinypool } from 'tinypool'

/** Workers that each hold what they need, and take tasks as they become free. */
export interface Workers {
  /** Calls a function of the workers' part of the program. */
  run<Result>(name: string, task: unknown): Promise<Result>
  end(): Promise<void>
}

/**
 * Megabytes of objects that are new. What a batch makes is garbage when it is done, so that more room only means that less
 * of it is reused.
 */
const youngSpace = 8

/** Starts them. `entry` is the program, beside which the workers' part of it lies. */
export function startWorkers(count: number, entry: URL): Workers {
  const pool = new Tinypool({
    filename: new URL('./cli-worker.js', entry).href,
    minThreads: count,
    maxThreads: count,
    resourceLimits: { maxYoungGenerationSizeMb: youngSpace },
  })
  return { run: (name, task) => pool.run(task, { name }), end: () => pool.destroy() }
}
