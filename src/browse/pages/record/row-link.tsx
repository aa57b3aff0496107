import { usePlace } from '../../place.ts'

/** A row by its name, which leads to it in its table; a step of the code around the tables has none. */
export function RowLink({ row, table }: { row: string; table: string | undefined }) {
  const { to } = usePlace()
  if (table === undefined) return <code>{row}</code>
  return (
    <a href={to(['table', ...table.split('/')], { row })}>
      <code>{row}</code>
    </a>
  )
}
