import { type Form, forms } from '../../../form/detect.ts'

/**
 * What the page of records has to be asked for to show a row of a table at work in a document of the examples,
 * `peanut-allergy/kj.json`. Undefined for a document of another kind.
 */
export function storyLink(document: string, table: string): Record<string, string> | undefined {
  const [, example = '', name = ''] = /^(.+)\/([^/.]+)\.json$/.exec(document) ?? []
  const form = forms.find((one) => one === name)
  if (form === undefined) return undefined
  return { example, form, to: targetOf(form, table) }
}

/** The way on which a table is used: of the two forms that it lies between, one is R4, and the other is where to go or come from. */
function targetOf(form: Form, table: string): Form {
  const ends = (table.split('/')[0] ?? '').split('-')
  const end = forms.find((one) => one !== 'r4' && ends.includes(one))
  if (end !== undefined && end !== form) return end
  return form === 'r4' ? 'ki' : 'r4'
}
