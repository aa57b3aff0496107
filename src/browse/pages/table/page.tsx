import { useEffect, useMemo } from 'preact/hooks'
import { useLit } from '../../lit.ts'
import { filterTables, isFiltering } from './filter.ts'
import { Found } from './found.tsx'
import { groupsOf } from './groups.ts'
import { Criteria } from './other/criteria.tsx'
import { Dialects } from './other/dialects.tsx'
import { Slices } from './other/slices.tsx'
import { Steps } from './other/steps.tsx'
import { OneTable } from './one-table.tsx'
import { Overview } from './overview.tsx'
import { Side } from './side.tsx'
import { UnknownName } from './unknown-name.tsx'
import { useTables } from './use-tables.ts'
import { type OtherPage, otherGroup, otherPages, whereIs } from './where.ts'

/**
 * `#/table`: all tables, or the rows of all of them that a filter leaves; `#/table/<edge>`: those between two forms;
 * `#/table/<table>`: one table;
 * `#/table/other/<page>`: what is no table. With `row=` and no table it goes to wherever that name is explained.
 */
export function TablePage() {
  const { route, words, mappings, filter } = useTables()
  const all = useMemo(() => filterTables(mappings, filter), [mappings, JSON.stringify(filter)])
  const id = route.path.slice(1).join('/')
  const isSought = useWayToName(id)
  useLit(route.query.row, id)
  const table = all.find((one) => one.table.id === id)
  const [first, name] = route.path.slice(1)
  const other = first === otherGroup ? otherPages.find((one) => one === name) : undefined
  const group = id === '' ? undefined : groupsOf(all).find((one) => one.edge === id)
  return (
    <div class="with-side">
      <Side all={all} />
      <div>
        {table !== undefined ? (
          <OneTable {...table} />
        ) : other !== undefined ? (
          <Other page={other} />
        ) : isSought || (id !== '' && group === undefined) ? (
          <UnknownName
            name={id === '' ? (route.query.row ?? '') : id}
            says={id === '' ? words.noName : words.noTable}
          />
        ) : isFiltering(filter) ? (
          <Found all={group?.members ?? all} title={group?.name} />
        ) : (
          <Overview all={group?.members ?? all} title={group?.name} />
        )}
      </div>
    </div>
  )
}

/** Goes on to where a name is explained that stands in an address without a table; true while there is one that is not found. */
function useWayToName(id: string): boolean {
  const { route, mappings, to } = useTables()
  const name = id === '' ? route.query.row : undefined
  const spot = name === undefined ? undefined : whereIs(name, mappings)
  const target = spot && to(spot.path, spot.query)
  useEffect(() => {
    if (target === undefined) return
    history.replaceState(null, '', target)
    dispatchEvent(new HashChangeEvent('hashchange'))
  }, [target])
  return name !== undefined
}

const others: Readonly<Record<OtherPage, () => preact.JSX.Element>> = {
  criteria: Criteria,
  dialects: Dialects,
  slices: Slices,
  steps: Steps,
}

function Other({ page }: { page: OtherPage }) {
  const { words } = useTables()
  const Content = others[page]
  return (
    <>
      <h1>{words.other[page]}</h1>
      <p>{words.otherAbout[page]}</p>
      <Content />
    </>
  )
}
