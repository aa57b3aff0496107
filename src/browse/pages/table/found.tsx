import type { Filtered } from './filter.ts'
import { Filters } from './filters.tsx'
import { FoundElsewhere } from './found-elsewhere.tsx'
import { groupsOf } from './groups.ts'
import { RowTable } from './row-table.tsx'
import { useTables } from './use-tables.ts'
import { pathOfTable } from './where.ts'

/** The rows that a filter leaves of all tables, or of those between two forms, and whatever else the words were found in. */
export function Found({ all, title }: { all: readonly Filtered[]; title: string | undefined }) {
  const { words, filter, to } = useTables()
  const found = groupsOf(all.filter((one) => one.rows.length > 0)).flatMap(({ members }) => members)
  const rows = found.reduce((sum, one) => sum + one.rows.length, 0)
  return (
    <>
      <h1>{title ?? words.title}</h1>
      <Filters
        count={
          rows === 0 ? words.noRow : `${rows} ${words.rows} ${words.in} ${found.length} ${words.tables.toLowerCase()}`
        }
      />
      {filter.q !== '' && <FoundElsewhere q={filter.q} />}
      {found.map((one) => (
        <section key={one.table.id} aria-label={one.table.id}>
          <h2>
            <a href={to(pathOfTable(one.table.id))}>{one.table.id}</a>
          </h2>
          <RowTable table={one.table} rows={one.rows} />
        </section>
      ))}
    </>
  )
}
