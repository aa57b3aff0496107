import { convertPiece } from './convert-one.ts'
import type { Order } from './order.ts'
import { tripPiece } from './roundtrip-one.ts'
import { openSession, type Session } from './session.ts'
import type { Batch } from './stream/batch.ts'
import type { Delivery, Done } from './stream/delivery.ts'
import { inHand } from './stream/hand.ts'

/** What is done with each document of a batch. Plain data, for workers. */
export interface Task {
  readonly kind: 'convert' | 'roundtrip'
  readonly order: Order
  readonly delivery: Delivery
  readonly batch: Batch
}

let session: Promise<Session> | undefined

/** The part of the program that runs in each worker; all tasks of one run have the same order. */
export default async function work(task: Task): Promise<Done> {
  session ??= openSession(task.order)
  return done(await session, task)
}

/** Works on one batch with what was made ready for all of them. */
export function done(ready: Session, { kind, delivery, batch }: Omit<Task, 'order'>): Promise<Done> {
  return inHand(batch, delivery, (one) =>
    kind === 'convert' ? convertPiece(ready, one, delivery.rejects) : tripPiece(ready, one),
  )
}
