import type { Case, CaseValue, ElementPath, Row } from '../../../mapping/table.ts'
import { Wide } from '../../../page/components/wide.tsx'
import { caseWord, outcomeWords, wayWords } from '../../../page/words.ts'
import { useTables } from './use-tables.ts'

/** The cases of a grid, read from the top; closed until a reader opens them. */
export function Grid({ row, cases }: { row: Row; cases: readonly Case[] }) {
  const { words, language } = useTables()
  return (
    <details class="grid">
      <summary>
        {cases.length} {words.cases}
      </summary>
      <Wide label={`${cases.length} ${words.cases}: ${row.id}`}>
        <table>
          <thead>
            <tr>
              <th scope="col">#</th>
              <Heads elements={row.left} />
              <th scope="col">{words.used}</th>
              <Heads elements={row.right} />
              <th scope="col">{words.ledger}</th>
              <th scope="col">{words.remark}</th>
            </tr>
          </thead>
          <tbody>
            {cases.map((one, index) => (
              <tr key={index}>
                <th scope="row">{index + 1}</th>
                <Values values={one.left} />
                <td>{wayWords[language][one.only ?? 'both']}</td>
                <Values values={one.right} />
                <td>{one.outcome === undefined ? '' : outcomeWords[language][one.outcome]}</td>
                <td lang="en">{one.note ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </details>
  )
}

/** The last two names of an element tell it from the others of a grid. */
function Heads({ elements }: { elements: readonly ElementPath[] }) {
  return elements.map(({ id }) => (
    <th scope="col" key={id} title={id}>
      <code>{id.split('.').slice(-2).join('.')}</code>
    </th>
  ))
}

function Values({ values }: { values: readonly CaseValue[] }) {
  const { language } = useTables()
  return values.map((value, index) => {
    const word = caseWord(value, language)
    return <td key={index}>{word === undefined ? <code>{String(value)}</code> : <i class="quiet">{word}</i>}</td>
  })
}
