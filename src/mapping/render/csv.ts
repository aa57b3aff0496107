import type { Entry } from './entry.ts'

/** The columns of a flat rendering, in order: heading, and the entry's value with lists one text a line. */
export const columns: readonly (readonly [heading: string, value: (entry: Entry) => string])[] = [
  ['kind', (one) => one.kind],
  ['table', (one) => one.table],
  ['id', (one) => one.id],
  ['left', (one) => one.left.join('\n')],
  ['relation', (one) => one.relation],
  ['right', (one) => one.right.join('\n')],
  ['how', (one) => one.how.join('\n')],
  ['notes', (one) => one.notes.join('\n')],
  ['safety', (one) => one.safety],
  ['confidence', (one) => one.confidence],
  ['assumes', (one) => one.assumes.join('\n')],
  ['review', (one) => one.review],
  ['cite', (one) => one.cite],
  ['place', (one) => one.place],
]

/** CSV of https://www.rfc-editor.org/rfc/rfc4180: every cell quoted, lines ended by CR LF, a header line first. */
export function csvOf(entries: readonly Entry[]): string {
  const lines = [columns.map(([heading]) => heading), ...entries.map((one) => columns.map(([, value]) => value(one)))]
  return lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('')
}

/**
 * A spreadsheet takes a cell that begins so for a formula, quoted or not; an apostrophe before it makes it a text
 * (https://owasp.org/www-community/attacks/CSV_Injection).
 */
const formula = /^[=+\-@\t\r\n＝＋－＠]/

function cell(text: string): string {
  return `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}
