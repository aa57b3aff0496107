import { type Form, forms } from '../../../form/detect.ts'
import type { Dialect } from '../../../mapping/dialect.ts'

/** An example of the page of records, in one of its forms. */
interface ExampleForm {
  readonly example: string
  readonly form: Form
}

/**
 * What the page of records has to be asked for to show a row of a table at work in a document of the examples,
 * `peanut-allergy/kj.json`. Undefined for a document that is no example there.
 */
export function storyLink(
  document: string,
  table: string,
  dialects: readonly Dialect[],
): Record<string, string> | undefined {
  const found = exampleOf(document, dialects)
  return found && { ...found, to: targetOf(found.form, table) }
}

/** Stories have all forms; of a dialect there is what it writes and the `ki` document of the same; from abroad, a summary. */
function exampleOf(document: string, dialects: readonly Dialect[]): ExampleForm | undefined {
  const [, example = '', name = ''] = /^(.+)\/([^/.]+)\.\w+$/.exec(document) ?? []
  if (name === 'summary') return { example, form: 'eps' }
  const dialect = dialects.find(({ id }) => example === `dialects/${id}`)
  if (dialect !== undefined && name === 'input') return { example, form: dialect.form }
  const form = forms.find((one) => one === name)
  const isThere = dialect === undefined || form === 'ki'
  return form === undefined || !isThere ? undefined : { example, form }
}

/** The way on which a table is used: of the two forms that it lies between, one is R4, and the other is where to go or come from. */
function targetOf(form: Form, table: string): Form {
  const ends = (table.split('/')[0] ?? '').split('-')
  const end = forms.find((one) => one !== 'r4' && ends.includes(one))
  if (end !== undefined && end !== form) return end
  return form === 'r4' ? 'ki' : 'r4'
}
