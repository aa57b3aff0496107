import { anchorOf } from '../../../lit.ts'
import { useTables } from '../use-tables.ts'

/** The head of a line that has a name: the name, with a link to it. */
export function NamedHead({ name }: { name: string }) {
  const { words, route, to } = useTables()
  const isLit = route.query.row === name
  return (
    <th scope="row">
      <code>{name}</code>{' '}
      <a
        class="permalink"
        href={to(route.path, { row: name })}
        aria-label={`${words.linkTo} ${name}`}
        aria-current={isLit ? 'true' : undefined}
      >
        {words.link}
      </a>
    </th>
  )
}

/** What a line of this name has besides its cells, so that an address can lead to it. */
export function useNamedRow() {
  const { route } = useTables()
  return (name: string) => ({ id: anchorOf(name), class: route.query.row === name ? 'lit-row' : undefined })
}
