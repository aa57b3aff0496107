import type { ComponentChild } from 'preact'

/** What stands in a cell. Numbers are set one under the other. */
export type Cell = ComponentChild

/**
 * A table of which each line is about what its first cell names; of no lines, nothing. On a phone, where a style may put cells
 * under each other, numbers bring the head of their column along.
 */
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
            {cells.map((cell, column) => (
              <td class={classOf(cell)} data-head={typeof cell === 'number' ? heads[column + 1] : undefined}>
                {cell}
              </td>
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
