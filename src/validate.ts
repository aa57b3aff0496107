import { standardDefinitions } from './definition/standard.ts'
import type { Definitions } from './definition/definition.ts'
import { fhirModel } from './definition/model.ts'
import { type ConformancePackage, conformanceIndex } from './definition/package.ts'
import { withPackages } from './definition/with-packages.ts'
import { isObject, type Json, type JsonObject } from './document/json.ts'
import { printPath } from './document/path.ts'
import type { Tree } from './document/tree.ts'
import { compileExpression, compileInvariant } from './fhirpath/compile.ts'
import type { Invariant } from './fhirpath/expression.ts'
import { resourcesOf } from './form/bundle.ts'
import { validateKi } from './form/ki/validate.ts'
import { type Issue, issue } from './issue/issue.ts'
import { RuleKit } from './rule/kit.ts'
import { kjProfileOf } from './rule/norwegian/kj.ts'
import { referencesOf } from './rule/references.ts'
import { resourceCheck } from './rule/resource.ts'
import { keyOf } from './rule/resource-rules.ts'
import { type Finding, Run } from './rule/run.ts'
import { standardTerminology } from './terminology/standard.ts'
import type { Terminology } from './terminology/terminology.ts'
import { withTerminology } from './terminology/terminology-of.ts'

export { type ConformancePackage, openPackage } from './definition/package.ts'
export { loadFallback } from './fhirpath/fallback.ts'

/** What validating a document gives. Nothing is valid of which something stands in `issues` as an error. */
export interface Validation {
  /** Sorted by place; each with code, severity, path, line and column, and the profile and element that ask for it. */
  readonly issues: readonly Issue[]
  /** What could not be told with what is at hand: never taken for valid, and never an error. */
  readonly notChecked: readonly Issue[]
}

/** Definitions and terminology, with the rules that have been compiled of them so far. */
export interface ValidationKit {
  readonly definitions: Definitions
  readonly terminology: Terminology
  readonly rules: RuleKit
}

let standard: ValidationKit | undefined

/** R4, the International and the European Patient Summary, and the Norwegian profiles: what this package holds. */
export function standardValidation(): ValidationKit {
  standard ??= validationOf(standardDefinitions(), standardTerminology())
  return standard
}

/** What a kit can be given beside definitions and terminology. */
export interface ValidationOptions {
  /** For invariants that are not compiled here: what `loadFallback` gives. Without it they are not checked, and told so. */
  readonly fallback?: (expression: string, type: string) => Invariant | undefined
  /** Finds what else documents name by canonical: the questionnaire of a response. */
  readonly resource?: (canonical: string) => JsonObject | undefined
}

/** A kit over other definitions, such as the standard ones with a user's packages laid over them. */
export function validationOf(
  definitions: Definitions,
  terminology: Terminology,
  { fallback, resource = () => undefined }: ValidationOptions = {},
): ValidationKit {
  const model = fhirModel()
  const rules = new RuleKit({
    definitions,
    terminology,
    model,
    invariant: (expression, type) => compileInvariant(expression, type, model) ?? fallback?.(expression, type),
    selection: (expression, type) => compileExpression(expression, type, model),
    resource,
  })
  return { definitions, terminology, rules }
}

/** What a kit over packages can be given. */
export interface PackageOptions extends Pick<ValidationOptions, 'fallback'> {
  /** Is told of each definition that cannot be made; it is left out then. Without it such a package is refused. */
  readonly leaveOut?: (problem: Issue) => void
}

/**
 * A kit with packages (`openPackage`) laid over what this package holds, in their order. Throws a `KritinfoError` for
 * definitions that cannot be made, unless `leaveOut` takes them.
 */
