import { Worker } from 'node:worker_threads'
import type { Result } from './convert-one.ts'
import type { Order } from './order.ts'
import type { Work } from './work.ts'

/** Documents that each worker may have before it: enough never to wait for the next, few enough to hold in memory. */
const ahead = 4

/** Converts in several workers; results come in the order of the documents. `entry` is the program, which serves. */
export async function* inWorkers(
  works: AsyncIterable<Work>,
  order: Order,
  jobs: number,
  entry: URL,
): AsyncGenerator<Result> {
  const hands = Array.from({ length: jobs }, () => new Hand(entry, order))
  try {
    const pending: Promise<Result>[] = []
    let count = 0
    for await (const work of works) {
      const hand = hands[count++ % jobs] as Hand
      pending.push(hand.ask(work))
      if (pending.length >= jobs * ahead) yield await (pending.shift() as Promise<Result>)
    }
    for (const one of pending) yield await one
  } finally {
    await Promise.all(hands.map((hand) => hand.dismiss()))
  }
}

/** A worker, which answers in the order in which it is asked. */
class Hand {
  readonly #worker: Worker
  readonly #waiting: { resolve(result: Result): void; reject(problem: unknown): void }[] = []

  constructor(entry: URL, order: Order) {
    this.#worker = new Worker(entry, { workerData: order })
    this.#worker.on('message', (result: Result) => this.#waiting.shift()?.resolve(result))
    this.#worker.on('error', (problem) => this.#fail(problem))
    this.#worker.on('exit', () => this.#fail(new Error('a worker ended')))
  }

  ask(work: Work): Promise<Result> {
    const answer = new Promise<Result>((resolve, reject) => this.#waiting.push({ resolve, reject }))
    // Whoever waits in line is told in turn; until then a failure must not count as unhandled.
    answer.catch(() => undefined)
    this.#worker.postMessage(work)
    return answer
  }

  async dismiss(): Promise<void> {
    await this.#worker.terminate()
  }

  #fail(problem: unknown): void {
    for (const { reject } of this.#waiting.splice(0)) reject(problem)
  }
}
