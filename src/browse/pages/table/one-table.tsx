import type { Side as TableSide, Table } from '../../../mapping/table.ts'
import type { Filtered } from './filter.ts'
import { Filters } from './filters.tsx'
import { formsOf } from './groups.ts'
import { RowTable } from './row-table.tsx'
import { useKnowledge } from './use-knowledge.ts'
import { useTables } from './use-tables.ts'
import { pathOfTable } from './where.ts'

/** One table: what it lies between, its rows as the filter leaves them, and what the profiles ask for on both sides. */
export function OneTable({ table, rows }: Filtered) {
  const { words } = useTables()
  const knowledge = useKnowledge(table.id)
  const isThere = typeof knowledge !== 'string'
  return (
    <>
      <h1>{table.id}</h1>
      <Head table={table} />
      <Filters
        count={
          <>
            {rows.length === table.rows.length ? rows.length : `${rows.length} ${words.of} ${table.rows.length}`}{' '}
            {words.rows}
          </>
        }
      />
      {!isThere && <p class="quiet screen-only">{knowledge === 'loading' ? words.loading : words.notLoaded}</p>}
      {rows.length === 0 ? (
        <p>{words.noRow}</p>
      ) : (
        <RowTable table={table} rows={rows} knowledge={isThere ? knowledge : undefined} />
      )}
    </>
  )
}

function Head({ table }: { table: Table }) {
  const { words, mappings } = useTables()
  const [left, right] = formsOf(table.id)
  const includedBy = mappings.tables.filter(({ include }) => include.includes(table.id)).map(({ id }) => id)
  return (
    <>
      <dl class="sides">
        <SideOf name={words.left} form={left} side={table.left} />
        <SideOf name={words.right} form={right} side={table.right} />
      </dl>
      <TableLinks says={words.includes} ids={table.include} />
      <TableLinks says={words.includedBy} ids={includedBy} />
    </>
  )
}

function SideOf({ name, form, side: { root, profile } }: { name: string; form: string; side: TableSide }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {form !== '' && `${form} · `}
        <code>{root}</code> {profile !== undefined && <code class="quiet">{profile}</code>}
      </dd>
    </>
  )
}

function TableLinks({ says, ids }: { says: string; ids: readonly string[] }) {
  const { to } = useTables()
  if (ids.length === 0) return null
  return (
    <p>
      {says}:{' '}
      {ids.map((id, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <a href={to(pathOfTable(id))}>{id}</a>
        </span>
      ))}
    </p>
  )
}
