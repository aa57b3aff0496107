import { linearPattern } from '../document/pattern/pattern.ts'

/** A code is no text: longer ones match nothing. */
const longestCode = 1000

/**
 * The pattern of a `regex` filter as a test of whole codes, or `undefined` where the pattern is not one that takes
 * linear time whatever the code: a value set comes from anywhere, and must not be able to hold up the software.
 * A filter's pattern matches the whole value (https://hl7.org/fhir/R4/valueset-filter-operator.html#regex).
 */
export function compilePattern(pattern: string): ((text: string) => boolean) | undefined {
  const linear = linearPattern(pattern)
  return linear === undefined ? undefined : (text) => text.length <= longestCode && linear.testWhole(text) === true
}
