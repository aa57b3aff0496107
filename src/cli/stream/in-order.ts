import { setImmediate } from 'node:timers/promises'
import type { Batch } from './batch.ts'
import type { Crew } from './crew.ts'

/** Batches that each worker may have before it: enough never to wait for the next, few enough to hold in memory. */
const ahead = 3

/**
 * Works on several things at a time; results come in the order of the things. No more are taken than the workers and this
 * look ahead can hold, so that whoever is slow to take results slows all down.
 */
export async function* inOrder<Thing, Result>(
  things: AsyncIterable<Thing> | Iterable<Thing>,
  work: (thing: Thing) => Promise<Result>,
  workers: number,
): AsyncGenerator<Result> {
  const pending: Promise<Result>[] = []
  for await (const thing of things) {
    const result = work(thing)
    // Whoever waits in line is told in turn; until then a failure must not count as unhandled.
    result.catch(() => undefined)
    pending.push(result)
    if (pending.length >= workers * ahead) yield await (pending.shift() as Promise<Result>)
  }
  for (const one of pending) yield await one
}

/** What a crew makes of batches, in their order. Between two of them signals and closed pipes get their turn. */
export async function* results<Result>(batches: AsyncIterable<Batch>, crew: Crew<Result>): AsyncGenerator<Result> {
  if (crew.size > 1) return yield* inOrder(batches, (batch) => crew.work(batch), crew.size)
  for await (const batch of batches) {
    yield await crew.work(batch)
    await setImmediate()
  }
}
