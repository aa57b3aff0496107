import { containerSteps } from '../../../../mapping/steps.ts'
import { Citation } from '../../../../page/components/citation.tsx'
import { Wide } from '../../../../page/components/wide.tsx'
import { useTables } from '../use-tables.ts'
import { NamedHead, useNamedRow } from './named.tsx'

/** What the code around the tables does, by the names that ledgers and traces use. */
export function Steps() {
  const { words, language } = useTables()
  const rowOf = useNamedRow()
  return (
    <Wide label={words.other.steps}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.step}</th>
            <th scope="col">{words.does}</th>
            <th scope="col">{words.writes}</th>
          </tr>
        </thead>
        <tbody>
          {containerSteps.map(({ id, about, cite, writes, reads }) => (
            <tr key={id} {...rowOf(id)}>
              <NamedHead name={id} />
              <td>
                <span lang="en">{about}</span> <Citation cite={cite} language={language} />
              </td>
              <td>
                <code>{[...new Set([...writes, ...reads])].join(', ')}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}
