import { parsePattern } from './parse.ts'
import { programOf, type Step } from './program.ts'
import { type Budget, type Captures, firstMatch } from './run.ts'
import type { PatternSyntax } from './syntax.ts'

/**
 * A regular expression from outside, which must not be able to hold up the software: no pattern and no text takes more
 * than a bounded time. Each gives undefined for a text that would take longer.
 */
export interface LinearPattern {
  /** Whether it matches anywhere in the text. */
  test(text: string): boolean | undefined
  /** Whether it matches the text as a whole. */
  testWhole(text: string): boolean | undefined
  /** The text with each match replaced, as `String.replace` of ECMAScript has it with the flag `g`. */
  replace(text: string, replacement: string): string | undefined
}

/** Steps that one call takes at most, some tenths of a second. A text of 1,000 characters has 3,000 steps each. */
const mostSteps = 3_000_000

/** A pattern of ECMAScript, with `.` for every character; undefined for what `parsePattern` and `programOf` do not take. */
export function linearPattern(pattern: string): LinearPattern | undefined {
  const syntax = parsePattern(pattern)
  const program = syntax === undefined ? undefined : programOf(syntax.node)
  if (syntax === undefined || program === undefined) return undefined
  const has = (text: string, isWhole: boolean) => {
    const budget = { left: mostSteps }
    const found = firstMatch(program, unitsOf(text, syntax), { from: 0, slots: 0, isWhole }, budget)
    return budget.left < 0 ? undefined : found !== undefined
  }
  return {
    test: (text) => has(text, false),
    testWhole: (text) => has(text, true),
    replace: (text, replacement) => replaced(program, syntax, text, replacement),
  }
}

/** The characters of a text as the pattern counts them. */
function unitsOf(text: string, { isUnicode }: PatternSyntax): readonly string[] {
  return isUnicode ? [...text] : text.split('')
}

function replaced(
  program: readonly Step[],
  syntax: PatternSyntax,
  text: string,
  replacement: string,
): string | undefined {
  const units = unitsOf(text, syntax)
  const budget: Budget = { left: mostSteps }
  const slots = 2 * (syntax.groups + 1)
  let done = ''
  let from = 0
  for (let at = 0; at <= units.length; ) {
    const found = firstMatch(program, units, { from: at, slots, isWhole: false }, budget)
    if (found === undefined) break
    const [start = 0, end = 0] = found
    done += partOf(units, from, start) + filled(replacement, units, found, syntax)
    from = end
    // After a match of nothing the next one is looked for a character on.
    at = end === start ? end + 1 : end
  }
  return budget.left < 0 ? undefined : done + partOf(units, from, units.length)
}

/** `$$`, `$&`, `$1` and `$<name>` (https://tc39.es/ecma262/#sec-getsubstitution). */
function filled(
  replacement: string,
  units: readonly string[],
  found: Captures,
  { groups, names }: PatternSyntax,
): string {
  const captured = (number: number) => partOf(units, found[2 * number] ?? -1, found[2 * number + 1] ?? -1)
  return replacement.replace(/\$(?:([$&])|(\d\d?)|<([^>]*)>)/g, (whole, sign, digits, name) => {
    if (sign === '$') return '$'
    if (sign === '&') return captured(0)
    if (name !== undefined) return names.size === 0 ? whole : captured(names.get(name) ?? -1)
    // Two digits are one where there are not so many groups.
    const number = Number(digits) <= groups ? Number(digits) : Number(digits.charAt(0))
    const rest = Number(digits) <= groups ? '' : digits.slice(1)
    return number < 1 || number > groups ? whole : captured(number) + rest
  })
}

function partOf(units: readonly string[], from: number, until: number): string {
  return from < 0 || until < 0 ? '' : units.slice(from, until).join('')
}
