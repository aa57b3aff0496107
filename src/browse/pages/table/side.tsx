import { printFilter, type Filtered } from './filter.ts'
import { groupsOf } from './groups.ts'
import { useTables } from './use-tables.ts'
import { otherGroup, otherPages, pathOfTable } from './where.ts'

/** All tables by their edge, each with how many of its rows the filter leaves; on narrow screens a list to choose from. */
export function Side({ all }: { all: readonly Filtered[] }) {
  const { words, route } = useTables()
  const current = route.path.slice(1).join('/')
  return (
    <nav class="tables-side screen-only" aria-label={words.tables}>
      <Chooser all={all} current={current} />
      <Links all={all} current={current} />
    </nav>
  )
}

interface SideProps {
  readonly all: readonly Filtered[]
  /** The table that is shown, or nothing for all of them. */
  readonly current: string
}

function Links({ all, current }: SideProps) {
  const { words, to, filter } = useTables()
  const query = printFilter(filter)
  const currentIs = (id: string) => (id === current ? 'page' : undefined)
  return (
    <div class="tables-links">
      <a href={to(['table'], query)} aria-current={currentIs('')}>
        {words.allTables}
      </a>
      {groupsOf(all).map(({ edge, name, members }) => (
        <section key={edge} aria-label={name}>
          <h2>{name}</h2>
          <ul>
            {members.map(({ table, rows }) => (
              <li key={table.id}>
                <a href={to(pathOfTable(table.id), query)} aria-current={currentIs(table.id)}>
                  {table.id.slice(edge.length + 1) || table.id}
                  <Left rows={rows.length} whole={table.rows.length} />
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section aria-label={words.group}>
        <h2>{words.group}</h2>
        <ul>
          {otherPages.map((page) => (
            <li key={page}>
              <a href={to(['table', otherGroup, page])} aria-current={currentIs(`${otherGroup}/${page}`)}>
                {words.other[page]}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

function Left({ rows, whole }: { rows: number; whole: number }) {
  return <span class="number quiet">{rows === whole ? whole : `${rows}/${whole}`}</span>
}

function Chooser({ all, current }: SideProps) {
  const { words, to, filter } = useTables()
  const go = (id: string) => {
    location.hash = to(id === '' ? ['table'] : pathOfTable(id), printFilter(filter))
  }
  return (
    <label class="field tables-chooser">
      <span>{words.choose}</span>
      <select value={current} onChange={(event) => go(event.currentTarget.value)}>
        <option value="">{words.allTables}</option>
        {groupsOf(all).map(({ edge, name, members }) => (
          <optgroup key={edge} label={name}>
            {members.map(({ table, rows }) => (
              <option key={table.id} value={table.id}>
                {table.id} ({rows.length})
              </option>
            ))}
          </optgroup>
        ))}
        <optgroup label={words.group}>
          {otherPages.map((page) => (
            <option key={page} value={`${otherGroup}/${page}`}>
              {words.other[page]}
            </option>
          ))}
        </optgroup>
      </select>
    </label>
  )
}
