import { pageOf } from '../../mapping/render/render.ts'
import type { Section } from '../../mapping/render/section.ts'
import type { Selection } from '../../mapping/render/selection.ts'
import type { Mappings } from '../../mapping/table.ts'
import { ElementName } from '../components/element-name.tsx'
import { Wide } from '../components/wide.tsx'
import { markup } from '../markup.ts'
import { pageEnd, pageStart } from '../one-file.tsx'
import { CellOf } from './cell.tsx'

/** The tables as one page that needs nothing else. Each line has a name to link to, and it prints. */
export function mappingsPage(mappings: Mappings, selection: Selection): string {
  const { title, about, sections } = pageOf(mappings, selection)
  return [
    pageStart(title, about),
    markup(<Contents sections={sections} />),
    ...sections.map((section) => `\n${markup(<SectionOf section={section} />)}`),
    '\n',
    pageEnd,
  ].join('')
}

/** Columns whose cells say too little by themselves where a line is a card. */
const unclear: readonly (string | undefined)[] = ['Confidence', 'Review']

function Contents({ sections }: { sections: readonly Section[] }) {
  return (
    <nav class="contents" aria-label="Tables">
      <ul>
        {sections
          .filter(({ level }) => level === 2)
          .map(({ anchor, title }) => (
            <li key={anchor}>
              <a href={`#${anchor}`}>{title}</a>
            </li>
          ))}
      </ul>
    </nav>
  )
}

function SectionOf({ section }: { section: Section }) {
  const { anchor, title, level, about } = section
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section id={anchor}>
      <Heading>{title}</Heading>
      {about.map((one) => (
        <p class="quiet" key={one}>
          {one}
        </p>
      ))}
      {level === 2 ? (
        <Lines section={section} class="mapping" />
      ) : (
        <Wide label={title}>
          <Lines section={section} class="mapping grid" />
        </Wide>
      )}
    </section>
  )
}

function Lines({ section: { columns, lines }, class: kind }: { section: Section; class: string }) {
  const heads = columns.map((column) => (unclear.includes(column) ? column : undefined))
  return (
    <table class={kind}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col" key={column}>
              {column.includes('.') ? <ElementName id={column} /> : column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr id={line.anchor} key={line.anchor}>
            {line.cells.map((cell, column) => (
              <td data-head={heads[column]}>
                <CellOf cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
