import type { CodeTable, Relation, Source } from '../terminology/code-table.ts'
import type { Review } from '../terminology/review.ts'
import type { Dialect } from './dialect.ts'
import type { Outcome } from '../document/books.ts'
import type { Criterion } from './criterion.ts'
import type { Safety } from './ledger.ts'

/**
 * A value of a case: a code or boolean; `null` for an element that is absent; `''` ("blank" in YAML) where the parent is
 * there and the element is not (KJ says "presumed" by a coding without code); `'*'` ("any") for whatever it may be.
 */
export type CaseValue = string | boolean | null
export const BLANK = ''
export const ANY = '*'

/** One line of a status grid. First match wins; of those that share a target, one is `preferred`. */
export interface Case {
  readonly left: readonly CaseValue[]
  readonly right: readonly CaseValue[]
  /** Which ways this case may be used; a reading of something that is never written has one. */
  readonly only?: 'forward' | 'backward'
  /** The outcome the ledger shall tell although nothing was lost: a default. */
  readonly outcome?: Outcome
  readonly note?: string
}

/** A call of a codec: `code(alvorlighetsgrad)` is name `code`, arguments `['alvorlighetsgrad']`. */
export interface CodecCall {
  readonly name: string
  readonly args: readonly string[]
}

/** One step from an object towards an element. */
export interface Step {
  readonly key: string
  readonly many: boolean
  /** The slice whose member is meant, of those in the list. */
  readonly slice?: string
  /** A choice element as a whole: every key that begins with `key` and a type name. */
  readonly choice?: true
}

/** An ElementDefinition id of one side, and the way there from the object that the table is about. */
export interface ElementPath {
  readonly id: string
  readonly steps: readonly Step[]
}

/** One mapping, good for both directions. */
export interface Row {
  readonly id: string
  readonly left: readonly ElementPath[]
  readonly right: readonly ElementPath[]
  /** Elements that the codec reads to decide and neither takes nor writes. */
  readonly context: { readonly left: readonly ElementPath[]; readonly right: readonly ElementPath[] }
  readonly relation: Relation
  readonly via?: CodecCall
  readonly cases?: readonly Case[]
  /** A grid without a match keeps the whole record back; false lets the elements fall to the ledger alone. */
  readonly required: boolean
  readonly carrier?: string
  readonly note: string
  readonly cite: string
  readonly safety: Safety
  readonly assumes: readonly string[]
  readonly review: Review
  readonly source: Source
}

/** One clinical concept between two forms. */
export interface Table {
  readonly id: string
  readonly left: Side
  readonly right: Side
  /** Write FHIR's standard displays beside status codes, where the left form has words and no displays. */
  readonly displays: boolean
  /** Tables whose rows hold here too, after the own ones. */
  readonly include: readonly string[]
  readonly rows: readonly Row[]
  readonly source: Source
}

export interface Side {
  /** The word that element ids begin with: a resource type, a data type, or a part of the `ki` form. */
  readonly root: string
  /** Profile that the ids belong to, where there is one. */
  readonly profile?: string
}

/** A slice that rows name, `extension:presumed`: what tells its member from the others. */
export interface Slice {
  readonly id: string
  /** Paths inside the member and the value each has; keys only, arrays by their first member. */
  readonly match: Readonly<Record<string, string>>
  /** Standard displays of codes in this slice, so that they need not be carried. */
  readonly display?: Readonly<Record<string, string>>
  readonly cite: string
  readonly source: Source
}

/** Something this software leans on and cannot show to be a fact. */
export interface Assumption {
  readonly id: string
  readonly statement: string
  readonly basis: string
  readonly breaks: string
  readonly override: string
  /** The address or code that is assumed, where it is one; tables refer to it by `assumed(id)`. */
  readonly value?: string
  /** What leans on it where no table does: the profiles, what is checked, or how containers are read. */
  readonly concerns?: 'profiles' | 'checks' | 'containers'
  readonly source: Source
}

/** An element that the code which builds containers writes, so that no row has to (Bundle, references, narrative). */
export interface Container {
  readonly id: string
  /** The tables beside which it is written; the beginning of a name stands for all that begin so. */
  readonly tables: readonly string[]
  readonly note: string
  readonly cite: string
  readonly source: Source
}

/** Everything in `mappings/`, checked but not yet compiled. Plain data, so the build can write it to a file. */
export interface Mappings {
  readonly version: string
  readonly tables: readonly Table[]
  readonly codes: readonly CodeTable[]
  readonly slices: readonly Slice[]
  readonly assumptions: readonly Assumption[]
  readonly containers: readonly Container[]
  readonly dialects: readonly Dialect[]
  /** The filter on what comes in from other countries, in its order. */
  readonly criteria: readonly Criterion[]
}
