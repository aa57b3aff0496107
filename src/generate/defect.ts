import type { JsonObject } from '../document/json.ts'
import type { Form } from '../form/detect.ts'
import type { IssueCode } from '../issue/catalogue.ts'
import type { Random } from './random.ts'

/** What a planter works on: a document of its own that it may change, and how it would be written. */
export interface Soil {
  readonly form: Form
  readonly root: JsonObject
  readonly text: string
  readonly random: Random
}

/**
 * One way for a document to be wrong. `plant` gives the text with that one error in it, or undefined where the document has
 * no place for it. `codes` says what `validate` has to find in it, by form; a form that is not named has no such error.
 */
export interface Defect {
  readonly name: string
  readonly codes: { readonly [form in Form]?: readonly IssueCode[] }
  readonly plant: (soil: Soil) => string | undefined
}

/** Where a defect was planted, and what has to be found: at least one issue of each code, and the exit code. */
export interface Planted {
  readonly defect: string
  readonly codes: readonly IssueCode[]
  /** Exit code of `validate` for the document alone, without options. */
  readonly exit: 0 | 1 | 3
}
