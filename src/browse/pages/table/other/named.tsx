import { Permalink } from '../../../components/permalink.tsx'
import { anchorOf } from '../../../lit.ts'
import { useTables } from '../use-tables.ts'

/** The head of a line that has a name: the name, with a link to it. */
export function NamedHead({ name }: { name: string }) {
  const { route, to } = useTables()
  return (
    <th scope="row">
      <code>{name}</code>{' '}
      <Permalink name={name} href={to(route.path, { row: name })} isLit={route.query.row === name} />
    </th>
  )
}

/** What a line of this name has besides its cells, so that an address can lead to it. */
export function useNamedRow() {
  const { route } = useTables()
  return (name: string) => ({ id: anchorOf(name), class: route.query.row === name ? 'lit-row' : undefined })
}
