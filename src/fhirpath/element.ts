import type { Json } from '../document/json.ts'
import type { Surroundings } from './expression.ts'

/** A value on its way through an expression. `type` is a name of FHIR, a path (`Bundle.entry`) or `System.String`. */
export interface Element {
  readonly value: Json | undefined
  /** What stands beside a primitive: `_birthDate`. */
  readonly companion: Json | undefined
  readonly type: string
}

/** What surrounds an evaluation. */
export interface World extends Surroundings {
  /** `%context`, where the expression asks for it. */
  readonly context?: Element
}

/**
 * What happens with one element that an expression has reached; true ends the walk. Steps are put together once, when
 * an expression is compiled, so that a walk makes no objects but those that somebody collects.
 */
export type Step = (value: Json | undefined, companion: Json | undefined, world: World, found: Element[]) => boolean

/** Gives the step for elements of a type. */
export type Next = (type: string) => Step

/** What an expression gives, `value` and `companion` being `$this`. */
export type Collect = (value: Json | undefined, companion: Json | undefined, world: World) => readonly Element[]

/** The same for an expression that gives true, false or nothing (https://hl7.org/fhirpath/N1/#boolean-logic). */
export type Truth = (value: Json | undefined, companion: Json | undefined, world: World) => boolean | undefined

/** An expression that cannot be evaluated on this instance: where a single value is due, there are several. */
export class EvaluationError extends Error {
  override readonly name = 'EvaluationError'
}

export const nothing: readonly Element[] = []
const yes: readonly Element[] = [system('Boolean', true)]
const no: readonly Element[] = [system('Boolean', false)]

/** A value that an expression made. */
export function system(type: string, value: Json): Element {
  return { value, companion: undefined, type: `System.${type}` }
}

export function ofTruth(truth: boolean | undefined): readonly Element[] {
  if (truth === undefined) return nothing
  return truth ? yes : no
}

/**
 * A collection where true or false is due (https://hl7.org/fhirpath/N1/#singleton-evaluation-of-collections): a single
 * value that is no boolean counts as true.
 */
export function truthOf(elements: readonly Element[]): boolean | undefined {
  const [first] = elements
  if (first === undefined) return undefined
  if (elements.length > 1) throw new EvaluationError('several values where true or false is due')
  return isBoolean(first.type) ? isTrue(first) : true
}

export function isBoolean(type: string): boolean {
  return type === 'boolean' || type === 'System.Boolean'
}

/** A boolean without value (it has extensions only) is not true. */
export function isTrue(element: Element): boolean {
  return element.value === true
}

/** Makes each step once, when it is first needed: an expression meets few of the types that it could. */
export function remember(next: Next): Next {
  const steps = new Map<string, Step>()
  return (type) => {
    const known = steps.get(type)
    if (known !== undefined) return known
    const step = next(type)
    steps.set(type, step)
    return step
  }
}

/** The walk of what was collected. */
export function feed(collect: Collect, next: Next): Step {
  const steps = remember(next)
  return (value, companion, world, found) => {
    for (const element of collect(value, companion, world)) {
      if (steps(element.type)(element.value, element.companion, world, found)) return true
    }
    return false
  }
}

/** A step that collects. */
export function gather(type: string): Step {
  return (value, companion, _world, found) => {
    found.push({ value, companion, type })
    return false
  }
}