export function packagedValidation(
  packages: readonly ConformancePackage[],
  { leaveOut, ...options }: PackageOptions = {},
): ValidationKit {
  const coded = packages.flatMap(({ valueSets, codeSystems }) => [...valueSets, ...codeSystems])
  const others = conformanceIndex(packages.flatMap((one) => one.others))
  return validationOf(
    withPackages(standardDefinitions(), packages, leaveOut),
    withTerminology(
      standardTerminology(),
      coded.map(({ resource }) => resource),
    ),
    { ...options, resource: (canonical) => others.find(canonical)?.resource },
  )
}

/** What a document is held against beside its type and the profiles that it names. */
export interface ValidateOptions {
  /** Canonicals of profiles that the document has to meet as well. */
  readonly profiles?: readonly string[]
  /** The document before a change: what NHN freezes on update must be as it was there. */
  readonly previous?: Tree
  /** Errors alone are told, and nothing that was not checked: for those who only ask whether a document is valid. */
  readonly errorsOnly?: boolean
}

/**
 * Validates a document: a FHIR resource by its type, the profiles in its `meta.profile` and those that are asked for, or a
 * document of the `ki` form by its schema. Pure; throws nothing for any input that could be read.
 */
export function validate(
  kit: ValidationKit,
  input: Tree,
  { profiles = [], previous, errorsOnly = false }: ValidateOptions = {},
): Validation {
  const { root } = input
  if (!isObject(root)) return { issues: [...input.issues, issue('STR-010', input.position([]))], notChecked: [] }
  const before = previousOf(previous)
  const uncompared = previous === undefined || hasEarlier(root, before) ? [] : [uncomparedIn(input)]
  if (root.format === 'kritisk-informasjon')
    return { issues: [...input.issues, ...validateKi(input)], notChecked: uncompared }
  const run = new Run(root, referencesOf(root), before, profiles)
  resourceCheck(kit.rules, root, run, profiles)
  if (errorsOnly) {
    const errors = run.findings.filter(({ issue: found }) => found.severity === 'error')
    const read = [...input.issues, ...(input.flaws ?? [])].filter(({ severity }) => severity === 'error')
    return { issues: [...read, ...told(errors, input, root)], notChecked: [] }
  }
  return {
    issues: [...input.issues, ...(input.flaws ?? []), ...told(run.findings, input, root)],
    notChecked: [...uncompared, ...told(run.notChecked, input, root)],
  }
}

function previousOf(tree: Tree | undefined): ReadonlyMap<string, JsonObject> {
  const resources = tree !== undefined && isObject(tree.root) ? resourcesOf(tree.root) : []
  return new Map(resources.map((resource) => [keyOf(resource), resource]))
}

/** True if the document has a record of NHN's API of which there is an earlier version. */
function hasEarlier(root: JsonObject, previous: ReadonlyMap<string, JsonObject>): boolean {
  return resourcesOf(root).some((resource) => kjProfileOf(resource) !== undefined && previous.has(keyOf(resource)))
}

function uncomparedIn(input: Tree): Issue {
  return issue('NOR-043', { path: printPath(input.root, []), ...input.position([]) })
}

/**
 * Findings with their places, in the order of the text. What several profiles ask for alike is told once, with the one that
 * was asked first: a European profile before the International one that it imposes.
 */
function told(findings: readonly Finding[], input: Tree, root: JsonObject): Issue[] {
  const issues = new Map<string, Issue>()
  for (const { issue: found, at } of findings) {
    // By the place itself: what is printed of two names that are not shown is the same.
    const key = [found.code, at.join('\0'), ...Object.values(found.params)].join('\n')
    if (!issues.has(key)) issues.set(key, { ...found, path: printPath(root as Json, at), ...input.position(at) })
  }
  return [...issues.values()].sort(byPlace)
}

function byPlace(one: Issue, other: Issue): number {
  return (
    (one.line ?? 0) - (other.line ?? 0) ||
    (one.column ?? 0) - (other.column ?? 0) ||
    order(one.path, other.path) ||
    order(one.code, other.code) ||
    order(one.element ?? '', other.element ?? '')
  )
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
