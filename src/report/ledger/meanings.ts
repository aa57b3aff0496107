import { catalogue, type IssueCode } from '../../issue/catalogue.ts'
import { gradeMeanings, outcomeMeanings, safetyMeanings } from '../../page/words.ts'

/** What the words of a ledger mean, in a few others, for whoever has no guide at hand. */
export const meanings: Readonly<Record<string, string>> = {
  ...outcomeMeanings.en,
  ...gradeMeanings.en,
  ...safetyMeanings.en,
}

/** What a code of a report says, with its blanks; empty for one of another version. */
export function meaningOf(code: string): string {
  return Object.hasOwn(catalogue, code) ? catalogue[code as IssueCode].en : ''
}
