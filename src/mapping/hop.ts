import type { Books, Container, Key, Surroundings } from '../document/books.ts'
import type { JsonObject } from '../document/json.ts'
import type { IssueCode } from '../issue/catalogue.ts'
import type { Params } from '../issue/issue.ts'
import type { WakesOfWays } from './wake.ts'

export type Direction = 'forward' | 'backward'

/** One record's way through one edge. */
export interface Hop extends Surroundings {
  readonly account: Books
  /** The row whose grid found no case: the record must not cross. */
  withheld: string | undefined
  report(code: IssueCode, at: Container, key: Key, params?: Params): void
}

/**
 * The way of one record within its surroundings. Written out member by member: this is done for every record and every part of
 * one, and copying an object that may have any members takes ten times as long as making one of known members.
 */
export function hopOf(around: Surroundings, account: Books, report: Hop['report']): Hop {
  return {
    resolve: around.resolve,
    part: around.part,
    place: around.place,
    refer: around.refer,
    mayCarry: around.mayCarry,
    account,
    withheld: undefined,
    report,
  }
}

/** A row or a table, compiled: reads from one object, writes to the other, and keeps the books. */
export type Run = (source: JsonObject, target: JsonObject, hop: Hop) => void
export interface Plan {
  readonly forward: Run
  readonly backward: Run
}
/** A row, with what of a source it does anything for. */
export interface RowPlan extends Plan {
  readonly wakes: WakesOfWays
}
