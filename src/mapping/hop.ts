import type { Books, Container, Key, Surroundings } from '../document/books.ts'
import type { JsonObject } from '../document/json.ts'
import type { IssueCode } from '../issue/catalogue.ts'
import type { Params } from '../issue/issue.ts'

export type Direction = 'forward' | 'backward'

/** One record's way through one edge. */
export interface Hop extends Surroundings {
  readonly account: Books
  /** The row whose grid found no case: the record must not cross. */
  withheld: string | undefined
  report(code: IssueCode, at: Container, key: Key, params?: Params): void
}

/** A row or a table, compiled: reads from one object, writes to the other, and keeps the books. */
export type Run = (source: JsonObject, target: JsonObject, hop: Hop) => void
export interface Plan {
  readonly forward: Run
  readonly backward: Run
}
