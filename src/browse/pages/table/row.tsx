import type { ElementFacts as Facts } from '../../../inspect/element.ts'
import type { ElementPath, Row, Table } from '../../../mapping/table.ts'
import { AssumptionLinks } from '../../../page/components/assumption-links.tsx'
import { Citation } from '../../../page/components/citation.tsx'
import { ElementFacts } from '../../../page/components/element-facts.tsx'
import { ElementName } from '../../../page/components/element-name.tsx'
import { Relation } from '../../../page/components/relation.tsx'
import { ReviewState } from '../../../page/components/review-state.tsx'
import { Safety } from '../../../page/components/safety.tsx'
import { howWords } from '../../../page/how.ts'
import { Permalink } from '../../components/permalink.tsx'
import type { RowKnowledge } from '../../engine/tables.ts'
import { anchorOf } from '../../lit.ts'
import { Evidence } from './evidence.tsx'
import { Grid } from './grid.tsx'
import { useTables } from './use-tables.ts'
import { pathOfTable } from './where.ts'

/** One statement of a table, with its reasons. */
export function MappingRow(props: { row: Row; table: Table; knowledge: RowKnowledge | undefined }) {
  const { row, table, knowledge } = props
  const { words, language, route, to } = useTables()
  const isLit = route.query.row === row.id
  return (
    <tbody id={anchorOf(row.id)} class={isLit ? 'lit' : undefined}>
      <tr class="row-name">
        <th scope="rowgroup" colSpan={4}>
          <code>{row.id}</code>{' '}
          <Permalink name={row.id} href={to(pathOfTable(table.id), { row: row.id })} isLit={isLit} />{' '}
          <Safety safety={row.safety} language={language} /> <ReviewState review={row.review} language={language} />
        </th>
      </tr>
      <tr>
        <Elements label={words.left} elements={row.left} facts={knowledge?.left} />
        <td data-label={words.relation}>
          <Relation relation={row.relation} language={language} />
        </td>
        <Elements label={words.right} elements={row.right} facts={knowledge?.right} />
        <td data-label={words.how}>
          <Why row={row} />
        </td>
      </tr>
      {(row.cases !== undefined || knowledge !== undefined) && (
        <tr class="row-more">
          <td colSpan={4}>
            {row.cases !== undefined && <Grid row={row} cases={row.cases} />}
            {knowledge !== undefined && <Evidence table={table.id} evidence={knowledge.evidence} />}
          </td>
        </tr>
      )}
    </tbody>
  )
}

function Elements(props: { label: string; elements: readonly ElementPath[]; facts: readonly Facts[] | undefined }) {
  const { label, elements, facts } = props
  const { words, language } = useTables()
  return (
    <td data-label={label}>
      {elements.length === 0 && <span class="quiet">{words.nothing}</span>}
      {elements.map(({ id }, index) => {
        const known = facts?.[index]
        return (
          <div key={id}>
            <ElementName id={id} />
            {known !== undefined && <ElementFacts facts={known} language={language} />}
          </div>
        )
      })}
    </td>
  )
}

function Why({ row }: { row: Row }) {
  const { words, language, to } = useTables()
  const { note, carrier, context, required, cases, cite, assumes } = row
  const read = [...context.left, ...context.right].map(({ id }) => id)
  return (
    <>
      <p class="how">
        {howWords(row, language)} {row.via !== undefined && <code class="quiet">{row.via.name}</code>}
      </p>
      <p lang="en">{note}</p>
      {carrier !== undefined && (
        <p>
          {words.carrier}: <span lang="en">{carrier}</span>
        </p>
      )}
      {read.length > 0 && (
        <p>
          {words.alsoReads} <code>{read.join(', ')}</code>
        </p>
      )}
      {required && cases === undefined && <p>{words.required}</p>}
      <p class="sources">
        <Citation cite={cite} language={language} />{' '}
        <AssumptionLinks ids={assumes} language={language} hrefOf={(id) => to(['assumptions'], { id })} />
      </p>
      <CodeTables row={row} />
    </>
  )
}

/** The code tables that a row translates with, to look at. */
function CodeTables({ row }: { row: Row }) {
  const { words, mappings, to } = useTables()
  const used = mappings.codes.filter(({ id }) => row.via?.args.includes(id) === true)
  if (used.length === 0) return null
  return (
    <p>
      {words.codeTables}:{' '}
      {used.map(({ id }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <a href={to(['codes', id])}>{id}</a>
        </span>
      ))}
    </p>
  )
}
