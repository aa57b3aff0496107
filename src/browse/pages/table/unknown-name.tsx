import { suggest } from '../../../document/suggest.ts'
import { shownNames } from '../../../inspect/show.ts'
import { useTables } from './use-tables.ts'

/** A name that is not there, and the one that was most likely meant. */
export function UnknownName({ name, says }: { name: string; says: string }) {
  const { words, mappings, to } = useTables()
  const near = suggest(name, shownNames({ mappings }))
  return (
    <>
      <h1>{words.title}</h1>
      <p>
        {says} <code>{name}</code>
      </p>
      {near !== undefined && (
        <p>
          {words.meant} <a href={to(['table'], { row: near })}>{near}</a>?
        </p>
      )}
      <p>
        <a href={to(['table'])}>{words.allTables}</a>
      </p>
    </>
  )
}
