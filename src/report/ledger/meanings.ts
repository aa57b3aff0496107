import type { Outcome } from '../../document/books.ts'
import { catalogue, type IssueCode } from '../../issue/catalogue.ts'
import type { Grade, Safety } from '../../mapping/ledger.ts'

const outcomes: Readonly<Record<Outcome, string>> = {
  carried: 'travels along where the receiver need not understand it',
  narrowed: 'the output says less',
  broadened: 'the output says it more generally',
  defaulted: 'the output must say something that the input did not',
  derived: 'worked out from other values',
  dropped: 'did not cross',
  withheld: 'kept back on purpose',
}
const grades: Readonly<Record<Grade, string>> = {
  L: 'nothing is lost',
  C: 'kept in a carrier',
  B: 'less exact',
  X: 'not sent',
}
const safeties: Readonly<Record<Safety, string>> = {
  status: 'whether it holds today',
  certainty: 'how sure it is',
  criticality: 'how dangerous it is',
  negation: 'whether it is so or is not',
  agent: 'what it is about',
  none: 'no meaning that could flip',
}

/** What the words of a ledger mean, in a few others, for whoever has no guide at hand. */
export const meanings: Readonly<Record<string, string>> = { ...outcomes, ...grades, ...safeties }

/** What a code of a report says, with its blanks; empty for one of another version. */
export function meaningOf(code: string): string {
  return Object.hasOwn(catalogue, code) ? catalogue[code as IssueCode].en : ''
}
