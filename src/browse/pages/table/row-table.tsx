import type { Row, Table } from '../../../mapping/table.ts'
import type { RowKnowledge } from '../../engine/tables.ts'
import { formsOf } from './groups.ts'
import { MappingRow } from './row.tsx'
import { useTables } from './use-tables.ts'

/** Rows of one table: element, relation, element, and how and why; each with its name above it. On paper the head is repeated. */
export function RowTable(props: {
  table: Table
  rows: readonly Row[]
  /** What is known besides; without it rows are shown by themselves. */
  knowledge?: Readonly<Record<string, RowKnowledge>> | undefined
}) {
  const { table, rows, knowledge } = props
  const { words } = useTables()
  const [left, right] = formsOf(table.id)
  return (
    <table class="mapping-rows">
      <caption class="unseen">{table.id}</caption>
      <thead>
        <tr>
          <th scope="col">{sideName(words.left, left, table.left.root)}</th>
          <th scope="col">{words.relation}</th>
          <th scope="col">{sideName(words.right, right, table.right.root)}</th>
          <th scope="col">{words.how}</th>
        </tr>
      </thead>
      {rows.map((row) => (
        <MappingRow key={row.id} row={row} table={table} knowledge={knowledge?.[row.id]} />
      ))}
    </table>
  )
}

function sideName(side: string, form: string, root: string): string {
  return `${side}: ${form === '' ? '' : `${form} · `}${root}`
}
