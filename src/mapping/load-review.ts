import type { YAMLMap } from 'yaml'
import { isCalendarDate } from '../document/calendar.ts'
import { type Review, reviewStates } from '../terminology/review.ts'
import type { YamlSource } from './source.ts'

/**
 * The `review:` of a row, or of a table for all its rows that have none: `{ state, role, date }`. Acceptance without a
 * role and a date is reported at its place: nobody could be asked about it.
 */
export function readReview(yaml: YamlSource, map: YAMLMap, otherwise: Review): Review {
  const given = yaml.map(map, 'review')
  if (given === undefined) return otherwise
  yaml.onlyKeys(given, ['state', 'role', 'date'])
  const state = yaml.word(given, 'state', reviewStates)
  const role = yaml.text(given, 'role')
  const date = yaml.text(given, 'date')
  if (state === 'accepted' && (role === undefined || date === undefined)) yaml.report('MAP-020', given)
  if (date !== undefined && !isDate(date)) yaml.report('MAP-021', given.get('date', true))
  return { state, ...(role === undefined ? {} : { role }), ...(date === undefined ? {} : { date }) }
}

function isDate(date: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(date) && isCalendarDate(date)
}
