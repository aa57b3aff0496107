import type fc from 'fast-check'
import { KritinfoError } from '../../src/issue/issue.ts'

/** What is fuzzed: cases, which are plain JSON so that a file can keep one, and what must hold of each. */
export interface Target<Case = unknown> {
  readonly name: string
  readonly cases: fc.Arbitrary<Case>
  /** No case may take longer, in milliseconds; generous, since machines are slow and busy. */
  readonly bound: number
  /** Throws for a case of which something does not hold. */
  check(one: Case): void | Promise<void>
}

/** Stands in documents where a patient's values stand, and must never be told (law 6). */
export const mark = 'HEMMELIG'

/** What became of an action: what it gives, or the codes and words of what it was refused with. Throws on anything else. */
export function outcomeOf<T>(act: () => T): { readonly made: T } | { readonly refusal: string } {
  try {
    return { made: act() }
  } catch (problem) {
    return { refusal: refusalOf(problem) }
  }
}

/** The words of a refusal. What is not one is a defect, and thrown on. */
export function refusalOf(problem: unknown): string {
  if (!(problem instanceof KritinfoError)) throw problem
  return JSON.stringify([problem.message, problem.issues])
}

/** Throws if a text that others may see holds a value of a record. */
export function demandSilence(what: string, told: unknown): void {
  const text = typeof told === 'string' ? told : JSON.stringify(told)
  const at = text.indexOf(mark)
  if (at >= 0) throw new Error(`${what} tells a value: ${text.slice(Math.max(0, at - 150), at + 40)}`)
}

export function demandEqual(what: string, one: unknown, other: unknown): void {
  const [left, right] = [JSON.stringify(one) ?? '', JSON.stringify(other) ?? '']
  if (left === right) return
  let at = 0
  while (left[at] === right[at]) at++
  const part = (text: string) => text.slice(Math.max(0, at - 60), at + 60)
  throw new Error(`${what} differs: ${part(left)} … ${part(right)}`)
}

const builtIns = { Object, Array, String, Number, Function, Map, Set, Promise, RegExp } as const
let untouched: string | undefined

/** Throws if what every object inherits has got a member since the first time. (Modules may add some when they are loaded.) */
function demandUntouched(): void {
  untouched ??= namesOfBuiltIns()
  if (namesOfBuiltIns() === untouched) return
  throw new Error(`a prototype was written to: ${Object.keys(Object.prototype).join(' ')}`)
}

function namesOfBuiltIns(): string {
  return Object.values(builtIns)
    .map(({ prototype }) => Reflect.ownKeys(prototype).map(String).join(' '))
    .join('\n')
}

/** A case of a target, checked with all that holds for every target. */
export async function checkCase(target: Target, one: unknown): Promise<number> {
  demandUntouched()
  const start = performance.now()
  await target.check(one)
  const time = performance.now() - start
  demandUntouched()
  if (time > target.bound) throw new Error(`it took ${Math.round(time)} ms, and the bound is ${target.bound}`)
  return time
}
