import type { Definition, Definitions, ElementNode } from '../definition/definition.ts'
import type { JsonObject } from '../document/json.ts'
import type { XmlModel } from '../document/xml-model.ts'
import type { Invariant, Selection } from '../fhirpath/expression.ts'
import type { Terminology } from '../terminology/terminology.ts'
import type { Check } from './run.ts'
import { type Shape, shapeOf } from './shape.ts'

/** What rules are compiled from. */
export interface RuleSources {
  readonly definitions: Definitions
  readonly terminology: Terminology
  readonly model: XmlModel
  /** The closure of an invariant on a focus of the type; undefined for an expression that is not understood. */
  invariant(expression: string, type: string): Invariant | undefined
  /** What an expression selects from a focus of the type; undefined for an expression that is not understood. */
  selection(expression: string, type: string): Selection | undefined
  /** A resource by its canonical that is neither definition nor terminology, such as a Questionnaire. */
  resource(canonical: string): JsonObject | undefined
}

const none: ReadonlySet<string> = new Set()

/**
 * The rules, compiled when they are first needed and then kept: a run over many documents compiles each definition once.
 * Holds nothing of any document: names that come from documents and mean nothing are not remembered, or they would fill the
 * memory.
 */
export class RuleKit {
  readonly #shapes = new Map<string, Shape>()
  readonly #checks = new Map<string, Check>()
  readonly #nodes = new WeakMap<ElementNode, Map<string, Check>>()
  readonly #definitions = new Map<string, Definition>()
  readonly #ancestors = new Map<string, ReadonlySet<string>>()
  readonly #invariants = new Map<string, Invariant | undefined>()
  constructor(readonly sources: RuleSources) {}

  /** The members of a data type or resource, or of an element defined in place (`Patient.contact`). */
  shape(type: string): Shape | undefined {
    const known = this.#shapes.get(type)
    if (known !== undefined) return known
    const shape = shapeOf(this, type)
    if (shape !== undefined) this.#shapes.set(type, shape)
    return shape
  }

  find(canonical: string): Definition | undefined {
    const known = this.#definitions.get(canonical)
    if (known !== undefined) return known
    const definition = this.sources.definitions.find(canonical)
    if (definition !== undefined) this.#definitions.set(canonical, definition)
    return definition
  }

  /** Whether one type is the other or derives from it. */
  isKindOf(type: string, ancestor: string): boolean {
    return type === ancestor || this.#ancestorsOf(type).has(ancestor)
  }

  #ancestorsOf(type: string): ReadonlySet<string> {
    const known = this.#ancestors.get(type)
    if (known !== undefined) return known
    const definition = this.sources.definitions.type(type)
    if (definition === undefined) return none
    const parent = definition.base?.slice(definition.base.lastIndexOf('/') + 1)
    const ancestors = new Set(parent === undefined ? [] : [parent, ...this.#ancestorsOf(parent)])
    this.#ancestors.set(type, ancestors)
    return ancestors
  }

  /** One check for all values of a type, made once. */
  check(key: string, make: () => Check): Check {
    const known = this.#checks.get(key)
    if (known !== undefined) return known
    const check = make()
    this.#checks.set(key, check)
    return check
  }

  /** One check for all values that a profile's node meets as the given type, made once. */
  nodeCheck(node: ElementNode, type: string, make: () => Check): Check {
    const checks = this.#nodes.get(node) ?? new Map<string, Check>()
    this.#nodes.set(node, checks)
    const known = checks.get(type)
    if (known !== undefined) return known
    const check = make()
    checks.set(type, check)
    return check
  }

  invariant(expression: string, type: string): Invariant | undefined {
    const key = `${type}\n${expression}`
    if (!this.#invariants.has(key)) this.#invariants.set(key, this.sources.invariant(expression, type))
    return this.#invariants.get(key)
  }
}
