import type { Relation } from '../../terminology/code-table.ts'
import type { Review } from '../../terminology/review.ts'

/** A relation as a list shows it, left being the source. */
export const relationWords: Readonly<Record<Relation, string>> = {
  equivalent: 'equivalent',
  'related-to': 'related',
  'source-is-narrower-than-target': 'left narrower',
  'source-is-broader-than-target': 'left broader',
  'no-map': 'no map',
}

/** `accepted, pharmacist, 2026-05-04` */
export function reviewWords({ state, role, date }: Review): string {
  return [state, role, date].filter((one) => one !== undefined).join(', ')
}
