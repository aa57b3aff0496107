import { catalogue, type IssueCode, type Severity } from './catalogue.ts'

/** Values that fill the blanks of a message. Never a value from a record (law 6). */
export type Params = Readonly<Record<string, string | number>>

/** One finding: a code and its parameters. Words are made late, by `describe`. */
export interface Issue {
  readonly code: IssueCode
  readonly severity: Severity
  /** FHIRPath-like place in the document, empty for the document as a whole. */
  readonly path: string
  readonly params: Params
  readonly line?: number
  readonly column?: number
  /** Canonical of the profile (or type) that asks for it, for what validation finds. */
  readonly profile?: string
  /** Id of the ElementDefinition that asks for it. */
  readonly element?: string
}

export interface Place {
  readonly path?: string
  readonly line?: number | undefined
  readonly column?: number | undefined
}

/** Makes an issue with the severity that the catalogue gives its code. */
export function issue(code: IssueCode, place: Place = {}, params: Params = {}): Issue {
  return {
    code,
    severity: catalogue[code].severity,
    path: place.path ?? '',
    params,
    ...(place.line === undefined ? {} : { line: place.line }),
    ...(place.column === undefined ? {} : { column: place.column }),
  }
}

/** The words for an issue: what is wrong and what to do. */
export function describe(finding: Issue, language: 'en' | 'nb' = 'en'): string {
  const { phrases = {}, [language]: text } = catalogue[finding.code]
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(finding.params[name] ?? '')
    return language === 'nb' && Object.hasOwn(phrases, value) ? String(phrases[value]) : value
  })
}

/** An input that cannot be used at all. Carries every issue that was found before it was given up. */
export class KritinfoError extends Error {
  override readonly name = 'KritinfoError'
  readonly issues: readonly Issue[]
  constructor(issues: Issue | readonly Issue[]) {
    const list = Array.isArray(issues) ? (issues as readonly Issue[]) : [issues as Issue]
    super(list.map((one) => `${one.code}: ${describe(one)}`).join('\n'))
    this.issues = list
  }
}
