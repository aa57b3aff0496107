import { impossibleCharacter } from '../document/xml-problem.ts'
import { isHtmlEntity } from './html-entity.ts'

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
const none: readonly Attribute[] = []
const openTag = /<([^\s/>=<"'&!?]+)/y
const attribute = /\s+([^\s=/>"'<&]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y
const tagEnd = /\s*(\/?)>/y
const closeTag = /<\/([^\s/>=<"'&!?]+)\s*>/y
const reference = /&(?:#(?:\d{1,7}|x[0-9A-Fa-f]{1,6})|([A-Za-z][A-Za-z0-9]*));/y
const blank = /^[\t\n\r ]*$/
const xmlEntities: ReadonlySet<string> = new Set(['amp', 'lt', 'gt', 'quot', 'apos'])

/**
 * Reads the text of a narrative's `div` in one pass, in time linear in its length, and stops at the first thing that is
 * not well formed XML (https://www.w3.org/TR/xml/). Names of HTML's entities are let pass and noted: receivers of JSON
 * take them, though https://hl7.org/fhir/R4/narrative.html rules them out.
 */
export function scanXhtml(text: string, listener: XhtmlListener): Scanned {
  const scanner = new Scanner(text, listener)
  const problem = impossibleCharacter.test(text) ? 'syntax' : scanner.run()
  return { problem, named: scanner.named }
}

class Scanner {
  named = false
  #at = 0
  #roots = 0
  readonly #open: string[] = []
  constructor(
    readonly source: string,
    readonly listener: XhtmlListener,
  ) {}

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
    if (raw.includes(']]>')) return 'syntax'
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
    const name = this.#match(openTag)?.[1]
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
    const end = this.#match(tagEnd)
    if (end === null) return 'syntax'
    this.#opened(name, attributes, end[1] === '/')
    return undefined
  }

  #opened(name: string, attributes: readonly Attribute[], isEmpty: boolean): void {
    this.listener.open(name, attributes)
    if (isEmpty) this.listener.close(name)
    else this.#open.push(name)
  }

  #attributes(): readonly Attribute[] | XhtmlProblem {
    const attributes: Attribute[] = []
    for (let found = this.#match(attribute); found !== null; found = this.#match(attribute)) {
      const [, name = '', double, single = ''] = found
      const value = double ?? single
      const problem = this.#references(value)
      if (problem !== undefined) return problem
      attributes.push({ name, value })
    }
    const names = attributes.length > 1 ? new Set(attributes.map(({ name }) => name)) : undefined
    return names === undefined || names.size === attributes.length ? attributes : 'syntax'
  }

  #references(raw: string): XhtmlProblem | undefined {
    for (let at = raw.indexOf('&'); at !== -1; at = raw.indexOf('&', at + 1)) {
      reference.lastIndex = at
      const found = reference.exec(raw)
      if (found === null) return 'syntax'
      const [, name] = found
      if (name === undefined || xmlEntities.has(name)) continue
      if (!isHtmlEntity(name)) return 'entity'
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
