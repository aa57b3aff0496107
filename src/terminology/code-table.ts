import type { Review } from './review.ts'

/** The words of ConceptMap in R5 (https://hl7.org/fhir/R5/valueset-concept-map-relationship.html) and `no-map`. */
export type Relation =
  | 'equivalent'
  | 'related-to'
  | 'source-is-narrower-than-target'
  | 'source-is-broader-than-target'
  | 'no-map'

/** Where something stands in a YAML file, for messages. */
export interface Source {
  readonly file: string
  readonly line: number
}

/** One code on each side. */
export interface CodeRow {
  readonly left: string
  readonly right: string
  readonly leftDisplay?: string
  readonly rightDisplay?: string
  readonly relation: Relation
  readonly note: string
  readonly cite: string
  readonly confidence: 'high' | 'medium' | 'low'
  readonly assumes: readonly string[]
  readonly review: Review
  readonly source: Source
}

/** Rules that translate codes without a row for each; `code-rule.ts` says what each does. */
export const codeRules = ['icd-10'] as const
export type CodeRule = (typeof codeRules)[number]

/** Two code systems side by side. A code without a row is never translated. */
export interface CodeTable {
  readonly id: string
  readonly leftSystem: string
  readonly rightSystem: string
  /** The system of the right codes, where they are said of the codes of `rightSystem` and do not belong to it. */
  readonly rightCodes?: string
  /** What becomes of codes without a row. Rows say what they are for: the beginnings of codes that do not cross. */
  readonly rule?: CodeRule
  readonly rows: readonly CodeRow[]
  readonly source: Source
}
