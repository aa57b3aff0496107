import type { Severity } from '../issue/catalogue.ts'
import type { Tally } from './tally.ts'

/** `1 error`, `3 errors`. */
export function counted(number: number, word: string, many = `${word}s`): string {
  return `${number} ${number === 1 ? word : many}`
}

/** `2 errors, 1 warning, 0 information`. */
export function severityCounts(severities: Readonly<Record<Severity, number>>): string {
  const { error, warning, information } = severities
  return `${counted(error, 'error')}, ${counted(warning, 'warning')}, ${information} information`
}

/** `12 places not checked`. */
export function openCount(number: number): string {
  return `${counted(number, 'place')} not checked`
}

/** The whole run in one sentence; what was not checked is part of it. */
export function totalOf(tally: Tally): string {
  const { inputs, valid, unreadable, severities, notChecked, known } = tally
  const parts = [
    counted(inputs, 'document'),
    `${valid} without errors`,
    ...(unreadable === 0 ? [] : [`${unreadable} unreadable`]),
  ]
  const baseline = known === 0 ? '' : `; ${known} left out by the baseline`
  return `${parts.join(', ')}; ${severityCounts(severities)}; ${openCount(notChecked)}${baseline}`
}
