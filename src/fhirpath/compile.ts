import type { XmlModel } from '../document/xml-model.ts'
import { Compiler, isTruth } from './compiler.ts'
import { type Element, EvaluationError, feed, gather, isBoolean, isTrue, type World } from './element.ts'
import type { Focus, Invariant, Surroundings } from './expression.ts'
import { corrected } from './correction.ts'
import { nativeInvariants } from './native.ts'
import { enter } from './navigate.ts'
import { parseExpression } from './parser.ts'
import { isSupported } from './supported.ts'
import { type Expression, ExpressionError } from './syntax.ts'
import { Types } from './types.ts'

/**
 * Compiles an invariant (https://hl7.org/fhir/R4/conformance-rules.html#constraints) for elements of a type: a data
 * type, a resource, the path of an element defined in place (`Bundle.entry`), or `Element`, `Resource` or
 * `DomainResource` for any of theirs. Gives nothing for an expression that cannot be parsed or is not supported here,
 * and for a type that the model does not have.
 *
 * The types of all steps are known from the model, so that navigation is reading a property. Where the specification
 * and the HL7 engine differ, the engine is followed, since it decides what counts as valid.
 */
export function compileInvariant(expression: string, contextType: string, model: XmlModel): Invariant | undefined {
  const closure = compileClosure(corrected(expression), contextType, model)
  const twin = nativeInvariants.get(expression)
  if (twin === undefined || closure === undefined) return closure
  return (focus, surroundings) => twin(focus, surroundings) ?? closure(focus, surroundings)
}

/** The same without the corrections and the twins written by hand. */
export function compileClosure(expression: string, contextType: string, model: XmlModel): Invariant | undefined {
  const types = typesOf(model)
  const parsed = prepare(expression, contextType, types)
  if (parsed === undefined) return undefined
  const holds = isTruth(parsed) ? truth(parsed, contextType, types) : convert(parsed, contextType, types)
  return withContext(expression, contextType, settled(holds))
}

/** The same for what an expression gives, in its order; throws `EvaluationError` where it cannot be evaluated. */
export function compileExpression(
  expression: string,
  contextType: string,
  model: XmlModel,
): ((focus: Focus, surroundings: Surroundings) => readonly Element[]) | undefined {
  const types = typesOf(model)
  const parsed = prepare(expression, contextType, types)
  if (parsed === undefined) return undefined
  const compiler = new Compiler(types)
  const step = enter(types, contextType, (type) => feed(compiler.items(parsed, type), gather))
  return withContext(expression, contextType, (focus, world) => {
    const found: Element[] = []
    step(focus.value, focus.companion, world, found)
    return found
  })
}

const known = new WeakMap<XmlModel, Types>()

function typesOf(model: XmlModel): Types {
  const types = known.get(model) ?? new Types(model)
  known.set(model, types)
  return types
}

function prepare(expression: string, contextType: string, types: Types): Expression | undefined {
  const parsed = parse(expression)
  return parsed !== undefined && isSupported(parsed) && isKnown(contextType, types) ? parsed : undefined
}

type Evaluate = (focus: Focus, world: World) => boolean

function parse(expression: string): Expression | undefined {
  try {
    return parseExpression(expression)
  } catch (error) {
    if (error instanceof ExpressionError) return undefined
    throw error
  }
}

function isKnown(type: string, types: Types): boolean {
  return types.isPrimitive(type) || types.children(type).length > 0
}

function truth(expression: Expression, type: string, types: Types): Evaluate {
  const compiler = new Compiler(types)
  const step = enter(types, type, (from) => {
    const evaluate = compiler.truth(expression, from)
    return (value, companion, world) => evaluate(value, companion, world) === true
  })
  return (focus, world) => step(focus.value, focus.companion, world, [])
}

/** A collection as the answer of an invariant: a boolean is what it says, and anything else is true if it is there. */
function convert(expression: Expression, type: string, types: Types): Evaluate {
  const compiler = new Compiler(types)
  const step = enter(types, type, (from) => {
    const items = compiler.items(expression, from)
    return (value, companion, world) => isMet(items(value, companion, world))
  })
  return (focus, world) => step(focus.value, focus.companion, world, [])
}

function isMet(elements: readonly Element[]): boolean {
  const [first, ...others] = elements
  return first !== undefined && (others.length > 0 || !isBoolean(first.type) || isTrue(first))
}

/** What cannot be evaluated does not hold, as the HL7 engine has it. */
function settled(evaluate: Evaluate): Evaluate {
  return (focus, world) => {
    try {
      return evaluate(focus, world)
    } catch (error) {
      if (error instanceof EvaluationError) return false
      throw error
    }
  }
}

function withContext<Result>(
  expression: string,
  type: string,
  evaluate: (focus: Focus, world: World) => Result,
): (focus: Focus, surroundings: Surroundings) => Result {
  if (!expression.includes('%context')) return evaluate
  return (focus, surroundings) => {
    const context: Element = { value: focus.value, companion: focus.companion, type }
    return evaluate(focus, worldOf(surroundings, context))
  }
}

/** A world of its own, since what it stands for may have private parts. */
function worldOf(surroundings: Surroundings, context: Element): World {
  const { resource, rootResource, extension } = surroundings
  return {
    resource,
    rootResource,
    context,
    ...(extension === undefined ? {} : { extension }),
    resolve: (reference) => surroundings.resolve(reference),
    memberOf: (valueSet, value) => surroundings.memberOf?.(valueSet, value),
    conformsTo: (profile, value) => surroundings.conformsTo?.(profile, value),
  }
}
