import type { Checked, Report } from './checked.ts'
import { oneLine } from './one-line.ts'
import { type CodeCount, Tally } from './tally.ts'
import { totalOf } from './words.ts'

/** Numbers only: a line for each document, then for each code, then for all. */
export function summaryReport(): Report {
  const tally = new Tally()
  return {
    head: row('errors', 'warnings', 'information', 'not checked', 'document'),
    item(checked) {
      tally.add(checked)
      return rowOf(checked)
    },
    tail: () =>
      [...table('code', tally.found), ...table('not checked because', tally.open), '\n', totalOf(tally), '\n'].join(''),
  }
}

function rowOf({ issues, notChecked, input, readable }: Checked): string {
  const numbers = { error: 0, warning: 0, information: 0 }
  for (const { severity } of issues) numbers[severity]++
  const { error, warning, information } = numbers
  return row(error, warning, information, notChecked.length, readable ? input : `${input} (could not be read)`)
}

function row(error: unknown, warning: unknown, information: unknown, open: unknown, input: string): string {
  const cells = [cell(error, 6), cell(warning, 8), cell(information, 11), cell(open, 11)]
  return `${cells.join('  ')}  ${oneLine(input)}\n`
}

function table(title: string, counts: readonly CodeCount[]): string[] {
  if (counts.length === 0) return []
  const lines = counts.map(({ count, inputs, severity, code }) => line(count, inputs, severity, code))
  return ['\n', line('count', 'documents', 'severity', title), ...lines]
}

function line(count: unknown, inputs: unknown, severity: string, code: string): string {
  return `${cell(count, 6)}  ${cell(inputs, 9)}  ${severity.padEnd(11)}  ${code}\n`
}

function cell(value: unknown, width: number): string {
  return String(value).padStart(width)
}
