import type { Outcome } from '../document/books.ts'
import type { Severity } from '../issue/catalogue.ts'
import type { Grade } from '../mapping/ledger.ts'
import type { Relation } from '../terminology/code-table.ts'
import type { Tone } from './components/badge.tsx'

/** How each relation of a row is shown. */
export const toneOfRelation: Readonly<Record<Relation, Tone>> = {
  equivalent: 'same',
  'related-to': 'less',
  'source-is-narrower-than-target': 'less',
  'source-is-broader-than-target': 'less',
  'no-map': 'lost',
}

export const toneOfGrade: Readonly<Record<Grade, Tone>> = { L: 'same', C: 'kept', B: 'less', X: 'lost' }

export const toneOfOutcome: Readonly<Record<Outcome, Tone>> = {
  carried: 'kept',
  narrowed: 'less',
  broadened: 'less',
  defaulted: 'less',
  derived: 'same',
  dropped: 'lost',
  withheld: 'lost',
}

/** How findings are shown, and places that were not checked. */
export const toneOfSeverity: Readonly<Record<Severity | 'not checked', Tone>> = {
  error: 'lost',
  warning: 'less',
  information: 'told',
  'not checked': 'plain',
}
