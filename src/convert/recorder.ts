import type { JsonObject } from '../document/json.ts'
import type { Account } from '../mapping/account.ts'
import type { Stage } from './ledger.ts'

/** A conversion with its books. What stage n + 1 read, stage n wrote; the last one wrote the output. */
export interface Recorded {
  readonly stages: readonly Stage[]
  /** As it was made, before its elements were put in order: the books know these objects. */
  readonly output: JsonObject
}

/** Whoever wants to see a conversion at work (`trace`): gives the books of each hop, and gets all of it at the end. */
export interface Recorder {
  books(): Account
  closed(conversion: Recorded): void
}
