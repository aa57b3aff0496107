import type { JsonObject, Path } from '../../document/json.ts'
import type { IssueCode } from '../../issue/catalogue.ts'
import type { Params } from '../../issue/issue.ts'
import type { CodeValue, Membership } from '../../terminology/terminology.ts'
import type { Report } from '../report.ts'
import type { Form, Question } from './form.ts'
import type { Lists } from './lists.ts'
import type { Typed } from './parts.ts'

/** What the checks of a response may ask of the world around it. */
export interface ResponseSurroundings {
  member(valueSet: string, code: CodeValue): Membership
  /** Whether a FHIRPath expression holds of the response; undefined if that cannot be told. */
  holds(expression: string): boolean | undefined
  /** What a reference in the response means, where that is at hand. */
  resolve(reference: string): JsonObject | undefined
  /** What could not be told with what is at hand. */
  cannotTell(path: Path, code: IssueCode, params?: Params): void
}

/** One response that is held against its questionnaire. */
export interface Asking {
  readonly response: JsonObject
  readonly form: Form
  /** Completed or amended: only then is it wrong that something is missing. */
  readonly isFinished: boolean
  readonly report: Report
  readonly around: ResponseSurroundings
  /** Answers by linkId in what has been asked for so far. */
  readonly answers: Map<JsonObject, ReadonlyMap<string, readonly Typed[]>>
  /** What may answer the questions, as it is needed. */
  readonly lists: Map<Question, Lists>
  /** Comparisons of conditions with answers that are still allowed. */
  readonly budget: { left: number }
  /** Value sets that the questionnaire itself contains, as they are needed. */
  readonly contained: Map<string, ContainedSet | undefined>
}

/** A question that has been entered on the way down, with the item that answers it. */
export interface Entered {
  readonly question: Question
  readonly item: JsonObject
}

/** A value that answers a question, and where it stands. */
export interface Given extends Typed {
  readonly question: Question
  readonly path: Path
}

/** Whether a value set that stands in the questionnaire holds a code. */
export type ContainedSet = (code: CodeValue) => Membership
