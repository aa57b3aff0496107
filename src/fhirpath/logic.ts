import { compareElements, equalElements, equivalentElements, holds, textOf } from './compare.ts'
import type { Compiler } from './compiler.ts'
import { type Collect, type Element, EvaluationError, type Step, type Truth } from './element.ts'
import type { Binary, Expression, TypeTest } from './syntax.ts'

type Relation = (left: readonly Element[], right: readonly Element[]) => boolean | undefined

/** Operators that compare collections (https://hl7.org/fhirpath/N1/#equality, #comparison, #collections). */
const relations: Readonly<Record<string, Relation>> = {
  '=': equality,
  '!=': (left, right) => negated(equality(left, right)),
  '~': equivalence,
  '!~': (left, right) => !equivalence(left, right),
  '<': ordered((order) => order < 0),
  '<=': ordered((order) => order <= 0),
  '>': ordered((order) => order > 0),
  '>=': ordered((order) => order >= 0),
  in: (left, right) => within(left, right),
  contains: (left, right) => (right.length === 0 ? undefined : right.every((one) => holds(left, one))),
}

const connectives: ReadonlySet<string> = new Set(['and', 'or', 'xor', 'implies'])

/** True for an operator that gives true, false or nothing. */
export function isLogical(operator: string): boolean {
  return connectives.has(operator) || Object.hasOwn(relations, operator)
}

/** An operation for which `isLogical` is true. */
export function logic(operation: Binary, type: string, compiler: Compiler): Truth {
  if (connectives.has(operation.operator)) return connective(operation, type, compiler)
  const quick = compareWithTexts(operation, type, compiler)
  if (quick !== undefined) return quick
  const relation = relations[operation.operator]
  const left = compiler.items(operation.left, type)
  const right = compiler.items(operation.right, type)
  return (value, companion, world) => relation?.(left(value, companion, world), right(value, companion, world))
}

/** https://hl7.org/fhirpath/N1/#boolean-logic: nothing stands for what is not known. */
function connective({ operator, left, right }: Binary, type: string, compiler: Compiler): Truth {
  const one = compiler.truth(left, type)
  const other = compiler.truth(right, type)
  if (operator === 'and') return both(one, other)
  if (operator === 'or') return either(one, other)
  if (operator === 'implies') return implied(one, other)
  return (value, companion, world) => {
    const first = one(value, companion, world)
    const second = other(value, companion, world)
    return first === undefined || second === undefined ? undefined : first !== second
  }
}

function both(one: Truth, other: Truth): Truth {
  return (value, companion, world) => {
    const first = one(value, companion, world)
    if (first === false) return false
    const second = other(value, companion, world)
    return second === false ? false : first === undefined ? undefined : second
  }
}

function either(one: Truth, other: Truth): Truth {
  return (value, companion, world) => {
    const first = one(value, companion, world)
    if (first === true) return true
    const second = other(value, companion, world)
    return second === true ? true : first === undefined ? undefined : second
  }
}

function implied(one: Truth, other: Truth): Truth {
  return (value, companion, world) => {
    const first = one(value, companion, world)
    if (first === false) return true
    const second = other(value, companion, world)
    return second === true ? true : first === undefined ? undefined : second
  }
}

function negated(truth: boolean | undefined): boolean | undefined {
  return truth === undefined ? undefined : !truth
}

function equality(left: readonly Element[], right: readonly Element[]): boolean | undefined {
  if (left.length === 0 || right.length === 0) return undefined
  if (left.length !== right.length) return false
  for (const [index, one] of left.entries()) {
    const other = right[index]
    const same = other !== undefined && equalElements(one, other)
    if (same !== true) return same
  }
  return true
}

/** The order does not count. */
function equivalence(left: readonly Element[], right: readonly Element[]): boolean {
  if (left.length !== right.length) return false
  return left.every((one) => right.some((other) => equivalentElements(one, other)))
}

function ordered(test: (order: number) => boolean): Relation {
  return (left, right) => {
    const [one, other] = [left[0], right[0]]
    if (one === undefined || other === undefined || left.length > 1 || right.length > 1) return undefined
    const order = compareElements(one, other)
    return order === undefined ? undefined : test(order)
  }
}

function within(left: readonly Element[], right: readonly Element[]): boolean | undefined {
  const [one] = left
  if (one === undefined) return undefined
  if (left.length > 1) throw new EvaluationError('several values before "in"')
  return holds(right, one)
}

const matched: Element = { value: true, companion: undefined, type: 'matched' }
const other: Element = { value: false, companion: undefined, type: 'other' }

/** `status = 'final'` and `status in ('final' | 'amended')`, by far the most frequent: nothing but texts is compared. */
function compareWithTexts(operation: Binary, type: string, compiler: Compiler): Truth | undefined {
  const { operator } = operation
  const texts = literalTexts(operation.right)
  const isEquality = (operator === '=' || operator === '!=') && texts?.size === 1 && operation.right.kind === 'literal'
  if (texts === undefined || (!isEquality && operator !== 'in')) return undefined
  const step = compiler.walk(operation.left, type, () => textStep(texts))
  const wanted = operator !== '!='
  return (value, companion, world) => {
    const found: Element[] = []
    step(value, companion, world, found)
    if (found.length === 0) return undefined
    if (found.length > 1 && operator === 'in') throw new EvaluationError('several values before "in"')
    return (found.length === 1 && found[0] === matched) === wanted
  }
}

function textStep(texts: ReadonlySet<string>): Step {
  return (value, _companion, _world, found) => {
    const text = typeof value === 'string' ? value : textOf(value)
    found.push(text !== undefined && texts.has(text) ? matched : other)
    return false
  }
}

/** The texts of `'a'` or `('a' | 'b')`. */
function literalTexts(expression: Expression): ReadonlySet<string> | undefined {
  if (expression.kind === 'literal') return expression.type === 'String' ? new Set([expression.text]) : undefined
  if (expression.kind !== 'binary' || expression.operator !== '|') return undefined
  const left = literalTexts(expression.left)
  const right = literalTexts(expression.right)
  return left === undefined || right === undefined ? undefined : new Set([...left, ...right])
}

/** `is`: nothing of nothing, and no for several, as the HL7 engine has it. */
export function isOfType(test: TypeTest, type: string, compiler: Compiler): Truth {
  const items: Collect = compiler.items(compiler.on(test), type)
  return (value, companion, world) => {
    const [first, ...others] = items(value, companion, world)
    if (first === undefined) return undefined
    return others.length === 0 && compiler.types.is(first.type, test.type)
  }
}
