/** The parts of a FHIRPath expression (https://hl7.org/fhirpath/N1/#expressions). */
export type Expression =
  | Literal
  | { readonly kind: 'none' }
  | { readonly kind: 'this' | 'index' | 'total' }
  | { readonly kind: 'variable'; readonly name: string }
  | Member
  | Call
  | { readonly kind: 'indexer'; readonly on: Expression; readonly index: Expression }
  | { readonly kind: 'sign'; readonly operator: '+' | '-'; readonly operand: Expression }
  | Binary
  | TypeTest

export interface Literal {
  readonly kind: 'literal'
  readonly type: LiteralType
  /** The text without quotes, escapes or `@`; `true` or `false`; the digits of a number. */
  readonly text: string
  /** Of a quantity. */
  readonly unit?: string
}

export type LiteralType = 'Boolean' | 'String' | 'Integer' | 'Decimal' | 'Date' | 'DateTime' | 'Time' | 'Quantity'

/** A step to a child; without `on` from `$this`. */
export interface Member {
  readonly kind: 'member'
  readonly on: Expression | undefined
  readonly name: string
}

export interface Call {
  readonly kind: 'call'
  readonly on: Expression | undefined
  readonly name: string
  readonly parameters: readonly Expression[]
}

export interface Binary {
  readonly kind: 'binary'
  readonly operator: string
  readonly left: Expression
  readonly right: Expression
}

/** `is` and `as`, written as operators or as functions alike, and `ofType`. */
export interface TypeTest {
  readonly kind: 'type'
  readonly operator: 'is' | 'as' | 'ofType'
  readonly on: Expression | undefined
  /** `Patient`, `FHIR.Patient`, `System.String`. */
  readonly type: string
}

/** A text that is no FHIRPath expression. The message names the rule, never the text. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError'
  constructor(
    problem: string,
    /** Where in the expression, from 0. */
    readonly offset: number,
  ) {
    super(`${problem} at ${offset}`)
  }
}
