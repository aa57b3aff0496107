import { Unanswerable } from './expression.ts'

/** A regular expression of a definition, applied to texts of a document. */
export interface Matcher {
  /** Whether it matches anywhere in the text: unanchored, as the HL7 engine has `matches`. */
  test(text: string): boolean
  testAll(text: string): boolean
  replace(text: string, replacement: string): string
}

/**
 * Definitions are trusted, documents are not: a pattern may take long on a long text, so longer ones are not tried.
 * What a pattern is for (names, paths, codes, addresses) is far shorter.
 */
const longest = 4_096

const matchers = new Map<string, Matcher>()
const mostMatchers = 1_000

/** A matcher, made once. Throws `Unanswerable` for a pattern that this machine does not know. */
export function matcher(pattern: string): Matcher {
  const known = matchers.get(pattern)
  if (known !== undefined) return known
  const made = makeMatcher(pattern)
  if (matchers.size >= mostMatchers) matchers.clear()
  matchers.set(pattern, made)
  return made
}

function makeMatcher(pattern: string): Matcher {
  const part = compile(pattern, 's')
  const every = compile(pattern, 'gs')
  const whole = compile(`^(?:${pattern})$`, 's')
  return {
    test: (text) => part.test(bounded(text)),
    testAll: (text) => whole.test(bounded(text)),
    replace: (text, replacement) => bounded(text).replace(every, replacement),
  }
}

/** Patterns of FHIR are written for several machines; some escapes are refused when a pattern is read as Unicode. */
function compile(pattern: string, flags: string): RegExp {
  for (const tried of [`${flags}u`, flags]) {
    try {
      return new RegExp(pattern, tried)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
    }
  }
  throw new Unanswerable('a regular expression that is not known here')
}

function bounded(text: string): string {
  if (text.length > longest) throw new Unanswerable('a text that is too long for a regular expression')
  return text
}
