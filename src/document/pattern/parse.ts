import { characterTest } from './character.ts'
import type { PatternNode, PatternPlace, PatternSyntax } from './syntax.ts'

/** Longer patterns are not read; those of FHIR have some hundred characters at most. */
const longest = 2_000
/** Groups within one another; the reader and the compiler recurse this deep. */
const deepest = 100

/**
 * Reads a regular expression of ECMAScript (https://tc39.es/ecma262/#sec-patterns), as Unicode if it can be, with `.` for
 * every character. Undefined for what is none, and for what cannot be matched in linear time: references back and
 * looking around. Whether it is one at all the native reader says, which reads and does not match.
 */
export function parsePattern(pattern: string): PatternSyntax | undefined {
  if (pattern.length > longest) return undefined
  const isUnicode = isPattern(pattern, 'u')
  if (!isUnicode && !isPattern(pattern, '')) return undefined
  return new PatternParser(pattern, isUnicode).all()
}

function isPattern(pattern: string, flags: string): boolean {
  try {
    return new RegExp(pattern, flags) instanceof RegExp
  } catch (problem) {
    if (problem instanceof SyntaxError) return false
    throw problem
  }
}

/** `\c` without a letter, and halves of characters by their numbers, mean other things in other readers. */
const escaped =
  /\\(?:u\{[\da-fA-F]+\}|u(?![dD][89a-fA-F])[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|[pP]\{[^{}]*\}|(?![ckupP1-9])[\s\S])/y
const characterClass = /\[(?:\\[\s\S]|[^\]\\])*\]/y
const opening = /\((?:\?:|\?<([^>=!][^>]*)>|(?!\?))/y
const quantifier = /(?:[*+?]|\{(\d+)(,(\d*))?\})(\??)/y

class PatternParser {
  #at = 0
  #groups = 0
  #depth = 0
  readonly #names = new Map<string, number>()

  constructor(
    readonly pattern: string,
    readonly isUnicode: boolean,
  ) {}

  all(): PatternSyntax | undefined {
    const node = this.#choice()
    if (node === undefined || this.#at < this.pattern.length) return undefined
    return { node, groups: this.#groups, names: this.#names, isUnicode: this.isUnicode }
  }

  #take(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = this.#at
    const found = expression.exec(this.pattern) ?? undefined
    if (found !== undefined) this.#at += found[0].length
    return found
  }

  #choice(): PatternNode | undefined {
    const options: PatternNode[] = []
    do {
      const option = this.#sequence()
      if (option === undefined) return undefined
      options.push(option)
    } while (this.#skip('|'))
    return options.length === 1 ? options[0] : { kind: 'choice', options }
  }

  #skip(sign: string): boolean {
    const isThere = this.pattern[this.#at] === sign
    if (isThere) this.#at += 1
    return isThere
  }

  #sequence(): PatternNode | undefined {
    const parts: PatternNode[] = []
    while (this.#at < this.pattern.length && !'|)'.includes(this.pattern.charAt(this.#at))) {
      const part = this.#atom()
      if (part === undefined) return undefined
      parts.push(this.#repeated(part))
    }
    return { kind: 'sequence', parts }
  }

  #repeated(part: PatternNode): PatternNode {
    const found = this.#take(quantifier)
    if (found === undefined) return part
    const [sign = '', least, comma, most, lazy] = found
    const min = least === undefined ? (sign.startsWith('+') ? 1 : 0) : Number(least)
    const exact = comma === undefined ? min : most === '' ? Number.POSITIVE_INFINITY : Number(most)
    const max = least === undefined ? (sign.startsWith('?') ? 1 : Number.POSITIVE_INFINITY) : exact
    return { kind: 'repeat', part, min, max, isGreedy: lazy === '' }
  }

  #atom(): PatternNode | undefined {
    const sign = this.pattern.charAt(this.#at)
    if (sign === '(') return this.#group()
    const place = sign === '\\' ? this.pattern.slice(this.#at, this.#at + 2) : sign
    if (isPlace(place)) {
      this.#at += place.length
      return { kind: 'place', where: place }
    }
    return this.#character(sign)
  }

  #group(): PatternNode | undefined {
    const found = this.#take(opening)
    if (found === undefined || this.#depth >= deepest) return undefined
    const number = found[0] === '(?:' ? undefined : ++this.#groups
    if (found[1] !== undefined && number !== undefined) this.#names.set(found[1], number)
    this.#depth += 1
    const part = this.#choice()
    this.#depth -= 1
    if (part === undefined || !this.#skip(')')) return undefined
    return number === undefined ? part : { kind: 'group', part, number }
  }

  #character(sign: string): PatternNode | undefined {
    if (sign === '\\' || sign === '[') {
      const source = this.#take(sign === '[' ? characterClass : escaped)?.[0]
      return source === undefined ? undefined : { kind: 'character', is: characterTest(source, this.isUnicode) }
    }
    const point = this.isUnicode ? String.fromCodePoint(this.pattern.codePointAt(this.#at) ?? 0) : sign
    this.#at += point.length
    const is = sign === '.' ? () => true : (character: string) => character === point
    return { kind: 'character', is }
  }
}

function isPlace(text: string): text is PatternPlace {
  return text === '^' || text === '$' || text === '\\b' || text === '\\B'
}
