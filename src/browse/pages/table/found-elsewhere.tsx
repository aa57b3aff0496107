import { foundElsewhere } from './elsewhere.ts'
import { useTables } from './use-tables.ts'

/** Links to whatever is no row of a table and has the words that were looked for. */
export function FoundElsewhere({ q }: { q: string }) {
  const { words, mappings, to } = useTables()
  const found = foundElsewhere(q, mappings)
  if (found.length === 0) return null
  return (
    <details>
      <summary>
        {words.elsewhere}: {found.length}
      </summary>
      <ul class="stories">
        {found.map(({ name, codes }) => (
          <li key={name}>
            {codes === undefined ? (
              <a href={to(['table'], { row: name })}>{name}</a>
            ) : (
              <a href={to(['codes', name], { q })}>
                {name} ({codes})
              </a>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
