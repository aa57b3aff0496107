import { oneLine } from '../one-line.ts'
import { counted } from '../words.ts'
import type { CodeLine, LedgerSummary, RowLine, Top } from './summary.ts'

/** The summary for people: totals, then what most was lost by, then what was told most often. */
export function summaryText(summary: LedgerSummary): string {
  const { losses, others, codes, refusals, beyond } = summary
  const parts = [
    totals(summary),
    section('Why no output was written', codeTable(refusals)),
    section('Lost, by row', rowTable(losses)),
    section('What else the ledger says, by row', rowTable(others)),
    section('Told, by code', codeTable(codes)),
    beyond === 0 ? [] : ['', `${counted(beyond, 'more entry or issue', 'more entries and issues')} of further kinds.`],
  ]
  return `${parts.flat().join('\n')}\n`
}

function totals({ tools, documents, trips, leaves, entries }: LedgerSummary): string[] {
  const lines: [string, string][] = [
    ...tools.map(({ version, mappings, reports }): [string, string] => [
      'kritinfo',
      `${oneLine(version)}, mappings ${oneLine(mappings)} (${counted(reports, 'report')})`,
    ]),
    ['documents', endsOf(documents)],
    ...trips.lines.map(({ from, to, dialect, documents: number }): [string, string] => [
      '',
      oneLine(`${number} ${from}${dialect === null || dialect === from ? '' : ` (${dialect})`} → ${to}`),
    ]),
    ...(trips.left === 0 ? [] : [['', `${trips.left} more kinds`] as [string, string]]),
    ['leaves', `${leaves.total}: ${leaves.claimed} claimed, ${leaves.ledger} in the ledger`],
    ['entries', `${entries.total}, of which ${entries.inOutput} about outputs`],
    ['outcomes', words(entries.byOutcome)],
    ['grades', words(entries.byGrade)],
    ['safety', words(entries.bySafety)],
    ['lost', `${counted(entries.lost, 'leaf', 'leaves')}, of which ${entries.grave} could flip a meaning`],
    ...withheldLine(entries.byOutcome.withheld ?? 0),
  ]
  return lines.map(([name, text]) => `${name.padEnd(10)} ${text}`.trimEnd())
}

/** What is kept back on purpose is not counted as lost, and does not cross either. */
function withheldLine(number: number): [string, string][] {
  return number === 0
    ? []
    : [['withheld', `${counted(number, 'leaf', 'leaves')}, kept back by rule and not counted as lost`]]
}

/** Of a report of trips alone, nothing was to be written. */
function endsOf({ total, written, notWritten, thereAndBack, notTold }: LedgerSummary['documents']): string {
  const ends: [number, string][] = [
    [thereAndBack, 'there and back'],
    [written, 'written'],
    [notWritten, 'not written'],
    [notTold, 'not told'],
  ]
  const isOfTrips = thereAndBack > 0 && written === 0
  const told = ends.filter(([number, end]) => number > 0 || (end.endsWith('written') && !isOfTrips))
  return `${total}: ${told.map(([number, end]) => `${number} ${end}`).join(', ')}`
}

function words(numbers: Readonly<Record<string, number>>): string {
  const parts = Object.entries(numbers).map(([word, number]) => `${number} ${word}`)
  return parts.length === 0 ? 'none' : parts.join(', ')
}

function rowTable({ lines, left }: Top<RowLine>): string[] {
  const cells = lines.map(({ entries, documents, outcome, grade, safety, row }) => [
    entries,
    documents,
    outcome,
    grade,
    safety,
    row,
  ])
  return table(['entries', 'documents', 'outcome', 'grade', 'safety', 'row'], cells, left)
}

function codeTable({ lines, left }: Top<CodeLine>): string[] {
  const cells = lines.map(({ times, documents, severity, code }) => [times, documents, severity, code])
  return table(['times', 'documents', 'severity', 'code'], cells, left)
}

type Cell = string | number

/** Numbers stand to the right, words to the left. */
function table(heads: readonly string[], rows: readonly (readonly Cell[])[], left: number): string[] {
  if (rows.length === 0) return []
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => String(row[column]).length)))
  const line = (cells: readonly Cell[], sample: readonly Cell[]) =>
    cells
      .map((cell, column) => padded(oneLine(String(cell)), widths[column] ?? 0, typeof sample[column] === 'number'))
      .join('  ')
      .trimEnd()
  const [first = []] = rows
  const rest = left === 0 ? [] : [`${left} more; --top <n> lists them`]
  return [line(heads, first), ...rows.map((row) => line(row, row)), ...rest]
}

function padded(text: string, width: number, toTheRight: boolean): string {
  return toTheRight ? text.padStart(width) : text.padEnd(width)
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines]
}
