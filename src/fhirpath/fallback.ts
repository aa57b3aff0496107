import type { Model, ResourceNode, UserInvocationTable } from 'fhirpath'
import { Decimal, isLeaf, isObject, type Json, type JsonObject } from '../document/json.ts'
import { corrected } from './correction.ts'
import { parseExpression } from './parser.ts'
import { matcher } from './pattern.ts'
import { ExpressionError } from './syntax.ts'
import { type Focus, type Invariant, type Surroundings, Unanswerable } from './expression.ts'

/**
 * Loads the package `fhirpath`, for expressions that are not compiled here, and gives a function like
 * `compileInvariant` over it, which gives nothing for a text that is no expression. Loaded when it is first asked for and never before: it is large, and what R4, IPS and
 * the European profiles say needs none of it. Rejects where the package is not installed.
 */
export async function loadFallback(): Promise<(expression: string, contextType: string) => Invariant | undefined> {
  const [{ default: fhirpath }, { default: model }] = await Promise.all([
    import('fhirpath'),
    import('fhirpath/fhir-context/r4'),
  ])
  return (expression, contextType) => {
    const text = corrected(expression)
    return isExpression(text) ? made(() => interpreted(fhirpath, model, text, contextType)) : undefined
  }
}

function isExpression(text: string): boolean {
  try {
    parseExpression(text)
    return true
  } catch (error) {
    if (error instanceof ExpressionError) return false
    throw error
  }
}

/** What the engine cannot take is an expression that is not known here; it throws plain errors of many kinds. */
function made(make: () => Invariant): Invariant | undefined {
  try {
    return make()
  } catch (error) {
    if (error instanceof Error) return undefined
    throw error
  }
}

type Engine = Awaited<typeof import('fhirpath')>['default']
type Evaluate = (focus: Focus, surroundings: Surroundings) => readonly unknown[]

function interpreted(engine: Engine, model: Model, expression: string, type: string): Invariant {
  let world: Surroundings | undefined
  // Without a function for it, trace() writes what it is given to the console.
  const options = {
    resolveInternalTypes: false,
    traceFn: () => undefined,
    userInvocationTable: functionsOf(engine, model, () => world),
  } as const
  const evaluate = evaluatorOf(engine, model, expression, type, options)
  return (focus, surroundings) => {
    const outer = world
    world = surroundings
    try {
      return isMet(evaluate(focus, surroundings))
    } catch (error) {
      // Whatever else it throws says that the expression cannot be evaluated on this instance: it does not hold.
      if (error instanceof Unanswerable) throw error
      return false
    } finally {
      world = outer
    }
  }
}

/**
 * A primitive has no path of its own there: it is put where its type may stand, the value of an extension or the text
 * of a narrative, and the expression asked of it. The breaks keep a comment at the end of an expression from hiding the bracket.
 */
function evaluatorOf(engine: Engine, model: Model, expression: string, type: string, options: object): Evaluate {
  if (/^[a-z]/.test(type)) {
    const isNarrative = type === 'xhtml'
    const name = isNarrative ? 'div' : `value${type.charAt(0).toUpperCase()}${type.slice(1)}`
    const step = isNarrative ? '`div`' : 'value'
    const path = { base: isNarrative ? 'Narrative' : 'Extension', expression: `${step}.select(\n${expression}\n)` }
    const evaluate = engine.compile(path, model, options)
    return ({ value, companion }, surroundings) =>
      evaluate({ [name]: plain(engine, value), [`_${name}`]: companion }, variables(engine, surroundings)) as unknown[]
  }
  const ofElement = engine.compile({ base: type, expression }, model, options)
  const ofResource = engine.compile(expression, model, options)
  return ({ value }, surroundings) => {
    const isResource = value !== undefined && isObject(value) && typeof value.resourceType === 'string'
    const evaluate = isResource ? ofResource : ofElement
    return evaluate(plain(engine, value), variables(engine, surroundings)) as unknown[]
  }
}

