import type { Constraint } from '../definition/definition.ts'
import type { Json } from '../document/json.ts'
import { type Invariant, Unanswerable } from '../fhirpath/expression.ts'
import type { RuleKit } from './kit.ts'
import type { Asker, Check, Run } from './run.ts'

/**
 * Said by the structural rules already: ele-1, that an element has a value or children (STR-006, FMT-015).
 * https://hl7.org/fhir/R4/element.html#invs
 */
const structural: ReadonlySet<string> = new Set(['ele-1'])

/** The FHIRPath rules of an element (https://hl7.org/fhir/R4/conformance-rules.html#constraints). */
export function constraintChecks(
  kit: RuleKit,
  constraints: readonly Constraint[],
  asker: Asker,
  type: string,
): Check[] {
  return constraints.filter(({ key }) => !structural.has(key)).map((one) => constraintCheck(kit, one, asker, type))
}

function constraintCheck(kit: RuleKit, constraint: Constraint, asker: Asker, type: string): Check {
  let invariant: Invariant | undefined
  let isCompiled = false
  return (value, extra, run) => {
    if (!isCompiled) {
      invariant = kit.invariant(constraint.expression, type)
      isCompiled = true
    }
    const answer = invariant === undefined ? undefined : ask(invariant, value, extra, run)
    if (answer === undefined) run.cannotTell('INV-003', { key: constraint.key }, asker)
    else if (!answer) tell(constraint, asker, run)
  }
}

/** Undefined if the answer depends on what is not at hand. */
function ask(
  invariant: Invariant,
  value: Json | undefined,
  companion: Json | undefined,
  run: Run,
): boolean | undefined {
  try {
    return invariant({ value, companion }, run.scope)
  } catch (problem) {
    if (problem instanceof Unanswerable) return undefined
    throw problem
  }
}

function tell(constraint: Constraint, asker: Asker, run: Run): void {
  const human = (constraint.human ?? constraint.expression).trim()
  const sentence = /[.!?]$/.test(human) ? human : `${human}.`
  const isRule = constraint.severity === 'error' && constraint.bestPractice !== true
  run.report(isRule ? 'INV-001' : 'INV-002', { key: constraint.key, human: sentence }, asker)
}
