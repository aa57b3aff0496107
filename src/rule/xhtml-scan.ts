import { impossibleCharacter } from '../document/xml-problem.ts'
import { codePointOf } from '../document/html-entity.ts'

/** An attribute as it is written; references in the value are not resolved. */
export interface Attribute {
  readonly name: string
  readonly value: string
}

/** Hears what a text holds, in order. An empty element is opened and closed. */
export interface XhtmlListener {
  open(name: string, attributes: readonly Attribute[]): void
  close(name: string): void
  /** Character data between tags, references as written; never empty. */
  text(raw: string): void
}

/** Why a text is not one well formed element: its syntax, nesting deeper than the limit, a declaration, an entity. */
export type XhtmlProblem = 'syntax' | 'depth' | 'declaration' | 'entity'

/** What was found amiss; `named` is true if names of HTML's entities occur, which XML does not know. */
export interface Scanned {
  readonly problem: XhtmlProblem | undefined
  readonly named: boolean
}

const deepest = 100
const greater = 0x3e
const slash = 0x2f
const space = 0x20
const equals = 0x3d
const quote = 0x22
const none: readonly Attribute[] = []
const openTag = /<([^\s/>=<"'&!?]+)/y
const attribute = /\s+([^\s=/>"'<&]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y
const tagEnd = /\s*(\/?)>/y
const closeTag = /<\/([^\s/>=<"'&!?]+)\s*>/y
const reference = /&(?:#(?:\d{1,7}|x[0-9A-Fa-f]{1,6})|([A-Za-z][A-Za-z0-9]*));/y
const blank = /^[\t\n\r ]*$/
/** Single units that are no character of XML or may be half of one: rare, so that most texts need no second look. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const doubtful = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/
const xmlEntities: ReadonlySet<string> = new Set(['amp', 'lt', 'gt', 'quot', 'apos'])

/**
 * Reads the text of a narrative's `div` in one pass, in time linear in its length, and stops at the first thing that is
 * not well formed XML (https://www.w3.org/TR/xml/). Names of HTML's entities are let pass and noted: receivers of JSON
 * take them, though https://hl7.org/fhir/R4/narrative.html rules them out.
 */
export function scanXhtml(text: string, listener: XhtmlListener): Scanned {
  const scanner = new Scanner(text, listener)
  const isImpossible = doubtful.test(text) && impossibleCharacter.test(text)
  const problem = isImpossible ? 'syntax' : scanner.run()
  return { problem, named: scanner.named }
}

class Scanner {
  named = false
  #at = 0
  #roots = 0
  readonly #open: string[] = []
  /** Asked once of the whole, so that a text without any need not be searched piece by piece. */
  readonly #hasReferences: boolean
  readonly #hasEnds: boolean
  constructor(
    readonly source: string,
    readonly listener: XhtmlListener,
  ) {
    this.#hasReferences = source.includes('&')
    this.#hasEnds = source.includes(']]>')
  }

  run(): XhtmlProblem | undefined {
    const { source } = this
    while (this.#at < source.length) {
      const next = source.indexOf('<', this.#at)
      const end = next === -1 ? source.length : next
      const problem = (end > this.#at ? this.#text(end) : undefined) ?? (next === -1 ? undefined : this.#markup())
      if (problem !== undefined) return problem
    }
    return this.#open.length === 0 && this.#roots === 1 ? undefined : 'syntax'
  }

  #text(end: number): XhtmlProblem | undefined {
    const raw = this.source.slice(this.#at, end)
    this.#at = end
    if (this.#open.length === 0) return blank.test(raw) ? undefined : 'syntax'
    if (this.#hasEnds && raw.includes(']]>')) return 'syntax'
    const problem = this.#references(raw)
    if (problem === undefined) this.listener.text(raw)
    return problem
  }

  #markup(): XhtmlProblem | undefined {
    const { source } = this
    const unit = source[this.#at + 1]
    if (unit === '/') return this.#close()
    if (unit === '?') return 'declaration'
    if (unit !== '!') return this.#start()
    if (source.startsWith('<!--', this.#at)) return this.#skip('-->', 4)
    if (!source.startsWith('<![CDATA[', this.#at)) return 'declaration'
    const from = this.#at + 9
    const problem = this.#open.length === 0 ? 'syntax' : this.#skip(']]>', 9)
    if (problem === undefined && this.#at - 3 > from) this.listener.text(source.slice(from, this.#at - 3))
    return problem
  }

  #skip(end: string, length: number): XhtmlProblem | undefined {
    const found = this.source.indexOf(end, this.#at + length)
    this.#at = found + end.length
    return found === -1 ? 'syntax' : undefined
  }

  #close(): XhtmlProblem | undefined {
    const name = this.#open.pop()
    if (name === undefined || this.#closeName(name) !== name) return 'syntax'
    this.listener.close(name)
    return undefined
  }

  /** The name in the end tag here; the one expected, written plainly, is told without a pattern. */
  #closeName(expected: string): string | undefined {
    const from = this.#at + 2
    const end = from + expected.length
    if (this.source.charCodeAt(end) !== greater || !this.source.startsWith(expected, from)) {
      return this.#match(closeTag)?.[1]
    }
    this.#at = end + 1
    return expected
  }

  #start(): XhtmlProblem | undefined {
    const name = this.#openName()
    if (name === undefined) return 'syntax'
    if (this.#open.length === 0 && ++this.#roots > 1) return 'syntax'
    if (this.#open.length >= deepest) return 'depth'
    if (this.source.charCodeAt(this.#at) === greater) {
      this.#at++
      this.#opened(name, none, false)
      return undefined
    }
    const attributes = this.#attributes()
    if (typeof attributes === 'string') return attributes
    const isEmpty = this.#tagEnd()
    if (isEmpty === undefined) return 'syntax'
    this.#opened(name, attributes, isEmpty)
    return undefined
  }

  /** The name in the start tag here; a plain one is told without a pattern, here and below. */
  #openName(): string | undefined {
    const from = this.#at + 1
    let end = from
    while (isPlain(this.source.charCodeAt(end))) end++
    const after = this.source.charCodeAt(end)
    const isWhole = end > from && (after === greater || after === space || after === slash)
    if (!isWhole) return this.#match(openTag)?.[1]
    this.#at = end
    return this.source.slice(from, end)
  }

  /** Whether the tag that ends here is that of an empty element. */
  #tagEnd(): boolean | undefined {
    if (this.source.charCodeAt(this.#at) === greater) {
      this.#at++
      return false
    }
    const end = this.#match(tagEnd)
    return end === null ? undefined : end[1] === '/'
  }

  #opened(name: string, attributes: readonly Attribute[], isEmpty: boolean): void {
    this.listener.open(name, attributes)
    if (isEmpty) this.listener.close(name)
    else this.#open.push(name)
  }

  #attributes(): readonly Attribute[] | XhtmlProblem {
    const attributes: Attribute[] = []
    for (let found = this.#attribute(); found !== undefined; found = this.#attribute()) {
      const problem = this.#references(found.value)
      if (problem !== undefined) return problem
      attributes.push(found)
    }
    const names = attributes.length > 1 ? new Set(attributes.map(({ name }) => name)) : undefined
    return names === undefined || names.size === attributes.length ? attributes : 'syntax'
  }

  #attribute(): Attribute | undefined {
    if (this.source.charCodeAt(this.#at) === greater) return undefined
    const plain = this.#plainAttribute()
    if (plain !== undefined) return plain
    const found = this.#match(attribute)
    if (found === null) return undefined
    const [, name = '', double, single = ''] = found
    return { name, value: double ?? single }
  }

  /** One space, a plain name, and a value in double quotes: as nearly all are written. */
  #plainAttribute(): Attribute | undefined {
    const { source } = this
    const from = this.#at + 1
    if (source.charCodeAt(this.#at) !== space) return undefined
    let end = from
    while (isPlain(source.charCodeAt(end))) end++
    if (end === from || source.charCodeAt(end) !== equals || source.charCodeAt(end + 1) !== quote) return undefined
    const close = source.indexOf('"', end + 2)
    const value = source.slice(end + 2, close)
    if (close === -1 || value.includes('<')) return undefined
    this.#at = close + 1
    return { name: source.slice(from, end), value }
  }

  #references(raw: string): XhtmlProblem | undefined {
    if (!this.#hasReferences) return undefined
    for (let at = raw.indexOf('&'); at !== -1; at = raw.indexOf('&', at + 1)) {
      reference.lastIndex = at
      const found = reference.exec(raw)
      if (found === null) return 'syntax'
      const [, name] = found
      if (name === undefined || xmlEntities.has(name)) continue
      if (codePointOf(name) === undefined) return 'entity'
      this.named = true
    }
    return undefined
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.source)
    if (found !== null) this.#at = pattern.lastIndex
    return found
  }
}

/** A small letter, a digit, or a colon: what names of XHTML are made of. */
function isPlain(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x3a)
}
