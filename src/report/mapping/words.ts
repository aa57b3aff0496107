import { relationWords as words } from '../../page/words.ts'
import type { Relation } from '../../terminology/code-table.ts'
import type { Review } from '../../terminology/review.ts'

/** A relation as a list shows it, left being the source. */
export const relationWords: Readonly<Record<Relation, string>> = words.en

/** `accepted, pharmacist, 2026-05-04` */
export function reviewWords({ state, role, date }: Review): string {
  return [state, role, date].filter((one) => one !== undefined).join(', ')
}
