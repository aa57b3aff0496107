import { collections } from './collections.ts'
import { constant, variable } from './constants.ts'
import {
  type Collect,
  type Element,
  feed,
  gather,
  type Next,
  ofTruth,
  remember,
  type Step,
  type Truth,
  truthOf,
} from './element.ts'
import { isLogical, isOfType, logic } from './logic.ts'
import { makers } from './makers.ts'
import { absent, childStep, never } from './navigate.ts'
import { operation } from './operators.ts'
import { predicates } from './predicates.ts'
import type { Call, Expression, Member, TypeTest } from './syntax.ts'
import type { Types } from './types.ts'
import { walks } from './walks.ts'

function find<Result>(functions: Functions<Result>, name: string): FunctionForm<Result> | undefined {
  return Object.hasOwn(functions, name) ? functions[name] : undefined
}

/** True for an expression that gives true, false or nothing. */
export function isTruth(expression: Expression): boolean {
  if (expression.kind === 'binary') return isLogical(expression.operator)
  if (expression.kind === 'call') return find(predicates, expression.name) !== undefined
  return expression.kind === 'type' && expression.operator === 'is'
}

/** A function of FHIRPath: how many parameters it takes, and how to compile a call of it. */
export interface FunctionForm<Result> {
  readonly least: number
  readonly most: number
  make(call: Call, type: string, compiler: Compiler): Result
}

/** A function that goes on with each element that it lets through. */
export type Walk = (next: Next) => Step

/** Functions by name. */
export type Functions<Result> = Readonly<Record<string, FunctionForm<Result>>>

const itself: Expression = { kind: 'this' }

/**
 * Compiles expressions to closures. Each expression can be asked for in three ways, of which one is its own and the
 * others follow: as a walk (what to do with each element that it reaches, no collection being made), as a collection,
 * or as true, false or nothing. `type` is always the type of `$this`.
 *
 * Expressions must be supported (`isSupported`); what the types do not have is empty and no error.
 */
export class Compiler {
  constructor(readonly types: Types) {}

  walk(expression: Expression, type: string, next: Next): Step {
    switch (expression.kind) {
      case 'this':
        return type === absent ? never : next(type)
      case 'member':
        return this.member(expression, type, next)
      case 'type':
        return expression.operator === 'is' ? this.fed(expression, type, next) : this.only(expression, type, next)
      case 'call': {
        const walk = find(walks, expression.name)
        return walk === undefined ? this.fed(expression, type, next) : walk.make(expression, type, this)(remember(next))
      }
      default:
        return this.fed(expression, type, next)
    }
  }

  items(expression: Expression, type: string): Collect {
    if (isTruth(expression)) {
      const truth = this.truth(expression, type)
      return (value, companion, world) => ofTruth(truth(value, companion, world))
    }
    switch (expression.kind) {
      case 'literal':
      case 'none':
        return constant(expression)
      case 'variable':
        return variable(expression.name, this.types)
      case 'call':
        return this.called(expression, type)
      case 'indexer':
      case 'sign':
      case 'binary':
        return operation(expression, type, this)
      default:
        return this.gathered(expression, type)
    }
  }

  truth(expression: Expression, type: string): Truth {
    if (expression.kind === 'type' && expression.operator === 'is') return isOfType(expression, type, this)
    if (expression.kind === 'binary' && isLogical(expression.operator)) return logic(expression, type, this)
    const predicate = expression.kind === 'call' ? find(predicates, expression.name) : undefined
    if (predicate !== undefined && expression.kind === 'call') return predicate.make(expression, type, this)
    const items = this.items(expression, type)
    return (value, companion, world) => truthOf(items(value, companion, world))
  }

  /** What a function or step is applied to. */
  on({ on }: { readonly on: Expression | undefined }): Expression {
    return on ?? itself
  }

  private member(member: Member, type: string, next: Next): Step {
    const step = (from: string) => childStep(this.types, from, member.name, next)
    // An expression may begin with the name of its context's type: `Appointment.status`.
    if (member.on === undefined && this.types.is(type, member.name)) return next(type)
    return this.walk(this.on(member), type, remember(step))
  }

  private only(test: TypeTest, type: string, next: Next): Step {
    return this.walk(this.on(test), type, (found) => (this.types.isExactly(found, test.type) ? next(found) : never))
  }

  private fed(expression: Expression, type: string, next: Next): Step {
    return feed(this.items(expression, type), next)
  }

  private called(call: Call, type: string): Collect {
    const maker = find(collections, call.name) ?? find(makers, call.name)
    return maker === undefined ? this.gathered(call, type) : maker.make(call, type, this)
  }

  private gathered(expression: Expression, type: string): Collect {
    const step = this.walk(expression, type, gather)
    return (value, companion, world) => {
      const found: Element[] = []
      step(value, companion, world, found)
      return found
    }
  }
}
