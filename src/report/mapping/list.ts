import type { ListedRow } from '../../inspect/list.ts'
import { columns } from './columns.ts'
import { relationWords } from './words.ts'

/** Rows in a table for each table that they are of. `width` is the terminal's. */
export function listText(rows: readonly ListedRow[], width: number): string {
  const tables = new Map<string, ListedRow[]>()
  for (const row of rows) tables.set(row.table, [...(tables.get(row.table) ?? []), row])
  const parts = [...tables].map(([table, own]) => [`${table} (${own.length})`, '', ...tableLines(own, width), ''])
  const tail = `${count(rows.length, 'row')} in ${count(tables.size, 'table')}, ${stateCounts(rows)}`
  return `${[...parts.flat(), tail].join('\n')}\n`
}

function tableLines(rows: readonly ListedRow[], width: number): string[] {
  const [first] = rows
  const share = Math.max(18, Math.floor((Math.max(width, 80) - 60) / 2))
  const heads = [
    { heading: first?.kind === 'code' ? 'code' : 'row', width: 30 },
    { heading: 'left', width: share },
    { heading: 'relation', width: 13 },
    { heading: 'right', width: share },
    { heading: 'safety', width: 11 },
    { heading: 'review', width: 9 },
  ]
  return columns(heads, rows.map(cellsOf))
}

function cellsOf(row: ListedRow): string[] {
  const id = row.kind === 'code' ? row.id.slice(row.table.length + 1) : row.id
  const { left, right, relation, safety, review } = row
  return [id, left.join('\n'), relationWords[relation], right.join('\n'), safety.join(', '), review.state]
}

function stateCounts(rows: readonly ListedRow[]): string {
  const states = ['accepted', 'in review', 'draft'] as const
  return states.map((state) => `${rows.filter((row) => row.review.state === state).length} ${state}`).join(', ')
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
