import { catalogue, type IssueCode } from '../../issue/catalogue.ts'

/** What a code of a report says, with its blanks; empty for one of another version. */
export function meaningOf(code: string): string {
  return Object.hasOwn(catalogue, code) ? catalogue[code as IssueCode].en : ''
}
