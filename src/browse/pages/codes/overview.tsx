import { Wide } from '../../../page/components/wide.tsx'
import { usersOf } from './code-rows.ts'
import { useCodes } from './use-codes.ts'

/** All code tables with what there is to know of each at a glance. */
export function CodesOverview() {
  const { words, mappings, to } = useCodes()
  return (
    <>
      <h1>{words.title}</h1>
      <p>{words.about}</p>
      <Wide label={words.title}>
        <table class="code-tables">
          <thead>
            <tr>
              <th scope="col">{words.table}</th>
              <th scope="col">{words.left}</th>
              <th scope="col">{words.right}</th>
              {[words.rows, words.noMap, words.notSure, words.accepted, words.used].map((word) => (
                <th scope="col" class="number" key={word}>
                  {word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {mappings.codes.map((table) => (
              <tr key={table.id}>
                <th scope="row">
                  <a href={to(['codes', table.id])}>{table.id}</a>
                </th>
                <td>
                  <code class="quiet">{table.leftSystem}</code>
                </td>
                <td>
                  <code class="quiet">{table.rightSystem}</code>
                </td>
                <td class="number">{table.rows.length}</td>
                <td class="number">{table.rows.filter((row) => row.relation === 'no-map').length || '–'}</td>
                <td class="number">{table.rows.filter((row) => row.confidence !== 'high').length || '–'}</td>
                <td class="number">{table.rows.filter((row) => row.review.state === 'accepted').length || '–'}</td>
                <td class="number">{usersOf(table, mappings).length || '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </>
  )
}
