import { getKey, isObject } from '../document/json.ts'
import type { Functions, Walk } from './compiler.ts'
import { textOf } from './compare.ts'
import { remember, type Step } from './element.ts'
import { absent, childStep, enter, forChildren, forDescendants } from './navigate.ts'
import type { Call } from './syntax.ts'

/** Functions that let elements through one by one, so that nothing is collected on the way. */
export const walks: Functions<Walk> = {
  where: {
    least: 1,
    most: 1,
    make: (call, type, compiler) => (next) =>
      compiler.walk(compiler.on(call), type, (from) => {
        const truth = compiler.truth(parameter(call, 0), from)
        const step = next(from)
        return (value, companion, world, found) =>
          truth(value, companion, world) === true && step(value, companion, world, found)
      }),
  },
  select: {
    least: 1,
    most: 1,
    make: (call, type, compiler) => (next) =>
      compiler.walk(compiler.on(call), type, (from) => compiler.walk(parameter(call, 0), from, next)),
  },
  /** Nothing is written anywhere: a trace is for whoever writes an expression. */
  trace: {
    least: 1,
    most: 2,
    make: (call, type, compiler) => (next) => compiler.walk(compiler.on(call), type, next),
  },
  children: { least: 0, most: 0, make: below(forChildren) },
  descendants: { least: 0, most: 0, make: below(forDescendants) },
  /** https://hl7.org/fhir/R4/fhirpath.html#functions: a shorthand for `extension.where(url = …)`. */
  extension: {
    least: 1,
    most: 1,
    make: (call, type, compiler) => (next) => {
      const urls = compiler.items(parameter(call, 0), absent)
      const step = next('Extension')
      const matching: Step = (value, companion, world, found) => {
        const url = value !== undefined && isObject(value) ? getKey(value, 'url') : undefined
        const wanted = urls(undefined, undefined, world)[0]
        return url !== undefined && url === wanted?.value && step(value, companion, world, found)
      }
      return compiler.walk(compiler.on(call), type, (from) =>
        childStep(compiler.types, from, 'extension', () => matching),
      )
    },
  },
  /** What cannot be found is nothing, as the HL7 engine has it. */
  resolve: {
    least: 0,
    most: 0,
    make: (call, type, compiler) => (next) => {
      const steps = remember(next)
      const step = enter(compiler.types, 'Resource', steps)
      return compiler.walk(compiler.on(call), type, () => (value, _companion, world, found) => {
        const reference = textOf(value !== undefined && isObject(value) ? getKey(value, 'reference') : value)
        const target = reference === undefined ? undefined : world.resolve(reference)
        return target !== undefined && step(target, undefined, world, found)
      })
    },
  },
}

/** Lets through what stands below each element, as far as `visitAll` goes. */
function below(visitAll: typeof forChildren): Functions<Walk>[string]['make'] {
  return (call, type, compiler) => (next) =>
    compiler.walk(
      compiler.on(call),
      type,
      (from) => (value, companion, world, found) =>
        visitAll(compiler.types, from, value, companion, (child, one, beside) =>
          next(child)(one, beside, world, found),
        ),
    )
}

/** A parameter that is there: calls are counted before they are compiled. */
export function parameter(call: Call, index: number): Call['parameters'][number] {
  return call.parameters[index] ?? { kind: 'none' }
}
