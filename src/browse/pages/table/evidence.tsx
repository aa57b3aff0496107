import type { RowEvidence } from '../../../inspect/evidence.ts'
import { outcomeWords } from '../../../page/words.ts'
import { storyLink } from './story-link.ts'
import { useTables } from './use-tables.ts'

/** What the example stories show of a row, with a link to each record in which it can be seen at work. */
export function Evidence({ table, evidence }: { table: string; evidence: RowEvidence | undefined }) {
  const { words, language, mappings, to } = useTables()
  if (evidence === undefined) return <p class="quiet">{words.notExercised}</p>
  const { fired, documents, worst } = evidence
  return (
    <details>
      <summary>
        {fired} {words.exercised}; {words.worst.toLowerCase()}:{' '}
        {worst === undefined ? words.crossed : outcomeWords[language][worst]}
      </summary>
      <ul class="stories">
        {documents.map((name) => {
          const query = storyLink(name, table, mappings.dialects)
          return <li key={name}>{query === undefined ? name : <a href={to(['record'], query)}>{name}</a>}</li>
        })}
      </ul>
    </details>
  )
}
