import type { Random, Weights } from './random.ts'

/** A day as a number: days since 1970-01-01, less than 0 before. */
export type Day = number

const milliseconds = 86_400_000

/** The day of a date written YYYY-MM-DD. */
export function dayOf(date: string): Day {
  return Date.parse(`${date}T00:00:00Z`) / milliseconds
}

/** A day as YYYY-MM-DD. The years of the living and the next ten have few days, and each is written often. */
export function dateOf(day: Day): string {
  const place = day - earliest
  const known = dates[place]
  if (known !== undefined) return known
  const date = new Date(day * milliseconds).toISOString().slice(0, 10)
  if (place >= 0 && place < dates.length) dates[place] = date
  return date
}

const earliest = dayOf('1930-01-01')
const dates: (string | undefined)[] = new Array(dayOf('2040-01-01') - earliest).fill(undefined)

/** The first and the last day on which a record is made; both are past, so that nothing depends on a clock. */
export const firstDay: Day = dayOf('2014-01-01')
export const lastDay: Day = dayOf('2025-12-31')

const precisions: Weights<number> = [
  [10, 60],
  [7, 15],
  [4, 25],
]

/** The day as well as it was known: a date, a month or a year. */
export function partialDate(day: Day, random: Random): string {
  return dateOf(day).slice(0, random.weighted(precisions))
}

/** A time of that day in Norwegian local time, in office hours or not. */
export function timeOn(day: Day, random: Random): string {
  const date = dateOf(day)
  const minute = random.between(7 * 60, 20 * 60)
  const clock = `${two(Math.floor(minute / 60))}:${two(minute % 60)}:${random.chance(0.7) ? '00' : two(random.below(60))}`
  return `${date}T${clock}${isSummer(date) ? '+02:00' : '+01:00'}`
}

/** Months that are summer time from their first day to their last; the two in which it changes count as winter. */
function isSummer(date: string): boolean {
  const month = Number(date.slice(5, 7))
  return month >= 4 && month <= 9
}

/** A number in two digits. */
export function two(number: number): string {
  return number < 10 ? `0${number}` : String(number)
}
