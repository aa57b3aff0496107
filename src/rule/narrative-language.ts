import type { IssueCode } from '../issue/catalogue.ts'
import type { Params } from '../issue/issue.ts'
import type { Attribute } from './xhtml-scan.ts'

const none: readonly never[] = []

/** The language attributes of an element. */
interface Tags {
  readonly lang: string | undefined
  readonly xmlLang: string | undefined
}

/** What a narrative says about its language: on the `div`, and on the parts directly in it, one for each language. */
export class Languages {
  root: Tags = { lang: undefined, xmlLang: undefined }
  /** The first part in a language of its own. */
  part: Tags | undefined
  /** Whether the `div` also has something outside of such parts. */
  outside = false

  /** To be told of each start tag; `depth` counts the elements around it. */
  open(depth: number, name: string, attributes: readonly Attribute[]): void {
    if (depth > 1) return
    const tags = { lang: tagOf(attributes, 'lang'), xmlLang: tagOf(attributes, 'xml:lang') }
    if (depth === 0) this.root = tags
    else if (name === 'div' && tags.xmlLang !== undefined) this.part ??= tags
    else this.outside = true
  }

  text(depth: number): void {
    if (depth === 1) this.outside = true
  }
}

function tagOf(attributes: readonly Attribute[], wanted: string): string | undefined {
  return attributes.find(({ name }) => name === wanted)?.value
}

/**
 * A narrative in the language of its resource says so twice, in `lang` and `xml:lang`
 * (https://hl7.org/fhir/R4/resource-definitions.html#Resource.language); one with parts in several languages has nothing
 * outside of these parts.
 */
export function languageProblems(
  found: Languages,
  language: string | undefined,
): readonly { readonly code: IssueCode; readonly params: Params }[] {
  if (found.part === undefined && found.root.lang === language && found.root.xmlLang === language) return none
  const mixed = found.part !== undefined && found.outside ? [{ code: 'NAR-033' as const, params: {} }] : []
  if (language === undefined) return mixed
  const isDivided = found.root.lang === undefined && found.root.xmlLang === undefined && !found.outside
  const { lang, xmlLang } = (isDivided ? found.part : undefined) ?? found.root
  const tags = [
    { attribute: 'lang', value: lang },
    { attribute: 'xml:lang', value: xmlLang },
  ]
  const missing = tags.filter(({ value }) => value === undefined).map(({ attribute }) => attribute)
  const other = tags.filter(({ value }) => value !== undefined && value !== language).map(({ attribute }) => attribute)
  return [
    ...mixed,
    ...(missing.length > 0 ? [{ code: 'NAR-031' as const, params: { attribute: missing.join(', ') } }] : []),
    ...(other.length > 0 ? [{ code: 'NAR-032' as const, params: { attribute: other.join(', ') } }] : []),
  ]
}
