import { type SideGroup, SideList } from '../../components/side-list.tsx'
import { type Filtered, printFilter } from './filter.ts'
import { groupsOf } from './groups.ts'
import { useTables } from './use-tables.ts'
import { otherGroup, otherPages, pathOfTable } from './where.ts'

/** All tables by their edge, each with how many of its rows the filter leaves. */
export function Side({ all }: { all: readonly Filtered[] }) {
  const { words, to, filter, route } = useTables()
  const current = route.path.slice(1).join('/')
  const query = printFilter(filter)
  const tables = groupsOf(all).map(
    ({ edge, name, members }): SideGroup => ({
      name,
      items: members.map(({ table: { id, rows }, rows: left }) => ({
        href: to(pathOfTable(id), query),
        text: id.slice(edge.length + 1) || id,
        fullText: id,
        count: left.length === rows.length ? `${rows.length}` : `${left.length}/${rows.length}`,
        isCurrent: id === current,
      })),
    }),
  )
  const others = otherPages.map((page) => ({
    href: to(['table', otherGroup, page]),
    text: words.other[page],
    isCurrent: current === `${otherGroup}/${page}`,
  }))
  const whole = [{ href: to(['table'], query), text: words.allTables, isCurrent: current === '' }]
  return (
    <SideList
      label={words.tables}
      chooser={words.choose}
      groups={[{ name: '', items: whole }, ...tables, { name: words.group, items: others }]}
    />
  )
}
