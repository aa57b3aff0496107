import type { IssueCode } from '../issue/catalogue.ts'
import { issue, KritinfoError, type Params } from '../issue/issue.ts'
import { Decimal, type Json } from './json.ts'
import { Lines } from './lines.ts'

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const numberLike = /[+\-.\d]|NaN|Infinity/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: RFC 8259 section 7 forbids exactly these in a string
const plain = /[^"\\\u0000-\u001f]*/y
const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y
const word = /true|false|null/y

/** A number as a tree holds it: plain if JavaScript would write the same text again, else a `Decimal`. */
export function numberOf(text: string): number | Decimal {
  const value = Number(text)
  return String(value) === text ? value : new Decimal(text)
}

/** The words of JSON and the complaints about what is not JSON; how words make up documents is `json-scan.ts`. */
export abstract class JsonLexer {
  at = 0
  readonly lines: Lines
  constructor(readonly text: string) {
    this.lines = new Lines(text)
  }

  /** Complains about the character here, or about the end of the text. */
  protected abstract unexpected(otherwise: IssueCode): never

  skipSpace(): void {
    for (;;) {
      const unit = this.text.charCodeAt(this.at)
      if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) return
      this.at++
    }
  }

  /** A string, number, `true`, `false` or `null`. */
  scalar(): Json {
    const unit = this.text[this.at]
    if (unit === '"') return this.#string()
    const digits = this.#match(number)
    if (digits !== undefined && !/[\w.+-]/.test(this.text[this.at] ?? '')) return numberOf(digits)
    if (digits !== undefined) this.at -= digits.length
    const literal = this.#match(word)
    if (literal !== undefined && !/\w/.test(this.text[this.at] ?? '')) return JSON.parse(literal) as Json
    if (literal !== undefined) this.at -= literal.length
    this.#skipCutOff()
    numberLike.lastIndex = this.at
    if (numberLike.test(this.text)) return this.unexpected('DOC-020')
    return this.unexpected(/\w/.test(unit ?? '') ? 'DOC-022' : 'DOC-001')
  }

  /** The name of a member, with its quotes. */
  key(): string {
    if (this.text[this.at] === '"') return this.#string()
    return this.unexpected('DOC-018')
  }

  #string(): string {
    const start = this.at++
    this.#match(plain)
    while (this.text[this.at] === '\\') {
      if (this.#match(escaped) === undefined) this.#failInString()
      this.#match(plain)
    }
    if (this.text[this.at] !== '"') this.#failInString()
    this.at++
    const raw = this.text.slice(start + 1, this.at - 1)
    return raw.includes('\\') ? (JSON.parse(this.text.slice(start, this.at)) as string) : raw
  }

  /** A number or word that the end of the text cuts off (`1.`, `tru`) makes a truncated text, not a wrong one. */
  #skipCutOff(): void {
    const rest = this.text.slice(this.at, this.at + 40)
    if (this.at + rest.length < this.text.length || rest === '') return
    const word = ['true', 'false', 'null'].some((whole) => whole.startsWith(rest))
    if (word || /^-?(?:(?:0|[1-9]\d*)(?:\.|(?:\.\d+)?[eE][+-]?))?$/.test(rest)) this.at = this.text.length
  }

  /** An escape that the end of the text cuts off is a truncated text and not a wrong escape. */
  #failInString(): never {
    if (this.text[this.at] === '\\' && /^\\(?:u[0-9a-fA-F]{0,3})?$/.test(this.text.slice(this.at, this.at + 6))) {
      this.at = this.text.length
    }
    return this.unexpected('DOC-021')
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0]
    if (found !== undefined) this.at += found.length
    return found
  }

  /** Comments and single quotes are so common a mistake that they have a message of their own. */
  protected failHere(otherwise: IssueCode): never {
    const unit = this.text[this.at]
    const next = this.text[this.at + 1]
    if (otherwise === 'DOC-021') this.fail(otherwise, this.at)
    if (unit === '/' && (next === '/' || next === '*')) this.fail('DOC-013', this.at)
    if (unit === "'") this.fail('DOC-014', this.at)
    return this.fail(otherwise, this.at)
  }

  protected failAfterRoot(): never {
    const unit = this.text[this.at]
    return this.failHere(unit === '{' || unit === '[' ? 'DOC-011' : 'DOC-009')
  }

  fail(code: IssueCode, offset: number, params: Params = {}): never {
    throw new KritinfoError(issue(code, this.lines.position(offset), params))
  }
}
