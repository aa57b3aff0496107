import type { Json, JsonObject } from '../document/json.ts'
import type { IssueCode } from '../issue/catalogue.ts'
import { type Issue, issue, type Params } from '../issue/issue.ts'
import type { Surroundings } from '../fhirpath/expression.ts'
import type { References } from './references.ts'

/** The element of a definition that asks for something, as findings name it. */
export interface Asker {
  readonly profile: string
  readonly element: string
}

/** A finding whose place is still a list of steps: printed as a path once, at the end. */
export interface Finding {
  readonly issue: Issue
  readonly at: readonly (string | number)[]
}

/** A resource with what its rules may ask of the document around it. */
export interface Scope extends Surroundings {
  /** Steps from the root of the document to `resource`. */
  readonly at: readonly (string | number)[]
}

/**
 * One validation of one document: the place where the walk is, what has been found, and what has been answered before.
 * Rules speak through it and keep no state of their own.
 */
export class Run {
  /** Steps from the root to the value that is being looked at. */
  path: (string | number)[] = []
  /** The resource that is being looked at. */
  scope: Scope
  readonly findings: Finding[] = []
  readonly notChecked: Finding[] = []
  /** Ids of the whole document, once they have been asked for. */
  ids: ReadonlySet<string> | undefined
  /** Errors so far, those found in silence included. */
  errors = 0
  #silence = 0
  readonly #answers = new Map<object, Map<string, boolean>>()
  readonly #applied = new Map<object, Set<string>>()

  constructor(
    readonly root: JsonObject,
    readonly references: References,
  ) {
    this.scope = { resource: root, rootResource: root, at: [], resolve: () => undefined }
  }

  report(code: IssueCode, params: Params = {}, asker?: Asker, below: readonly (string | number)[] = []): void {
    const found = issue(code, {}, params)
    if (found.severity === 'error') this.errors++
    if (this.#silence > 0) return
    this.findings.push({ issue: asker === undefined ? found : { ...found, ...asker }, at: [...this.path, ...below] })
  }

  /** What could not be told with what is at hand: said, and never taken for valid. */
  cannotTell(code: IssueCode, params: Params = {}, asker?: Asker): void {
    if (this.#silence > 0) return
    const found = issue(code, {}, params)
    this.notChecked.push({ issue: asker === undefined ? found : { ...found, ...asker }, at: [...this.path] })
  }

  /** Runs a check elsewhere in the document. */
  elsewhere(scope: Scope, check: () => void): void {
    const { path, scope: before } = this
    this.path = [...scope.at]
    this.scope = scope
    check()
    this.path = path
    this.scope = before
  }

  /** Whether a check finds no error; what it finds is not reported. */
  holds(check: () => void): boolean {
    const before = this.errors
    this.#silence++
    check()
    this.#silence--
    const isFine = this.errors === before
    this.errors = before
    return isFine
  }

  /**
   * Whether the value meets the profile, asked once. References lead in circles: while the answer is being worked out it
   * counts as yes.
   */
  conforms(value: object, profile: string, check: () => void): boolean {
    const answers = this.#answers.get(value) ?? new Map<string, boolean>()
    this.#answers.set(value, answers)
    const known = answers.get(profile)
    if (known !== undefined) return known
    answers.set(profile, true)
    const answer = this.holds(check)
    answers.set(profile, answer)
    return answer
  }

  /** Checks the value against the profile with its findings reported, unless that has been done. */
  apply(value: object, profile: string, check: () => void): void {
    if (this.#silence > 0) {
      if (!this.conforms(value, profile, check)) this.errors++
      return
    }
    const applied = this.#applied.get(value) ?? new Set<string>()
    this.#applied.set(value, applied)
    if (applied.has(profile)) return
    applied.add(profile)
    check()
  }
}

/** An element's value as the instance has it, with what stands beside a primitive (`_birthDate`), checked in a run. */
export type Check = (value: Json | undefined, extra: Json | undefined, run: Run) => void
