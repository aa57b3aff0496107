import { AssumptionLinks } from '../../../page/components/assumption-links.tsx'
import { Badge } from '../../../page/components/badge.tsx'
import { Citation } from '../../../page/components/citation.tsx'
import { Code } from '../../../page/components/code.tsx'
import { Relation } from '../../../page/components/relation.tsx'
import { ReviewState } from '../../../page/components/review-state.tsx'
import { confidenceWords } from '../../../page/words.ts'
import type { CodeRow, CodeTable } from '../../../terminology/code-table.ts'
import { Permalink } from '../../components/permalink.tsx'
import { anchorOf } from '../../lit.ts'
import { codeName } from './code-rows.ts'
import { useCodes } from './use-codes.ts'

/** The rows of a code table as they stand there, those that do not cross as well. */
export function CodeRows({
  table,
  rows,
  isOneSided,
}: {
  table: CodeTable
  rows: readonly CodeRow[]
  isOneSided: boolean
}) {
  const { words } = useCodes()
  return (
    <table class="code-rows cards">
      <caption class="unseen">{words.toRight}</caption>
      <thead>
        <tr>
          <th scope="col">{words.left}</th>
          <th scope="col">{words.relation}</th>
          {!isOneSided && <th scope="col">{words.right}</th>}
          <th scope="col">{words.confidence}</th>
          <th scope="col">{words.why}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <CodeLine key={codeName(table, row)} table={table} row={row} isOneSided={isOneSided} />
        ))}
      </tbody>
    </table>
  )
}

const tones = { high: 'plain', medium: 'less', low: 'lost' } as const

function CodeLine({ table, row, isOneSided }: { table: CodeTable; row: CodeRow; isOneSided: boolean }) {
  const { words, language, route, to } = useCodes()
  const name = codeName(table, row)
  const isLit = route.query.code === name
  return (
    <tr id={anchorOf(name)} class={isLit ? 'lit-row' : undefined}>
      <th scope="row">
        <Code code={row.left} display={row.leftDisplay} />{' '}
        <Permalink name={`${table.id}#${name}`} href={to(['codes', table.id], { code: name })} isLit={isLit} />
      </th>
      <td data-label={words.relation}>
        <Relation relation={row.relation} language={language} />
      </td>
      {!isOneSided && (
        <td data-label={words.right}>
          {row.right === '' ? '–' : <Code code={row.right} display={row.rightDisplay} />}
        </td>
      )}
      <td data-label={words.confidence}>
        <Badge tone={tones[row.confidence]}>{confidenceWords[language][row.confidence]}</Badge>
      </td>
      <td data-label={words.why}>
        {row.note !== '' && <span lang="en">{row.note} </span>}
        <span class="sources">
          <Citation cite={row.cite} language={language} />
          <AssumptionLinks ids={row.assumes} language={language} hrefOf={(id) => to(['assumptions'], { id })} />
          <ReviewState review={row.review} language={language} />
        </span>
      </td>
    </tr>
  )
}
