import { single } from './codec.ts'

const day = /^\d{4}-\d{2}-\d{2}/

/**
 * `day`: a whole date on the left, a date or an instant on the right, of which the left says the day alone. A year or a
 * month is no day and does not cross: none is made up.
 */
export const dayCodec = single(
  'day',
  (value) => value,
  (value) => (typeof value === 'string' ? day.exec(value)?.[0] : undefined),
)
