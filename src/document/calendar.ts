/** Whether a full date (YYYY-MM-DD) is a day of the Gregorian calendar; a shorter one has no day to be wrong. */
export function isCalendarDate(date: string): boolean {
  if (date.startsWith('0000')) return false
  if (date.length < 10) return true
  const month = Number(date.slice(5, 7))
  return Number(date.slice(8, 10)) <= daysOf(Number(date.slice(0, 4)), month)
}

function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
