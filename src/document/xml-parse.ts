import { SaxesParser, type SaxesTagNS } from 'saxes'
import type { IssueCode } from '../issue/catalogue.ts'
import { issue, KritinfoError, type Params } from '../issue/issue.ts'
import { isUnboundedKey, type Limits, standardLimits } from './limits.ts'
import { Lines } from './lines.ts'
import { shownName } from './name.ts'
import type { Position } from './tree.ts'
import { codeOfProblem, impossibleCharacter } from './xml-problem.ts'

export const xhtmlNamespace = 'http://www.w3.org/1999/xhtml'
const xmlNamespace = 'http://www.w3.org/XML/1998/namespace'
const xmlnsNamespace = 'http://www.w3.org/2000/xmlns/'

export interface XmlElement {
  /** Local name. */
  readonly name: string
  readonly namespace: string
  /** By local name; `xml:lang` for the namespace of XML; `{namespace}name` for every other one. */
  readonly attributes: ReadonlyMap<string, string>
  readonly children: (XmlElement | string)[]
  /** Where the start tag begins. */
  readonly position: Position
  /**
   * The element as written, on XHTML elements whose parent is not XHTML, if it declares its namespace itself and
   * uses no prefix: then the text stands on its own. FHIR JSON holds narrative as such a text.
   */
  readonly markup?: string
}

/**
 * Reads XML 1.0 with namespaces, strictly. What FHIR forbids (https://hl7.org/fhir/R4/xml.html: document type
 * declarations, processing instructions, encodings other than UTF-8) or the limits exclude is an error.
 *
 * Throws `KritinfoError` (DOC-016, DOC-017, DOC-030 to DOC-039) with line and column, at the first thing wrong.
 */
export function parseXml(text: string, limits: Limits = standardLimits): XmlElement {
  return new Builder(text, limits).run()
}

/** Found by the parser when it has passed the tag: the place to show is where the tag begins. */
const tagProblems: ReadonlySet<IssueCode> = new Set(['DOC-031', 'DOC-036', 'DOC-037', 'DOC-038', 'DOC-039'])

interface Open {
  readonly element: { -readonly [Key in keyof XmlElement]: XmlElement[Key] }
  readonly start: number
  /** True once a name in it has used a prefix: its text then depends on what surrounds it. */
  dependent: boolean
}

class Builder {
  readonly #parser = new SaxesParser({ xmlns: true })
  readonly #lines: Lines
  readonly #open: Open[] = []
  #root: XmlElement | undefined
  #start = 0
  #ending = false

  constructor(
    readonly text: string,
    readonly limits: Limits,
  ) {
    this.#lines = new Lines(text)
    const parser = this.#parser
    parser.on('error', (error) => this.#failAsParser(error.message))
    parser.on('doctype', () => this.#fail('DOC-031', this.text.lastIndexOf('<!DOCTYPE', parser.position)))
    parser.on('processinginstruction', () => this.#fail('DOC-033', this.text.lastIndexOf('<?', parser.position)))
    parser.on('xmldecl', (declaration) => {
      if (!/^(utf-8)?$/i.test(declaration.encoding ?? '')) this.#fail('DOC-034', 0)
    })
    parser.on('opentagstart', () => {
      this.#start = this.text.lastIndexOf('<', parser.position - 1)
    })
    parser.on('opentag', (tag) => this.#openTag(tag))
    parser.on('closetag', () => this.#closeTag())
    parser.on('text', (content) => this.#open.at(-1)?.element.children.push(content))
    parser.on('cdata', (content) => this.#open.at(-1)?.element.children.push(content))
  }

  run(): XmlElement {
    // The parser takes half a surrogate pair and the character after it for one.
    const impossible = this.text.search(impossibleCharacter)
    if (impossible !== -1) this.#fail('DOC-030', impossible)
    this.#parser.write(this.text)
    this.#ending = true
    if (this.#open.length > 0) this.#failTruncated()
    this.#parser.close()
    if (this.#root === undefined) return this.#fail('DOC-030', this.text.length)
    return this.#root
  }

  #openTag(tag: SaxesTagNS): void {
    if (this.#open.length >= this.limits.depth) this.#fail('DOC-016', this.#start, { limit: this.limits.depth })
    const parent = this.#open.at(-1)
    const element = {
      name: tag.local,
      namespace: tag.uri,
      attributes: this.#attributes(tag),
      children: [],
      position: this.#lines.position(this.#start),
    }
    const dependent = tag.prefix !== '' || Object.values(tag.attributes).some(isDependent)
    this.#open.push({ element, start: this.#start, dependent })
    if (parent === undefined) this.#root = element
    else parent.element.children.push(element)
  }

  #attributes(tag: SaxesTagNS): ReadonlyMap<string, string> {
    const attributes = new Map<string, string>()
    for (const { prefix, local, uri, value } of Object.values(tag.attributes)) {
      if (uri === xmlnsNamespace) continue
      if (value.length > this.limits.stringLength && !isUnboundedKey(tag.local)) {
        this.#fail('DOC-017', this.#start, { limit: this.limits.stringLength })
      }
      const name = uri === xmlNamespace ? `xml:${local}` : `{${uri}}${local}`
      attributes.set(prefix === '' ? local : name, value)
    }
    return attributes
  }

  #closeTag(): void {
    const closed = this.#open.pop() as Open
    const parent = this.#open.at(-1)
    if (parent !== undefined && closed.dependent) parent.dependent = true
    if (closed.element.namespace !== xhtmlNamespace || parent?.element.namespace === xhtmlNamespace) return
    const markup = this.text.slice(closed.start, this.#parser.position)
    if (markup.length > this.limits.stringLength)
      this.#fail('DOC-017', closed.start, { limit: this.limits.stringLength })
    if (!closed.dependent && /^<[^>]*\sxmlns\s*=/.test(markup)) closed.element.markup = markup
  }

  #failAsParser(message: string): never {
    if (this.#ending) this.#failTruncated()
    const code = codeOfProblem(message)
    const tag = tagProblems.has(code)
    const at = this.#parser.position - 1
    return this.#fail(code, tag ? this.text.lastIndexOf('<', at) : at, {
      element: shownName(this.#open.at(-1)?.element.name ?? ''),
    })
  }

  #failTruncated(): never {
    const innermost = this.#open.at(-1)?.element
    if (innermost === undefined) return this.#fail('DOC-030', this.text.length)
    const { line, column } = innermost.position
    return this.#fail('DOC-035', this.text.length, { element: shownName(innermost.name), line, column })
  }

  #fail(code: IssueCode, offset: number, params: Params = {}): never {
    throw new KritinfoError(issue(code, this.#lines.position(Math.max(offset, 0)), params))
  }
}

/** `xml:` is bound in every document; `xmlns:x` and `x:y` mean something only together with what surrounds them. */
function isDependent(attribute: { prefix: string }): boolean {
  return attribute.prefix !== '' && attribute.prefix !== 'xml'
}
