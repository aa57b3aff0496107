import type { PlainChecked } from './checked-plain.ts'
import { convertPiece } from './convert-one.ts'
import type { MadeSlice, Slice } from './generate-slice.ts'
import type { Order } from './order.ts'
import { tripPiece } from './roundtrip-one.ts'
import { openSession, type Session } from './session.ts'
import type { Batch, Load } from './stream/batch.ts'
import { type Folded, folded, type Job } from './stream/crew.ts'
import type { Done } from './stream/delivery.ts'
import { inHand } from './stream/hand.ts'
import type { CheckOrder, ValidateSession } from './validate-session.ts'

/** A batch with what is done to it. Plain data. */
export type Task = Job & { readonly batch: Batch }

let session: Promise<Session> | undefined

/** Makes tables ready, and tells their version. All that a worker is asked in one run has the same order. */
export function open(order: Order): Promise<Folded<string>> {
  session ??= openSession(order)
  return folded(async () => (await (session as Promise<Session>)).kit.mappings.version)
}

/** Converts the documents of a batch. */
export async function convert(task: Task): Promise<Done> {
  session ??= openSession(task.order)
  return inSession(await session, task)
}

/** Works on a batch with what was made ready for all of them. */
export function inSession(ready: Session, { kind, delivery, batch }: Task): Promise<Done> {
  return inHand(batch, delivery, (one) =>
    kind === 'convert' ? convertPiece(ready, one, delivery.rejects) : tripPiece(ready, one),
  )
}

let validation: Promise<ValidateSession> | undefined

/** Makes packages ready, and gives a line for each definition that is left out. */
export function openCheck(order: CheckOrder): Promise<Folded<string[]>> {
  const told: string[] = []
  return folded(async () => {
    await validationOf(order, (line) => told.push(line))
    return told
  })
}

/** Checks the documents of a batch. What is left out of packages was told when the run began. */
export async function check({
  order,
  load,
}: {
  readonly order: CheckOrder
  readonly load: Load
}): Promise<PlainChecked[]> {
  const { checkLoad } = await import('./validate-one.ts')
  return checkLoad(await validationOf(order, () => undefined), load)
}

async function validationOf(order: CheckOrder, tell: (line: string) => void): Promise<ValidateSession> {
  const { openValidation } = await import('./validate-session.ts')
  validation ??= openValidation(order, tell)
  return validation
}

/** Makes the invented documents of a slice. */
export async function generate(slice: Slice): Promise<MadeSlice> {
  return (await import('./generate-slice.ts')).makeSlice(slice)
}
