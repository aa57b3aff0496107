import { type SideGroup, SideList } from '../../components/side-list.tsx'
import { useLit } from '../../lit.ts'
import { OneCodeTable } from './one-code-table.tsx'
import { CodesOverview } from './overview.tsx'
import { useCodes } from './use-codes.ts'

/** `#/codes`: all code tables; `#/codes/<table>?code=&q=`: one of them. */
export function CodesPage() {
  const { route, words, mappings } = useCodes()
  const id = route.path.slice(1).join('/')
  useLit(route.query.code, id)
  const table = mappings.codes.find((one) => one.id === id)
  return (
    <div class="with-side">
      <Side current={id} />
      <div>
        {table !== undefined ? (
          <OneCodeTable key={id} table={table} />
        ) : id === '' ? (
          <CodesOverview />
        ) : (
          <>
            <h1>{words.title}</h1>
            <p>
              {words.noTable} <code>{id}</code>
            </p>
          </>
        )}
      </div>
    </div>
  )
}

function Side({ current }: { current: string }) {
  const { words, mappings, to } = useCodes()
  const groups: SideGroup[] = [
    { name: '', items: [{ href: to(['codes']), text: words.all, isCurrent: current === '' }] },
    {
      name: words.tables,
      items: mappings.codes.map(({ id, rows }) => ({
        href: to(['codes', id]),
        text: id,
        count: String(rows.length),
        isCurrent: id === current,
      })),
    },
  ]
  return <SideList label={words.tables} chooser={words.table} groups={groups} />
}
