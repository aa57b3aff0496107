import type { PlainChecked } from './checked-plain.ts'
import { convertPiece } from './convert-one.ts'
import type { MadeSlice, Slice } from './generate-slice.ts'
import { tripPiece } from './roundtrip-one.ts'
import { openSession, type Session } from './session.ts'
import type { Batch, Load } from './stream/batch.ts'
import { type Folded, folded, type Job } from './stream/crew.ts'
import type { Done } from './stream/delivery.ts'
import { inHand } from './stream/hand.ts'
import type { CheckOrder, ValidateSession } from './validate-session.ts'

/** What a worker was started with, which is the same for all that it is asked. */
async function shared<Shared>(): Promise<Shared> {
  return (await import('tinypool')).default.workerData as Shared
}

let opened: Promise<{ readonly job: Job; readonly session: Session }> | undefined

function openedOnce(): NonNullable<typeof opened> {
  opened ??= shared<Job>().then(async (job) => ({ job, session: await openSession(job.order) }))
  return opened
}

/** Makes tables ready, and tells their version. */
export function open(): Promise<Folded<string>> {
  return folded(async () => (await openedOnce()).session.kit.mappings.version)
}

/** Converts the documents of a batch. */
export async function convert(batch: Batch): Promise<Done> {
  const { job, session } = await openedOnce()
  return inSession(session, job, batch)
}

/** Works on a batch with what was made ready for all of them. */
export function inSession(ready: Session, { kind, delivery }: Job, batch: Batch): Promise<Done> {
  return inHand(batch, delivery, (one) =>
    kind === 'convert' ? convertPiece(ready, one, delivery.rejects) : tripPiece(ready, one),
  )
}

let validation: Promise<ValidateSession> | undefined

/** Makes packages ready, and gives a line for each definition that is left out. */
export function openCheck(): Promise<Folded<string[]>> {
  const told: string[] = []
  return folded(async () => {
    await validationOf((line) => told.push(line))
    return told
  })
}

/** Checks the documents of a batch. What is left out of packages was told when the run began. */
export async function check(load: Load): Promise<PlainChecked[]> {
  const { checkLoad } = await import('./validate-one.ts')
  return checkLoad(await validationOf(() => undefined), load)
}

async function validationOf(tell: (line: string) => void): Promise<ValidateSession> {
  const { openValidation } = await import('./validate-session.ts')
  validation ??= shared<CheckOrder>().then((order) => openValidation(order, tell))
  return validation
}

/** Makes the invented documents of a slice. */
export async function generate(slice: Slice): Promise<MadeSlice> {
  return (await import('./generate-slice.ts')).makeSlice(slice)
}
