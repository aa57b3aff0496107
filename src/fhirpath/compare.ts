import { equal } from '../document/equal.ts'
import { Decimal, getKey, isObject, type Json } from '../document/json.ts'
import { type Element, EvaluationError } from './element.ts'
import { Unanswerable } from './expression.ts'
import { compareMoments, momentOf } from './moment.ts'
import { kindOf } from './types.ts'

/** The text of a primitive, as its `value` attribute would have it; nothing for what has no value. */
export function textOf(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return value instanceof Decimal ? value.text : undefined
}

export function numberOf(value: Json | undefined): number | undefined {
  if (typeof value === 'number') return value
  return value instanceof Decimal ? value.valueOf() : undefined
}

/**
 * Whether two elements are equal (https://hl7.org/fhirpath/N1/#equals): nothing where dates are too coarse to tell.
 * Primitives of different types are equal if they are written alike, as the HL7 engine has it.
 */
export function equalElements(one: Element, other: Element): boolean | undefined {
  const [left, right] = [kindOf(one.type), kindOf(other.type)]
  if (left === 'moment' && right === 'moment') return equalMoments(one, other)
  if (left === 'number' && right === 'number') return equalNumbers(one.value, other.value)
  if (left === 'quantity' && right === 'quantity') return equalQuantities(one.value, other.value)
  if (left !== 'complex' && right !== 'complex') return equalTexts(one, other)
  return left === right && equal(one.value, other.value)
}

function equalTexts(one: Element, other: Element): boolean {
  const text = textOf(one.value)
  return text !== undefined && text === textOf(other.value)
}

function equalMoments(one: Element, other: Element): boolean | undefined {
  const order = momentOrder(one, other)
  return order === 'malformed' ? equalTexts(one, other) : order === undefined ? undefined : order === 0
}

function momentOrder(one: Element, other: Element): number | undefined | 'malformed' {
  const left = momentOf(textOf(one.value) ?? '')
  const right = momentOf(textOf(other.value) ?? '')
  return left === undefined || right === undefined ? 'malformed' : compareMoments(left, right)
}

function equalNumbers(one: Json | undefined, other: Json | undefined): boolean {
  const left = numberOf(one)
  return left !== undefined && left === numberOf(other)
}

function equalQuantities(one: Json | undefined, other: Json | undefined): boolean {
  if (equal(one, other)) return true
  const [left, right] = [quantityOf(one), quantityOf(other)]
  if (left.value === undefined || right.value === undefined) return false
  if (left.value === right.value && sameUnit(left, right)) return true
  if (sameUnit(left, right)) return false
  throw new Unanswerable('quantities in different units')
}

interface Amount {
  readonly value: number | undefined
  readonly unit: string | undefined
  readonly code: string | undefined
}

function quantityOf(json: Json | undefined): Amount {
  const read = (key: string) => (json !== undefined && isObject(json) ? getKey(json, key) : undefined)
  return { value: numberOf(read('value')), unit: textOf(read('unit')), code: textOf(read('code')) }
}

/** No table of units is at hand: different units cannot be compared here. */
function sameUnit(one: Amount, other: Amount): boolean {
  return one.code === undefined && other.code === undefined
    ? one.unit === other.unit
    : one.code === other.code || (one.code ?? one.unit) === (other.code ?? other.unit)
}

/**
 * The order of two elements (https://hl7.org/fhirpath/N1/#comparison), nothing if it cannot be told. Throws
 * `EvaluationError` for primitives that have none, as the HL7 engine does.
 */
export function compareElements(one: Element, other: Element): number | undefined {
  const [left, right] = [kindOf(one.type), kindOf(other.type)]
  if (left === 'moment' && right === 'moment') return orderOf(momentOrder(one, other))
  if (left === 'time' && right === 'time') return orderOf(momentOrder(one, other))
  if (left === 'number' && right === 'number') return difference(numberOf(one.value), numberOf(other.value))
  if (left === 'string' && right === 'string') return textOrder(textOf(one.value), textOf(other.value))
  if (left === 'quantity' && right === 'quantity') return compareQuantities(one.value, other.value)
  if (left === 'complex' || right === 'complex' || left === 'quantity' || right === 'quantity') return undefined
  throw new EvaluationError('values of these types have no order')
}

function orderOf(order: number | undefined | 'malformed'): number | undefined {
  return order === 'malformed' ? undefined : order
}

function difference(left: number | undefined, right: number | undefined): number | undefined {
  return left === undefined || right === undefined ? undefined : left - right
}

function textOrder(left: string | undefined, right: string | undefined): number | undefined {
  if (left === undefined || right === undefined) return undefined
  return left < right ? -1 : Number(left > right)
}

function compareQuantities(one: Json | undefined, other: Json | undefined): number | undefined {
  const [left, right] = [quantityOf(one), quantityOf(other)]
  if (left.value === undefined || right.value === undefined) return undefined
  if (sameUnit(left, right)) return left.value - right.value
  throw new Unanswerable('quantities in different units')
}

/** Whether two elements are equivalent (https://hl7.org/fhirpath/N1/#equivalent): case and spaces do not count. */
export function equivalentElements(one: Element, other: Element): boolean {
  if (kindOf(one.type) === 'string' && kindOf(other.type) === 'string') {
    const text = textOf(one.value)
    return text !== undefined && folded(text) === folded(textOf(other.value) ?? '')
  }
  return equalElements(one, other) === true
}

function folded(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ').toLowerCase()
}

/** Whether a collection holds the element. */
export function holds(elements: readonly Element[], element: Element): boolean {
  return elements.some((one) => equalElements(one, element) === true)
}

/** Each element once, in the order of their first appearance. */
export function distinct(elements: readonly Element[]): readonly Element[] {
  if (elements.length < 2) return elements
  const kept: Element[] = []
  const texts = new Set<string>()
  for (const element of elements) {
    // Most collections are of strings: these need not be compared with each other.
    const text = kindOf(element.type) === 'string' ? textOf(element.value) : undefined
    if (text === undefined ? holds(kept, element) : texts.has(text)) continue
    if (text !== undefined) texts.add(text)
    kept.push(element)
  }
  return kept
}
