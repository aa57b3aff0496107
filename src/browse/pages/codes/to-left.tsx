import { Code } from '../../../page/components/code.tsx'
import { Relation } from '../../../page/components/relation.tsx'
import type { CodeRow, CodeTable } from '../../../terminology/code-table.ts'
import { crossingOf, lopsided, type WayBack, waysBack } from './code-rows.ts'
import { useCodes } from './use-codes.ts'

/** The same table from right to left, and which codes do not come back as themselves. */
export function ToLeft({ table, rows }: { table: CodeTable; rows: readonly CodeRow[] }) {
  const { words, mappings } = useCodes()
  const crossing = crossingOf(table, mappings)
  const odd = lopsided(crossing)
  const shown = waysBack(crossing).filter((way) => way.rows.some((row) => rows.includes(row)))
  return (
    <>
      <h2>{words.toLeft}</h2>
      <p>
        {odd.length === 0 ? words.bothWays : `${odd.length} ${words.notBoth} `}
        {odd.map((left, index) => (
          <span key={left}>
            {index > 0 && ', '}
            <code>{left}</code>
          </span>
        ))}
      </p>
      {odd.length > 0 && <p class="quiet">{crossing.isTranslation ? words.onlySame : words.first}</p>}
      <table class="code-rows cards">
        <caption class="unseen">{words.toLeft}</caption>
        <thead>
          <tr>
            <th scope="col">{words.right}</th>
            <th scope="col">{words.comesBack}</th>
            <th scope="col">{words.relation}</th>
            <th scope="col">{words.others}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((way) => (
            <BackLine key={way.right} way={way} />
          ))}
        </tbody>
      </table>
    </>
  )
}

function BackLine({ way: { right, rows } }: { way: WayBack }) {
  const { words, language } = useCodes()
  const [first, ...others] = rows
  if (first === undefined) return null
  return (
    <tr>
      <th scope="row">
        <Code code={right} display={first.rightDisplay} />
      </th>
      <td data-label={words.comesBack}>
        <Code code={first.left} display={first.leftDisplay} />
      </td>
      <td data-label={words.relation}>
        <Relation relation={first.relation} language={language} />
      </td>
      <td data-label={words.others}>
        {others.length === 0
          ? '–'
          : others.map((one) => (
              <span class="fact" key={one.left}>
                <Code code={one.left} display={one.leftDisplay} />
              </span>
            ))}
      </td>
    </tr>
  )
}
