import type { Membership } from './terminology.ts'

/** A code with what its system says of it (https://hl7.org/fhir/R4/codesystem-definitions.html#CodeSystem.concept). */
export interface Concept {
  readonly code: string
  /** The display first, then other designations. */
  readonly displays: readonly string[]
  /** Codes of the concepts that stand above it, by nesting or by the properties `parent` and `subsumedBy`. */
  readonly parents: readonly string[]
  readonly properties: ReadonlyMap<string, readonly string[]>
}

/** A code system whose codes are listed, all of them or some. */
export interface CodeSystem {
  readonly url: string
  /** The version that the concepts are of. */
  readonly version?: string
  /** Older versions that exist: a coding may name one, and need not have made it up. */
  readonly olderVersions?: readonly string[]
  /** Whether a code that is not listed does not exist (https://hl7.org/fhir/R4/valueset-codesystem-content-mode.html). */
  readonly complete: boolean
  /** `undefined` where the system does not say. */
  readonly caseSensitive: boolean | undefined
  readonly concepts: ReadonlyMap<string, Concept>
  /** Properties that the concepts carry; `undefined` if all that there are. */
  readonly properties?: readonly string[]
}

/** A condition on codes (https://hl7.org/fhir/R4/valueset-definitions.html#ValueSet.compose.include.filter). */
export interface Filter {
  readonly property: string
  readonly op: string
  readonly value: string
}

export type CodeTest = (code: string) => Membership

/** What can be asked of a code system, whether its codes are listed or follow a rule. */
export interface System {
  readonly url: string
  readonly version?: string | undefined
  readonly olderVersions: readonly string[]
  contains(code: string): Membership
  displays(code: string): readonly string[] | undefined
  /** The codes that meet a condition, as a test; it says `unknown` where the condition cannot be decided. */
  filter(filter: Filter): CodeTest
}
