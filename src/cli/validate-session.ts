import type { Tree } from '../document/tree.ts'
import { standardValidation, type ValidationKit } from '../validate.ts'
import { optionStopOf } from './message.ts'
import type { Given } from './order.ts'
import { readInput } from './read-input.ts'

/** All that governs how documents are checked. Plain data, so that it can be sent to a worker. */
export interface CheckOrder {
  /** Paths of packages. */
  readonly packages: readonly string[]
  /** Canonicals and short names. */
  readonly profiles: readonly string[]
  readonly previous: Given | undefined
  /** Reports show lines of documents. */
  readonly hasLines: boolean
}

/** What documents are checked with: an order made ready. */
export interface ValidateSession {
  readonly kit: ValidationKit
  readonly profiles: readonly string[]
  /** The document before a change. */
  readonly previous: Tree | undefined
  readonly hasLines: boolean
}

/** Makes an order ready. `tell` gets a line for each definition that is left out. Throws `Stop` for what cannot be used. */
export async function openValidation(order: CheckOrder, tell: (line: string) => void): Promise<ValidateSession> {
  const { profiles, hasLines } = order
  return { kit: await kitOf(order.packages, tell), profiles, previous: previousOf(order.previous), hasLines }
}

function previousOf(given: Given | undefined): Tree | undefined {
  if (given === undefined) return undefined
  try {
    return readInput(given.bytes)
  } catch (problem) {
    throw optionStopOf(problem, { file: given.name })
  }
}

/** Reading packages is loaded for those who have some. */
async function kitOf(packages: readonly string[], tell: (line: string) => void): Promise<ValidationKit> {
  if (packages.length === 0) return standardValidation()
  const { kitWith } = await import('./validation-kit.ts')
  try {
    return await kitWith(packages, tell)
  } catch (problem) {
    throw optionStopOf(problem, { file: 'kritinfo' })
  }
}
