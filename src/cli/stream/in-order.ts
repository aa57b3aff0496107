/** Batches that each worker may have before it: enough never to wait for the next, few enough to hold in memory. */
const ahead = 3

/**
 * Works on several things at a time; results come in the order of the things. No more are taken than the workers and this
 * look ahead can hold, so that whoever is slow to take results slows all down.
 */
export async function* inOrder<Thing, Result>(
  things: AsyncIterable<Thing>,
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
