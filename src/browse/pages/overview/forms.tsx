import { useWords } from '../../language.ts'
import { siteMappings } from '../../mappings.ts'
import { usePlace } from '../../place.ts'
import { type Edge, edges } from './kinds.ts'
import { overviewWords } from './words.ts'

const forms = ['ki', 'kj', 'r4', 'eps'] as const

/** The forms, and between them the edges that tables lie on. The order is that of reading; the style sets them out as a way. */
export function Forms() {
  const words = useWords(overviewWords)
  return (
    <section class="way-of-forms" aria-label={words.forms}>
      {forms.map((form) => (
        <div class={`form form-${form}`} key={form}>
          <h3>
            {words.formNames[form]} <code>{form}</code>
          </h3>
          <p>{words.formTexts[form]}</p>
        </div>
      ))}
      {edges.map((edge) => (
        <EdgeLink edge={edge} key={edge} />
      ))}
    </section>
  )
}

function EdgeLink({ edge }: { edge: Edge }) {
  const words = useWords(overviewWords)
  const { to } = usePlace()
  const tables = siteMappings().tables.filter(({ id }) => id.startsWith(`${edge}/`))
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0)
  return (
    <a class={`edge edge-${edge}`} href={to(['table', edge])}>
      <span class="edge-forms">{edge.replace('-', ' ⇄ ')}</span>{' '}
      <span class="edge-rows">
        {tables.length} {words.tables}, {rows} {words.rows}
      </span>
    </a>
  )
}