function variables(engine: Engine, { resource, rootResource, extension }: Surroundings): Record<string, unknown> {
  return {
    resource: plain(engine, resource),
    rootResource: plain(engine, rootResource),
    sct: 'http://snomed.info/sct',
    loinc: 'http://loinc.org',
    ...(extension === undefined ? {} : { extension: plain(engine, extension) }),
  }
}

const copies = new WeakMap<object, unknown>()

/** The same with numbers of its own for those that JavaScript would not write back. */
function plain(engine: Engine, value: Json | undefined): unknown {
  if (value instanceof Decimal) return engine.FP_Decimal.getDecimal(value.text)
  if (value === undefined || isLeaf(value)) return value
  const key = value as object
  const known = copies.get(key)
  if (known !== undefined) return known
  const copy = Array.isArray(value)
    ? value.map((member) => plain(engine, member))
    : Object.fromEntries(Object.entries(value as JsonObject).map(([name, member]) => [name, plain(engine, member)]))
  copies.set(key, copy)
  return copy
}

/** What depends on the world, and what this module's closures decide in their own way. */
function functionsOf(engine: Engine, model: Model, world: () => Surroundings | undefined): UserInvocationTable {
  const dataOf = (node: unknown): Json => engine.util.valData(node) as Json
  // A string without value has no part of any kind, as in the closures.
  const textual = (test: (text: string, part: string) => boolean) => ({
    fn: (nodes: readonly unknown[], part: string) => {
      const [value] = nodes.map(dataOf)
      return nodes.length === 1 ? [typeof value === 'string' && test(value, part)] : []
    },
    arity: { 1: ['String' as const] },
    internalStructures: true,
  })
  const asNode = (resource: JsonObject) =>
    engine.evaluate(resource, '$this', undefined, model, { resolveInternalTypes: false })
  const resolve = (nodes: readonly unknown[]) =>
    nodes.flatMap((node) => {
      const target = world()?.resolve(referenceOf(dataOf(node)))
      return target === undefined ? [] : asNode(target)
    })
  const asked =
    (ask: (canonical: string, value: Json) => boolean | undefined) =>
    (nodes: readonly unknown[], canonical: string) => {
      if (nodes.length !== 1) return []
      return answered(ask(canonical, dataOf(nodes[0])), canonical)
    }
  return {
    resolve: { fn: resolve, arity: { 0: [] }, internalStructures: true },
    memberOf: {
      fn: asked((canonical, value) => world()?.memberOf?.(canonical, value)),
      arity: { 1: ['String'] },
      internalStructures: true,
    },
    conformsTo: {
      fn: asked((canonical, value) => world()?.conformsTo?.(canonical, value)),
      arity: { 1: ['String'] },
      internalStructures: true,
    },
    // Of each element of a collection, and of the very type, as in the closures.
    as: {
      fn: (nodes: readonly ResourceNode[], { name }: { name: string }) =>
        nodes.filter((node) => node.fhirNodeDataType === name),
      arity: { 1: ['TypeSpecifier'] },
      internalStructures: true,
    },
    startsWith: textual((text, part) => text.startsWith(part)),
    contains: textual((text, part) => text.includes(part)),
    matches: textual((text, pattern) => matcher(pattern).test(text)),
    htmlChecks: { fn: () => [true], arity: { 0: [] } },
    now: { fn: unanswerable, arity: { 0: [] } },
    today: { fn: unanswerable, arity: { 0: [] } },
    timeOfDay: { fn: unanswerable, arity: { 0: [] } },
  }
}

function referenceOf(value: Json): string {
  const text = isObject(value) ? value.reference : value
  return typeof text === 'string' ? text : ''
}

function answered(answer: boolean | undefined, canonical: string): boolean[] {
  if (answer === undefined) throw new Unanswerable(canonical)
  return [answer]
}

function unanswerable(): never {
  throw new Unanswerable('the time is not at hand')
}

/** As `compileInvariant` has it: empty does not hold, a boolean is what it says, anything else is true. */
function isMet(nodes: readonly unknown[]): boolean {
  const [first] = nodes as readonly (ResourceNode | boolean)[]
  if (nodes.length !== 1) return nodes.length > 0
  const value = typeof first === 'object' && first !== null && 'data' in first ? first.data : first
  return value !== false
}
