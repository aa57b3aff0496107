import { distinct, numberOf, textOf } from './compare.ts'
import type { Compiler } from './compiler.ts'
import { type Collect, type Element, EvaluationError, nothing, system } from './element.ts'
import { Unanswerable } from './expression.ts'
import { ofResult } from './makers.ts'
import type { Binary, Expression } from './syntax.ts'
import { kindOf } from './types.ts'

type Operate = (left: readonly Element[], right: readonly Element[]) => readonly Element[]

/** Operators that make a value or a collection (https://hl7.org/fhirpath/N1/#math-operators, #union-collections). */
const operators: Readonly<Record<string, Operate>> = {
  '|': (left, right) => distinct([...left, ...right]),
  '&': (left, right) => [system('String', joined(left) + joined(right))],
  '+': (left, right) => {
    const [one, other] = operands(left, right)
    if (one?.value === undefined || other?.value === undefined) return nothing
    if (kindOf(one.type) === 'string' && kindOf(other.type) === 'string') return operators['&']?.([one], [other]) ?? []
    return arithmetic((first, second) => first + second)(left, right)
  },
  '-': arithmetic((left, right) => left - right),
  '*': arithmetic((left, right) => left * right),
  '/': arithmetic((left, right) => (right === 0 ? undefined : left / right)),
  div: arithmetic((left, right) => (right === 0 ? undefined : Math.trunc(left / right))),
  mod: arithmetic((left, right) => (right === 0 ? undefined : left % right)),
}

export function isOperator(operator: string): boolean {
  return Object.hasOwn(operators, operator)
}

type Operation = Extract<Expression, { kind: 'binary' | 'indexer' | 'sign' }>

/** An operation that makes a collection. */
export function operation(expression: Operation, type: string, compiler: Compiler): Collect {
  if (expression.kind === 'binary') return binary(expression, type, compiler)
  if (expression.kind === 'indexer') return indexer(expression, type, compiler)
  const zero = [system('Integer', 0)]
  const operate = operators[expression.operator]
  const items = compiler.items(expression.operand, type)
  return (value, companion, world) => operate?.(zero, items(value, companion, world)) ?? nothing
}

function binary({ operator, left, right }: Binary, type: string, compiler: Compiler): Collect {
  const operate = operators[operator]
  const one = compiler.items(left, type)
  const other = compiler.items(right, type)
  return (value, companion, world) => operate?.(one(value, companion, world), other(value, companion, world)) ?? nothing
}

function indexer({ on, index }: Extract<Operation, { kind: 'indexer' }>, type: string, compiler: Compiler): Collect {
  const items = compiler.items(on, type)
  const indices = compiler.items(index, type)
  return (value, companion, world) => {
    const at = numberOf(indices(value, companion, world)[0]?.value)
    const element = at === undefined ? undefined : items(value, companion, world)[at]
    return element === undefined ? nothing : [element]
  }
}

/** https://hl7.org/fhirpath/N1/#string-concatenation: nothing counts as an empty string. */
function joined(elements: readonly Element[]): string {
  const [first, ...others] = elements
  if (others.length > 0) throw new EvaluationError('several values beside "&"')
  if (first !== undefined && kindOf(first.type) !== 'string') throw new EvaluationError('no string beside "&"')
  return textOf(first?.value) ?? ''
}

function operands(
  left: readonly Element[],
  right: readonly Element[],
): readonly [Element | undefined, Element | undefined] {
  if (left.length > 1 || right.length > 1) throw new EvaluationError('several values beside an operator')
  return [left[0], right[0]]
}

function arithmetic(operate: (left: number, right: number) => number | undefined): Operate {
  return (left, right) => {
    const [one, other] = operands(left, right)
    if (one === undefined || other === undefined) return nothing
    const [first, second] = [numeric(one), numeric(other)]
    if (first === undefined || second === undefined) return nothing
    const result = operate(first, second)
    return result === undefined ? nothing : [ofResult(result)]
  }
}

function numeric({ type, value }: Element): number | undefined {
  const kind = kindOf(type)
  if (kind === 'number') return numberOf(value)
  if (kind === 'moment' || kind === 'time' || kind === 'quantity')
    throw new Unanswerable('dates and quantities in sums')
  throw new EvaluationError('no number beside an operator')
}
