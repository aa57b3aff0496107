import { linearPattern } from '../document/pattern/pattern.ts'
import { Unanswerable } from './expression.ts'

/** A regular expression of a definition, applied to texts of a document. */
export interface Matcher {
  /** Whether it matches anywhere in the text: unanchored, as the HL7 engine has `matches`. */
  test(text: string): boolean
  testAll(text: string): boolean
  replace(text: string, replacement: string): string
}

const matchers = new Map<string, Matcher>()
const mostMatchers = 1_000

/**
 * A matcher, made once. Throws `Unanswerable` for a pattern that is not taken here, and so does each of its functions for a
 * text that would take too long: packages come from anywhere, and documents too.
 */
export function matcher(pattern: string): Matcher {
  const known = matchers.get(pattern)
  if (known !== undefined) return known
  const made = makeMatcher(pattern)
  if (matchers.size >= mostMatchers) matchers.clear()
  matchers.set(pattern, made)
  return made
}

function makeMatcher(pattern: string): Matcher {
  const linear = linearPattern(pattern)
  if (linear === undefined) throw new Unanswerable('a regular expression that is not known here')
  return {
    test: (text) => inTime(linear.test(text)),
    testAll: (text) => inTime(linear.testWhole(text)),
    replace: (text, replacement) => inTime(linear.replace(text, replacement)),
  }
}

function inTime<T>(answer: T | undefined): T {
  if (answer === undefined) throw new Unanswerable('a text that is too long for a regular expression')
  return answer
}
