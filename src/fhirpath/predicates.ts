import type { Json } from '../document/json.ts'
import { ofBoth } from './both.ts'
import { distinct, holds, textOf } from './compare.ts'
import type { Compiler, Functions } from './compiler.ts'
import { type Element, EvaluationError, isBoolean, isTrue, type Step, type Truth, type World } from './element.ts'
import { Unanswerable } from './expression.ts'
import { matcher } from './pattern.ts'
import type { Call } from './syntax.ts'
import { kindOf } from './types.ts'
import { parameter } from './walks.ts'

type Make = Functions<Truth>[string]

const stop: Step = () => true

/** Functions that give true, false or nothing (https://hl7.org/fhirpath/N1/#existence, #string-manipulation). */
export const predicates: Functions<Truth> = {
  exists: { least: 0, most: 1, make: exists },
  empty: {
    least: 0,
    most: 0,
    make: (call, type, compiler) => {
      const truth = exists(call, type, compiler)
      return (value, companion, world) => !truth(value, companion, world)
    },
  },
  not: {
    least: 0,
    most: 0,
    make: (call, type, compiler) => {
      const truth = compiler.truth(compiler.on(call), type)
      return (value, companion, world) => {
        const result = truth(value, companion, world)
        return result === undefined ? undefined : !result
      }
    },
  },
  all: { least: 1, most: 1, make: all },
  allTrue: ofAll((elements) => elements.every((one) => booleanOf(one))),
  anyTrue: ofAll((elements) => elements.some((one) => booleanOf(one))),
  allFalse: ofAll((elements) => elements.every((one) => !booleanOf(one))),
  anyFalse: ofAll((elements) => elements.some((one) => !booleanOf(one))),
  isDistinct: ofAll((elements) => distinct(elements).length === elements.length),
  subsetOf: ofBoth((elements, others) => elements.every((one) => holds(others, one))),
  supersetOf: ofBoth((elements, others) => others.every((one) => holds(elements, one))),
  // Not the value's own: a primitive that has extensions only has none (https://hl7.org/fhir/R4/fhirpath.html#functions).
  hasValue: ofAll(
    ([first, ...others]) => others.length === 0 && first !== undefined && textOf(first.value) !== undefined,
  ),
  startsWith: ofText((text, part) => text.startsWith(part), 'first'),
  endsWith: ofText((text, part) => text.endsWith(part), 'none'),
  contains: ofText((text, part) => text.includes(part), 'unknown'),
  matches: ofText((text, pattern) => pattern !== '' && matcher(pattern).test(text), 'none'),
  matchesFull: ofText((text, pattern) => matcher(pattern).testAll(text), 'none'),
  memberOf: asked((world, valueSet, value) => world.memberOf?.(valueSet, value)),
  conformsTo: asked((world, profile, value) => world.conformsTo?.(profile, value)),
  // Narrative is checked by a rule of its own, which says what is wrong and where.
  htmlChecks: { least: 0, most: 0, make: () => () => true },
}

function exists(call: Call, type: string, compiler: Compiler): Truth {
  const [criterion] = call.parameters
  const on = compiler.on(call)
  const walked = criterion === undefined ? on : ({ kind: 'call', on, name: 'where', parameters: [criterion] } as const)
  const step = compiler.walk(walked, type, () => stop)
  return (value, companion, world) => step(value, companion, world, [])
}

function all(call: Call, type: string, compiler: Compiler): Truth {
  const step = compiler.walk(compiler.on(call), type, (from) => {
    const truth = compiler.truth(parameter(call, 0), from)
    return (value, companion, world) => truth(value, companion, world) !== true
  })
  return (value, companion, world) => !step(value, companion, world, [])
}

function booleanOf(element: Element): boolean {
  if (!isBoolean(element.type)) throw new EvaluationError('a value that is no boolean')
  return isTrue(element)
}

function ofAll(test: (elements: readonly Element[]) => boolean): Make {
  return {
    least: 0,
    most: 0,
    make: (call, type, compiler) => {
      const items = compiler.items(compiler.on(call), type)
      return (value, companion, world) => test(items(value, companion, world))
    },
  }
}

/**
 * Of a string and a string. Without either the answer is nothing; a string without value has no part of any kind. Where
 * there are several strings the HL7 engine looks at the first, says no, or says nothing, by the function.
 */
function ofText(test: (text: string, part: string) => boolean, several: 'first' | 'none' | 'unknown'): Make {
  return {
    least: 1,
    most: 1,
    make: (call, type, compiler) => {
      const items = compiler.items(compiler.on(call), type)
      const parts = compiler.items(parameter(call, 0), type)
      return (value, companion, world) => {
        const [first, ...others] = items(value, companion, world)
        const part = textOf(parts(value, companion, world)[0]?.value)
        if (first === undefined || part === undefined || kindOf(first.type) !== 'string') return undefined
        if (others.length > 0 && several !== 'first') return several === 'none' ? false : undefined
        const text = textOf(first.value)
        return text !== undefined && test(text, part)
      }
    },
  }
}

type Question = (world: World, canonical: string, value: Json) => boolean | undefined

/** What others have to answer (https://hl7.org/fhir/R4/fhirpath.html#functions). */
function asked(question: Question): Make {
  return {
    least: 1,
    most: 1,
    make: (call, type, compiler) => {
      const items = compiler.items(compiler.on(call), type)
      const canonicals = compiler.items(parameter(call, 0), type)
      return (value, companion, world) => {
        const [first, ...others] = items(value, companion, world)
        const canonical = textOf(canonicals(value, companion, world)[0]?.value)
        if (first?.value === undefined || others.length > 0 || canonical === undefined) return undefined
        const answer = question(world, canonical, first.value)
        if (answer === undefined) throw new Unanswerable(canonical)
        return answer
      }
    },
  }
}
