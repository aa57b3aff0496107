import { issue, KritinfoError } from '../issue/issue.ts'
import type { IssueCode } from '../issue/catalogue.ts'
import { JsonLexer } from './json-lexer.ts'
import { type Json, type JsonObject, setKey } from './json.ts'
import { isUnboundedKey, type Limits } from './limits.ts'
import { shownName } from './name.ts'

interface Frame {
  readonly container: Json[] | JsonObject
  readonly start: number
  key: string
}

const code = { comma: 0x2c, colon: 0x3a, openArray: 0x5b, closeArray: 0x5d, openObject: 0x7b, closeObject: 0x7d }

/**
 * Reads JSON (https://www.rfc-editor.org/rfc/rfc8259) character by character. It accepts what `JSON.parse` accepts
 * except repeated keys, which RFC 8259 section 4 leaves without a meaning, and what exceeds the limits. It keeps
 * open containers on a stack of its own, so that no input can exhaust the engine's.
 *
 * Throws a `KritinfoError` with line and column at the first thing that is wrong.
 */
export function scanJson(text: string, limits: Limits): Json {
  return new Scanner(text, limits).run()
}

class Scanner extends JsonLexer {
  readonly #open: Frame[] = []
  readonly #limits: Limits

  constructor(text: string, limits: Limits) {
    super(text)
    this.#limits = limits
  }

  run(): Json {
    for (;;) {
      this.skipSpace()
      const opened = this.#openContainer()
      if (opened === 'members') continue
      let value: Json | undefined = opened === 'empty' ? this.#close() : this.#scalar()
      while (value !== undefined) {
        const frame = this.#open.at(-1)
        if (frame === undefined) return this.#finish(value)
        this.#put(frame, value)
        value = this.#afterMember(frame)
      }
    }
  }

  #finish(root: Json): Json {
    this.skipSpace()
    if (this.at < this.text.length) this.failAfterRoot()
    return root
  }

  #openContainer(): 'members' | 'empty' | 'none' {
    const unit = this.text.charCodeAt(this.at)
    if (unit !== code.openObject && unit !== code.openArray) return 'none'
    if (this.#open.length >= this.#limits.depth) this.fail('DOC-016', this.at, { limit: this.#limits.depth })
    const container = unit === code.openArray ? [] : {}
    this.#open.push({ container, start: this.at, key: '' })
    this.at++
    this.skipSpace()
    if (this.text.charCodeAt(this.at) === unit + 2) return 'empty'
    if (unit === code.openObject) this.#key()
    return 'members'
  }

  #scalar(): Json {
    const start = this.at
    const value = this.scalar()
    const key = this.#open.at(-1)?.key
    if (typeof value === 'string' && value.length > this.#limits.stringLength && !isUnboundedKey(key)) {
      this.fail('DOC-017', start, { limit: this.#limits.stringLength })
    }
    return value
  }

  #put(frame: Frame, value: Json): void {
    if (Array.isArray(frame.container)) frame.container.push(value)
    else setKey(frame.container, frame.key, value)
  }

  /** What follows a member: a comma (then nothing is complete yet) or the end of the container (then that is). */
  #afterMember(frame: Frame): Json | undefined {
    this.skipSpace()
    const unit = this.text.charCodeAt(this.at)
    const closer = Array.isArray(frame.container) ? code.closeArray : code.closeObject
    if (unit === closer) return this.#close()
    if (unit !== code.comma) this.unexpected('DOC-019')
    const comma = this.at++
    this.skipSpace()
    if (this.text.charCodeAt(this.at) === closer) this.fail('DOC-012', comma)
    if (closer === code.closeObject) this.#key()
    return undefined
  }

  #close(): Json {
    this.at++
    return (this.#open.pop() as Frame).container
  }

  #key(): void {
    const frame = this.#open.at(-1) as Frame
    const start = this.at
    frame.key = this.key()
    if (Object.hasOwn(frame.container, frame.key)) this.fail('DOC-015', start, { key: shownName(frame.key) })
    this.skipSpace()
    if (this.text.charCodeAt(this.at) !== code.colon) this.unexpected('DOC-001')
    this.at++
  }

  /** At the end of the text every complaint is the same one: something is still open. */
  protected override unexpected(otherwise: IssueCode): never {
    const innermost = this.#open.at(-1)
    if (this.at < this.text.length) this.failHere(otherwise)
    const opened = this.lines.position(innermost?.start ?? 0)
    const place = this.lines.position(this.text.length)
    throw new KritinfoError(issue('DOC-010', place, { line: opened.line, column: opened.column }))
  }
}
