/** What can be said without a terminology server: `unknown` is never taken for yes. */
export type Membership = 'in' | 'out' | 'unknown'

export interface CodeValue {
  readonly system?: string | undefined
  readonly version?: string | undefined
  readonly code: string
}

/** Answers about codes, from what is at hand. */
export interface Terminology {
  /** Whether a value set holds the code. Without a system (an element of type `code`), whether it does in any system. */
  member(valueSet: string, value: CodeValue): Membership
  /** Whether the code system has the code. */
  code(system: string, code: string): Membership
  /** The names that the code system gives the code, where it is at hand. */
  displays(system: string, code: string): readonly string[] | undefined
  /** Whether the code system is at hand, in whole or in part, or known by its rules. */
  knowsSystem(system: string): boolean
  /** Whether anything is known of the value set (its definition is at hand). */
  knows(valueSet: string): boolean
}
