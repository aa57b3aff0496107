import type { ExitCode } from '../exit.ts'
import { Stop, stopOf, usage } from '../message.ts'
import type { PlainChecked } from '../checked-plain.ts'
import type { Order } from '../order.ts'
import { mostJobs } from '../options.ts'
import { complain } from '../tell.ts'
import type { CheckOrder } from '../validate-session.ts'
import type { Batch } from './batch.ts'
import type { Delivery, Done } from './delivery.ts'
import { growSlowly } from './memory.ts'

/** Whoever works on batches: this process, or several workers. */
export interface Crew<Result> {
  readonly size: number
  work(batch: Batch): Promise<Result>
  end(): Promise<void>
}

/** What converts has tables, of which the version is told. */
export interface Converters extends Crew<Done> {
  readonly mappings: string
}

export interface Job {
  readonly kind: 'convert' | 'roundtrip'
  readonly order: Order
  readonly delivery: Delivery
}

/** Throws `Stop` for a number of workers that makes no sense. */
export function demandJobs(jobs: number): void {
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > mostJobs)
    throw usage(`--jobs takes a whole number from 1 to ${mostJobs}.`)
}

/**
 * Those who convert. `entry` is the program, beside which its workers lie. Tables are only loaded where they are used, since
 * each copy takes memory. Throws `Stop` for tables and files that cannot be used.
 */
export async function converters(job: Job, jobs: number, entry: URL): Promise<Converters> {
  if (job.delivery.isBulk) growSlowly()
  if (jobs > 1) return apart(job, jobs, entry)
  const [{ openSession }, { inSession }] = await Promise.all([import('../session.ts'), import('../worker.ts')])
  const session = await openSession(job.order)
  return {
    size: 1,
    mappings: session.kit.mappings.version,
    work: (batch) => inSession(session, job, batch),
    end: async () => undefined,
  }
}

async function apart(job: Job, jobs: number, entry: URL): Promise<Converters> {
  const workers = (await import('./workers.ts')).startWorkers(jobs, entry, job)
  try {
    const opened = unfolded(await workers.run<Folded<string>>('open', undefined))
    return {
      size: jobs,
      mappings: opened,
      work: (batch) => workers.run<Done>('convert', batch),
      end: () => workers.end(),
    }
  } catch (problem) {
    await workers.end()
    throw problem
  }
}

/** Those who check documents. Throws `Stop` for packages and files that cannot be used. */
export async function checkers(order: CheckOrder, jobs: number, entry: URL): Promise<Crew<PlainChecked[]>> {
  growSlowly()
  if (jobs > 1) return checkersApart(order, jobs, entry)
  const [{ openValidation }, { checkLoad }] = await Promise.all([
    import('../validate-session.ts'),
    import('../validate-one.ts'),
  ])
  const session = await openValidation(order, (line) => complain([line]))
  return { size: 1, work: async ({ load }) => checkLoad(session, load), end: async () => undefined }
}

async function checkersApart(order: CheckOrder, jobs: number, entry: URL): Promise<Crew<PlainChecked[]>> {
  const workers = (await import('./workers.ts')).startWorkers(jobs, entry, order)
  try {
    complain(unfolded(await workers.run<Folded<string[]>>('openCheck', undefined)))
  } catch (problem) {
    await workers.end()
    throw problem
  }
  return { size: jobs, work: ({ load }) => workers.run('check', load), end: () => workers.end() }
}

/** A result on its way from a worker, or the end that came instead: an error loses its class on that way. */
export type Folded<T> =
  | { readonly value: T }
  | { readonly exit: ExitCode; readonly lines: readonly string[]; readonly issues: Stop['issues'] }

export async function folded<T>(make: () => Promise<T>): Promise<Folded<T>> {
  try {
    return { value: await make() }
  } catch (problem) {
    const { exit, lines, issues } = stopOf(problem, { file: 'kritinfo' })
    return { exit, lines, issues }
  }
}

export function unfolded<T>(given: Folded<T>): T {
  if ('value' in given) return given.value
  throw new Stop(given.exit, given.lines, given.issues)
}
