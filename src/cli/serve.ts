import { parentPort, workerData } from 'node:worker_threads'
import { convertOne } from './convert-one.ts'
import type { Order } from './order.ts'
import { openSession } from './session.ts'
import type { Work } from './work.ts'

/** What this program does as a worker of itself: convert what it is sent, one after the other. */
export function serve(): void {
  const session = openSession(workerData as Order)
  let last: Promise<void> = Promise.resolve()
  parentPort?.on('message', (work: Work) => {
    last = last.then(async () => parentPort?.postMessage(await convertOne(await session, work)))
  })
}
