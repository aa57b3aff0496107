import type { ComponentChild } from 'preact'

/** What stands in a cell. Numbers are set one under the other. */
export type Cell = ComponentChild

/** A table of which each line is about what its first cell names. Of no lines, nothing. */
export function DataTable(props: {
  label?: string
  heads: readonly string[]
  rows: readonly (readonly Cell[])[]
  class?: string
}) {
  const { label, heads, rows } = props
  const [first] = rows
  if (first === undefined) return null
  return (
    <table class={props.class} aria-label={label}>
      <thead>
        <tr>
          {heads.map((head, column) => (
            <th scope="col" class={classOf(first[column])} key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells]) => (
          <tr>
            <th scope="row">{name}</th>
            {cells.map((cell) => (
              <td class={classOf(cell)}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function classOf(cell: Cell): string | undefined {
  return typeof cell === 'number' ? 'number' : undefined
}
