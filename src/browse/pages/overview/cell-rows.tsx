import { useContext, useEffect, useRef } from 'preact/hooks'
import { Relation } from '../../../page/components/relation.tsx'
import { Safety } from '../../../page/components/safety.tsx'
import { Wide } from '../../../page/components/wide.tsx'
import { LanguageContext, useWords } from '../../language.ts'
import { usePlace } from '../../place.ts'
import { pathOfTable } from '../table/where.ts'
import type { Cell, Placed } from './matrix.ts'
import { SubjectName } from './matrix-table.tsx'
import { overviewWords } from './words.ts'

/** The rows of the cell that is chosen. The heading takes the focus, so that the keyboard goes on from there. */
export function CellRows({ cell }: { cell: Cell }) {
  const words = useWords(overviewWords)
  const { choose } = usePlace()
  const heading = useRef<HTMLHeadingElement>(null)
  const { subject, group, rows } = cell
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    heading.current?.scrollIntoView({ block: 'nearest' })
  }, [subject, group])
  const title = words.groups[group]
  return (
    <section class="cell-rows" aria-label={title}>
      <h3 ref={heading} tabIndex={-1}>
        <SubjectName subject={subject} />: {title}
      </h3>
      <button type="button" class="screen-only" onClick={() => choose({ kind: undefined, group: undefined })}>
        {words.close}
      </button>
      <Wide label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.row}</th>
              <th scope="col" colSpan={3}>
                {words.relation}
              </th>
              <th scope="col">{words.safety}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((one) => (
              <RowLine {...one} key={one.row.id} />
            ))}
          </tbody>
        </table>
      </Wide>
    </section>
  )
}

function RowLine({ row, table }: Placed) {
  const language = useContext(LanguageContext)
  const { to } = usePlace()
  const { id, left, right, relation, safety, note } = row
  return (
    <tr>
      <th scope="row">
        <a href={to(pathOfTable(table.id), { row: id })}>{id}</a>
        <span class="note quiet" lang="en">
          {note}
        </span>
      </th>
      <td>
        <Elements ids={left.map((one) => one.id)} />
      </td>
      <td>
        <Relation relation={relation} language={language} />
      </td>
      <td>
        <Elements ids={right.map((one) => one.id)} />
      </td>
      <td>
        <Safety safety={safety} language={language} />
      </td>
    </tr>
  )
}

function Elements({ ids }: { ids: readonly string[] }) {
  if (ids.length === 0) return <>–</>
  return (
    <>
      {ids.map((id) => (
        <code class="element" key={id}>
          {id}
        </code>
      ))}
    </>
  )
}
