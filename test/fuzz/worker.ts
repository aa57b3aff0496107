import { parentPort, workerData } from 'node:worker_threads'
import fc from 'fast-check'
import { checkCase, type Target } from './target.ts'
import { targets } from './targets.ts'

/** What is to be done, and until when. */
interface Work {
  readonly targets: readonly string[]
  readonly seed: number
  /** First turn: later than 0 if a worker before this one was stopped. */
  readonly turn: number
  /** Milliseconds that each target has in a turn. */
  readonly share: number
  readonly deadline: number
}

/** What the main thread hears: the case that is begun, and then either that a turn went well or what failed in it. */
export type Message =
  | {
      readonly kind: 'begun'
      readonly target: string
      readonly turn: number
      readonly seed: number
      readonly one: unknown
    }
  | {
      readonly kind: 'done'
      readonly target: string
      readonly turn: number
      readonly runs: number
      readonly worst: number
    }
  | {
      readonly kind: 'failed'
      readonly target: string
      readonly turn: number
      readonly seed: number
      readonly one: unknown
      readonly reason: string
    }
  | { readonly kind: 'ended' }

const work = workerData as Work
const wanted = targets.filter((one) => work.targets.includes(one.name))

for (let turn = work.turn; Date.now() < work.deadline; turn++) {
  const target = wanted[turn % wanted.length]
  if (target !== undefined) await takeTurn(target, turn)
}
tell({ kind: 'ended' })

/** Cases of one target for its share of time; what fails is made small first. */
async function takeTurn(target: Target, turn: number): Promise<void> {
  const seed = (work.seed + turn * 7919) >>> 0
  let [runs, worst] = [0, 0]
  const property = fc.asyncProperty(target.cases, async (one) => {
    tell({ kind: 'begun', target: target.name, turn, seed, one })
    worst = Math.max(worst, await checkCase(target, one))
    runs += 1
  })
  const time = Math.min(work.share, Math.max(work.deadline - Date.now(), 1))
  const found = await fc.check(property, {
    seed,
    numRuns: 1_000_000,
    interruptAfterTimeLimit: time,
    markInterruptAsFailure: false,
  })
  tell({ kind: 'done', target: target.name, turn, runs, worst })
  if (!found.failed) return
  const reason = found.errorInstance instanceof Error ? String(found.errorInstance.stack) : String(found.errorInstance)
  tell({ kind: 'failed', target: target.name, turn, seed, one: found.counterexample?.[0], reason })
}

function tell(message: Message): void {
  parentPort?.postMessage(message)
}
