import { hidden, isPlainName } from '../document/name.ts'

/** A line of a document with its values taken out, and where a column of the line stands in it. */
export interface Masked {
  readonly text: string
  column(original: number): number
}

/** How a line of JSON begins that may hold a narrative, the whole of a minified document among them. */
const jsonStart = /^[\s[\]{},]*"/

/**
 * Takes every value out of a line of JSON or XML and leaves names and signs: what a report may show without being
 * asked for values. A line is looked at alone, so of one that begins inside a text or a comment less is left, never
 * more: what is not known to be a name is masked.
 */
export function maskLine(line: string): Masked {
  const isXml = /^\s*</.test(line) || (/<\/?[A-Za-z]/.test(line) && !jsonStart.test(line))
  return rebuild(line, isXml ? xml : json)
}

type Token = readonly [length: number, shown: boolean]
type Lexer = (line: string) => Iterable<Token>

function rebuild(line: string, lexer: Lexer): Masked {
  let text = ''
  let at = 0
  const spans: Span[] = []
  for (const [length, shown] of lexer(line)) {
    if (shown || !text.endsWith(hidden)) spans.push({ from: at, to: text.length, shown })
    if (shown) text += line.slice(at, at + length)
    else if (!text.endsWith(hidden)) text += hidden
    at += length
  }
  return { text, column: (original) => columnIn(spans, original - 1) + 1 }
}

/** A stretch of the line: where it begins, where it begins in what is shown, and whether it is shown. */
interface Span {
  readonly from: number
  readonly to: number
  readonly shown: boolean
}

function columnIn(spans: readonly Span[], offset: number): number {
  let low = 0
  let high = spans.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((spans[middle]?.from ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  const { from, to, shown } = spans[low] ?? { from: 0, to: 0, shown: true }
  return shown ? to + offset - from : to
}

const jsonSign = /[\s{}[\]:,]+|[^\s{}[\]:,"]+/y

function* json(line: string): Generator<Token> {
  for (let at = 0; at < line.length; ) {
    const end = line[at] === '"' ? endOfText(line, at) : endOfSign(line, at)
    const token = line.slice(at, end)
    const isKey = isKeyToken(token) && /^\s*:/.test(line.slice(end, end + 8))
    yield [token.length, isKey || /^[\s{}[\]:,]/.test(token)]
    at = end
  }
}

/** A key that is no plain name may be a value that went astray. */
function isKeyToken(token: string): boolean {
  return token.startsWith('"') && isPlainName(token.slice(1, -1))
}

/** Where a text ends, which may be as long as a document: an expression would remember each of its escapes. */
function endOfText(line: string, from: number): number {
  for (let at = from + 1; at < line.length; at++) {
    if (line[at] === '\\') at++
    else if (line[at] === '"') return at + 1
  }
  return line.length
}

function endOfSign(line: string, from: number): number {
  jsonSign.lastIndex = from
  jsonSign.test(line)
  return jsonSign.lastIndex
}

const xmlToken =
  /<\/?[A-Za-z][\w:-]{0,63}(?=[\s/>]|$)|\s[A-Za-z][\w:-]{0,63}=(?=["'])|"[^"]*"?|'[^']*'?|\/?>|\s+|[^\s<>"'/]+|[</]/g

/** The name of an element or attribute is plain, with a prefix or without; what is no name is what it is. */
function isNamed(token: string): boolean {
  const name = /[\w:-]+/.exec(token)?.[0]
  return name === undefined || name.split(':').every(isPlainName)
}

/** Names of elements and attributes are shown where they stand in a tag that this line opens. */
function* xml(line: string): Generator<Token> {
  let inTag = false
  for (const { 0: token } of line.matchAll(xmlToken)) {
    if (/^<\/?[A-Za-z]/.test(token)) inTag = true
    const shown = inTag ? /^[<>/\s]/.test(token) && isNamed(token) : /^\s+$/.test(token)
    yield [token.length, shown]
    if (token.endsWith('>')) inTag = false
  }
}
