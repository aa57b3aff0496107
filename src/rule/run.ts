import type { Json, JsonObject } from '../document/json.ts'
import type { Surroundings } from '../fhirpath/expression.ts'
import { catalogue, type IssueCode } from '../issue/catalogue.ts'
import { type Issue, issue, type Params } from '../issue/issue.ts'
import type { References } from './references.ts'
import type { Report } from './report.ts'

/** Steps from the root of the document. */
export type Steps = readonly (string | number)[]

/** The element of a definition that asks for something, as findings name it. */
export interface Asker {
  readonly profile: string
  readonly element: string
}

/** A finding whose place is still a list of steps: printed as a path once, at the end. */
export interface Finding {
  readonly issue: Issue
  readonly at: Steps
}

/** A resource with what its rules may ask of the document around it. */
export interface Scope extends Surroundings {
  readonly at: Steps
  /** Ids of elements that have been met in the resource. */
  readonly elementIds: Set<string>
}

/** What a check has found. */
class Findings {
  readonly found: Finding[] = []
  readonly notChecked: Finding[] = []
  errors = 0
  /** Only whether there is an error is of interest: the first one ends the checks. */
  constructor(readonly isBrief = false) {}
  readonly #applied = new Map<object, Set<string>>()

  /** True the first time that the pair is asked about. */
  isNew(value: object, profile: string): boolean {
    const profiles = this.#applied.get(value)
    if (profiles?.has(profile) === true) return false
    if (profiles === undefined) this.#applied.set(value, new Set([profile]))
    else profiles.add(profile)
    return true
  }

  add({ found, notChecked, errors }: Findings): void {
    for (const one of found) this.found.push(one)
    for (const one of notChecked) this.notChecked.push(one)
    this.errors += errors
  }
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
  /** Ids of the whole document, once they have been asked for. */
  ids: ReadonlySet<string> | undefined
  /** No further check can change what is being asked: compiled checks look at this and return. */
  isDecided = false
  #findings = new Findings()
  readonly #answers = new Map<object, Map<string, Findings>>()

  constructor(
    readonly root: JsonObject,
    readonly references: References,
    /** Earlier versions of resources, by type and id (`Condition/1`). */
    readonly previous: ReadonlyMap<string, JsonObject> = new Map(),
    /** Profiles that whoever validates asks of the document. */
    readonly asked: readonly string[] = [],
  ) {
    // No resource yet: the first one that is looked at brings its own.
    this.scope = { resource: {}, rootResource: {}, at: [], elementIds: new Set(), resolve: () => undefined }
  }

  get findings(): readonly Finding[] {
    return this.#findings.found
  }

  /** What could not be told with what is at hand. */
  get notChecked(): readonly Finding[] {
    return this.#findings.notChecked
  }

  report(code: IssueCode, params: Params = {}, asker?: Asker, below: Steps = [], path: Steps = this.path): void {
    if (catalogue[code].severity === 'error') {
      this.#findings.errors++
      this.isDecided ||= this.#findings.isBrief
    }
    if (!this.isDecided) this.#findings.found.push(this.#finding(code, params, asker, [...path, ...below]))
  }

  /** How rules speak of the value that is being looked at. */
  readonly say = (code: IssueCode, params?: Params): void => this.report(code, params)
  /** How rules that name their own places speak. */
  readonly tell: Report = (path, code, params) => this.report(code, params, undefined, [], path)

  /** What could not be told with what is at hand: said, and never taken for valid. */
  cannotTell(code: IssueCode, params: Params = {}, asker?: Asker): void {
    this.#findings.notChecked.push(this.#finding(code, params, asker, [...this.path]))
  }

  #finding(code: IssueCode, params: Params, asker: Asker | undefined, at: Steps): Finding {
    return { issue: asker === undefined ? issue(code, {}, params) : { ...issue(code, {}, params), ...asker }, at }
  }

  /** Runs a check at another place of the document. */
  at(path: Steps, check: () => void): void {
    const before = this.path
    this.path = [...path]
    check()
    this.path = before
  }

  /** Runs a check of a resource in its own scope. */
  within(scope: Scope, check: () => void): void {
    const before = this.scope
    this.scope = scope
    check()
    this.scope = before
  }

  /** Whether the value at a place meets the profile. Worked out once, and what was found is kept for `apply`. */
  conforms(value: object, profile: string, at: Steps, check: () => void): boolean {
    return this.#ask(value, profile, () => this.at(at, check), true).errors === 0
  }

  /** What is to be said of the value by the profile is said, once. */
  apply(value: object, profile: string, check: () => void): void {
    if (this.isDecided || !this.#findings.isNew(value, profile)) return
    this.#findings.add(this.#ask(value, profile, check, this.#findings.isBrief))
    this.isDecided = this.#findings.isBrief && this.#findings.errors > 0
  }

  /** References lead in circles: while an answer is being worked out, nothing is held against the value. */
  #ask(value: object, profile: string, check: () => void, isBrief: boolean): Findings {
    const answers = this.#answers.get(value) ?? new Map<string, Findings>()
    this.#answers.set(value, answers)
    const known = answers.get(profile)
    // All that is wrong is told once somebody wants to know it.
    if (known !== undefined && (isBrief || known.errors === 0 || !known.isBrief)) return known
    const { isDecided } = this
    const around = this.#findings
    const own = new Findings(isBrief)
    answers.set(profile, own)
    this.#findings = own
    this.isDecided = false
    check()
    this.#findings = around
    this.isDecided = isDecided
    return own
  }
}

/** An element's value as the instance has it, with what stands beside a primitive (`_birthDate`), checked in a run. */
export type Check = (value: Json | undefined, extra: Json | undefined, run: Run) => void
