import type { Books, Container, Key, Surroundings } from '../document/books.ts'
import { isObject, type JsonObject } from '../document/json.ts'
import type { IssueCode } from '../issue/catalogue.ts'
import type { Params } from '../issue/issue.ts'
import type { CodeTable } from '../terminology/code-table.ts'

/** What a container needs of the mapping tables: it knows their names and nothing of their rows. */
export interface Mapper {
  readonly books: Books
  /** Maps one record. Gives the row that kept it back, if one did; then the target is to be thrown away. */
  map(
    table: string,
    direction: 'forward' | 'backward',
    source: JsonObject,
    target: JsonObject,
    around: Surroundings,
  ): string | undefined
  codes(id: string): CodeTable
  report(code: IssueCode, at: Container, key: Key, params?: Params): void
}

/** For edges on which nothing is referred to. */
export const nowhere: Surroundings = {
  resolve: () => undefined,
  part: () => ({}),
  place: () => undefined,
  refer: () => undefined,
  mayCarry: () => true,
}

/** A record that a row keeps out of a form: an issue and the ledger say which row. `key` is where the issue points. */
export function keepBack(
  record: JsonObject,
  row: string,
  form: string,
  mapper: Mapper,
  key: Key = 'resourceType',
): void {
  mapper.report('CNV-010', record, key, { row, form })
  mapper.books.keepOut(row, 'withheld', record)
}

/** Narrative is made anew for each form; what another wrote is not passed on unread. */
export function dropNarrative(resource: JsonObject, mapper: Mapper): void {
  if (isObject(resource.text)) mapper.books.keepOut('container.narrative', 'dropped', resource.text)
}
