import { ofBoth } from './both.ts'
import { distinct, holds, numberOf } from './compare.ts'
import type { Compiler, Functions } from './compiler.ts'
import { type Collect, type Element, EvaluationError, nothing, system, truthOf } from './element.ts'
import { absent } from './navigate.ts'
import type { Call } from './syntax.ts'
import { parameter } from './walks.ts'

type Change = (elements: readonly Element[]) => readonly Element[]

/** Functions of whole collections (https://hl7.org/fhirpath/N1/#subsetting, https://hl7.org/fhirpath/N1/#combining). */
export const collections: Functions<Collect> = {
  first: plain((elements) => elements.slice(0, 1)),
  last: plain((elements) => elements.slice(-1)),
  tail: plain((elements) => elements.slice(1)),
  single: plain((elements) => {
    if (elements.length > 1) throw new EvaluationError('single() of several values')
    return elements
  }),
  distinct: plain(distinct),
  count: plain((elements) => [system('Integer', elements.length)]),
  skip: numbered((elements, count) => elements.slice(Math.max(count, 0))),
  take: numbered((elements, count) => elements.slice(0, Math.max(count, 0))),
  union: ofBoth((elements, others) => distinct([...elements, ...others])),
  combine: ofBoth((elements, others) => [...elements, ...others]),
  intersect: ofBoth((elements, others) => distinct(elements.filter((one) => holds(others, one)))),
  exclude: ofBoth((elements, others) => elements.filter((one) => !holds(others, one))),
  repeat: { least: 1, most: 1, make: repeat },
  iif: { least: 2, most: 3, make: iif },
  getValue: plain((elements) => (elements.length === 1 && elements[0]?.value !== undefined ? elements : nothing)),
}

function plain(change: Change): Functions<Collect>[string] {
  return {
    least: 0,
    most: 0,
    make: (call, type, compiler) => {
      const items = compiler.items(compiler.on(call), type)
      return (value, companion, world) => change(items(value, companion, world))
    },
  }
}

function numbered(
  change: (elements: readonly Element[], count: number) => readonly Element[],
): Functions<Collect>[string] {
  return ofBoth((elements, [count]) => change(elements, numberOf(count?.value) ?? 0))
}

/** https://hl7.org/fhirpath/N1/#repeatprojection-expression-collection: until nothing new comes. */
function repeat(call: Call, type: string, compiler: Compiler): Collect {
  const items = compiler.items(compiler.on(call), type)
  const project = ofEach(call, 0, compiler)
  return (value, companion, world) => {
    const seen = new Set<unknown>()
    const found: Element[] = []
    const add = (elements: readonly Element[]) => {
      for (const element of elements) {
        const identity = element.value ?? element.companion
        if (!seen.has(identity)) found.push(element)
        seen.add(identity)
      }
    }
    const start = items(value, companion, world)
    for (const element of start) add(project(element.type)(element.value, element.companion, world))
    for (let index = 0; index < found.length; index += 1) {
      const element = found[index]
      if (element !== undefined) add(project(element.type)(element.value, element.companion, world))
    }
    return found
  }
}

/** A parameter as a projection of each element, compiled for the types that are met. */
function ofEach(call: Call, index: number, compiler: Compiler): (type: string) => Collect {
  const made = new Map<string, Collect>()
  return (type) => {
    const collect = made.get(type) ?? compiler.items(parameter(call, index), type)
    made.set(type, collect)
    return collect
  }
}

/**
 * https://hl7.org/fhirpath/N1/#iifcriterion-expression-true-result-collection-otherwise-result-collection-collection.
 * What it is applied to may be empty, and is `$this` of all three parameters.
 */
function iif(call: Call, type: string, compiler: Compiler): Collect {
  const items = compiler.items(compiler.on(call), type)
  const [criterion, otherwise, last] = [ofEach(call, 0, compiler), ofEach(call, 1, compiler), ofEach(call, 2, compiler)]
  return (value, companion, world) => {
    const elements = items(value, companion, world)
    if (elements.length > 1) throw new EvaluationError('iif() of several values')
    const focus = elements[0] ?? { value: undefined, companion: undefined, type: absent }
    const holds = truthOf(criterion(focus.type)(focus.value, focus.companion, world)) === true
    return (holds ? otherwise : last)(focus.type)(focus.value, focus.companion, world)
  }
}
