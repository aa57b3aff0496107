/** More about a code than its message says: why there is such a rule, and how the matter looks done wrong and right. */
export interface Explanation {
  readonly reason: string
  /** A document, a table, a command line, or words about one that cannot be printed. */
  readonly bad: string
  readonly good: string
  /** What the two are checked against, if it is not what they state themselves. */
  readonly profile?: string
}

/** Explanations of one family of codes. */
export type Explanations<Code extends string> = Readonly<Record<Code, Explanation>>
