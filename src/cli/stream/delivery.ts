import type { Origin } from '../message.ts'
import type { Position } from './batch.ts'
import type { RunTally } from './run-tally.ts'

/** How the results of a batch are made ready for their places, where they are made. Plain data. */
export interface Delivery {
  /** Outputs one after the other for one place, or each for a file of its own. */
  readonly outputs: 'stream' | 'apart'
  /** Items of the report: a line each, or as members of a JSON list. */
  readonly report: 'none' | 'lines' | 'members'
  readonly rejects: boolean
  /** Everything goes to standard output, each line with a word on what it is. */
  readonly envelope: boolean
  /** What is packed with gzip: each batch becomes a member of its own. */
  readonly packed: { readonly output: boolean; readonly rejects: boolean; readonly report: boolean }
  /** Of a run of very many documents only the first messages of each code are told, and numbers at the end. */
  readonly isBulk: boolean
  /** A line on each document that went well. */
  readonly hasSummaries: boolean
}

/** More files than this are too many to speak of each. */
export const fewFiles = 100

/** Messages of one code that a run of very many documents tells. */
export const messagesTold = 5

/** One line for stderr, with the code that it is about. */
export interface Told {
  readonly code: string | undefined
  readonly line: string
}

/** What has become of a batch, ready for the places that it goes to. Plain data. */
export interface Done {
  readonly end: Position
  readonly cost: number
  readonly output: Uint8Array
  readonly apart: readonly { readonly origin: Origin; readonly text: string }[]
  readonly rejects: Uint8Array
  readonly report: Uint8Array
  readonly told: readonly Told[]
  readonly tally: RunTally
}
