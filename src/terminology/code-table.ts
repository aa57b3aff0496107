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

/** Two code systems side by side. A code without a row is never translated. */
export interface CodeTable {
  readonly id: string
  readonly leftSystem: string
  readonly rightSystem: string
  readonly rows: readonly CodeRow[]
  readonly source: Source
}
