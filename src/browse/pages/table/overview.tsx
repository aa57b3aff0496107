import { Wide } from '../../../page/components/wide.tsx'
import type { Row } from '../../../mapping/table.ts'
import type { Filtered } from './filter.ts'
import { Filters } from './filters.tsx'
import { type Group, groupsOf } from './groups.ts'
import { useTables } from './use-tables.ts'
import { pathOfTable } from './where.ts'

/** All tables, or those between two forms, with what there is to know of each at a glance. */
export function Overview({ all, title }: { all: readonly Filtered[]; title: string | undefined }) {
  const { words } = useTables()
  const rows = all.reduce((sum, one) => sum + one.rows.length, 0)
  return (
    <>
      <h1>{title ?? words.title}</h1>
      <p>{words.about}</p>
      <Filters count={`${rows} ${words.rows} ${words.in} ${all.length} ${words.tables.toLowerCase()}`} />
      {groupsOf(all).map((group) => (
        <GroupTable key={group.edge} group={group} />
      ))}
    </>
  )
}

function GroupTable({ group: { name, members } }: { group: Group }) {
  const { words, to } = useTables()
  return (
    <Wide label={name}>
      <table class="all-tables">
        <caption>{name}</caption>
        <thead>
          <tr>
            <th scope="col">{words.choose}</th>
            <th scope="col">{words.left}</th>
            <th scope="col">{words.right}</th>
            <th scope="col" class="number">
              {words.rows}
            </th>
            {counts.map(([key]) => (
              <th scope="col" class="number" key={key}>
                {words.counts[key]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {members.map(({ table }) => (
            <tr key={table.id}>
              <th scope="row">
                <a href={to(pathOfTable(table.id))}>{table.id}</a>
              </th>
              <td>
                <code>{table.left.root}</code>
              </td>
              <td>
                <code>{table.right.root}</code>
              </td>
              <td class="number">{table.rows.length}</td>
              {counts.map(([key, counts]) => (
                <td class="number" key={key}>
                  {table.rows.filter(counts).length || '–'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

const counts: readonly (readonly [key: 'flip' | 'noMap' | 'assumed' | 'accepted', counts: (row: Row) => boolean])[] = [
  ['flip', (row) => row.safety !== 'none'],
  ['noMap', (row) => row.relation === 'no-map'],
  ['assumed', (row) => row.assumes.length > 0],
  ['accepted', (row) => row.review.state === 'accepted'],
]
