import { ExpressionError } from './syntax.ts'

export interface Token {
  readonly kind:
    | 'name'
    | 'delimited'
    | 'string'
    | 'number'
    | 'date'
    | 'dateTime'
    | 'time'
    | 'variable'
    | 'symbol'
    | 'end'
  /** Without quotes and escapes. */
  readonly text: string
  readonly offset: number
}

/** Longer than any expression in use by far; a bound for what a loaded package may ask of us. */
const longest = 20_000

const spaces = /(?:[ \t\r\n\u00a0]+|\/\/[^\r\n]*|\/\*[\s\S]*?\*\/)+/y
const date = String.raw`\d{4}(?:-\d{2}(?:-\d{2})?)?`
const clock = String.raw`\d{2}(?::\d{2}(?::\d{2}(?:\.\d+)?)?)?`

/** In order: what begins alike stands longest first (https://hl7.org/fhirpath/N1/grammar.html). */
const forms: readonly (readonly [kind: Token['kind'], pattern: RegExp])[] = [
  ['dateTime', new RegExp(String.raw`@(${date}T(?:${clock}(?:Z|[+-]\d{2}:\d{2})?)?)`, 'y')],
  ['date', new RegExp(`@(${date})`, 'y')],
  ['time', new RegExp(`@T(${clock})`, 'y')],
  ['number', /(\d+(?:\.\d+)?)/y],
  ['name', /([A-Za-z_][A-Za-z0-9_]*|\$(?:this|index|total)\b)/y],
  ['delimited', /`((?:[^`\\]|\\.)*)`/y],
  ['string', /'((?:[^'\\]|\\.)*)'/sy],
  ['variable', /%([A-Za-z_][A-Za-z0-9_-]*|`(?:[^`\\]|\\.)*`|'(?:[^'\\]|\\.)*')/y],
  ['symbol', /(<=|>=|!=|!~|[.,()[\]{}+\-*/&|<>=~])/y],
]

/** The words and marks of an expression, with an `end` behind them. Throws `ExpressionError`. */
export function tokensOf(text: string): Token[] {
  if (text.length > longest) throw new ExpressionError(`more than ${longest} characters`, longest)
  const tokens: Token[] = []
  let offset = skip(text, 0)
  while (offset < text.length) {
    const { token, end } = tokenAt(text, offset)
    tokens.push(token)
    offset = skip(text, end)
  }
  tokens.push({ kind: 'end', text: '', offset })
  return tokens
}

function skip(text: string, offset: number): number {
  spaces.lastIndex = offset
  return spaces.test(text) ? spaces.lastIndex : offset
}

function tokenAt(text: string, offset: number): { token: Token; end: number } {
  for (const [kind, pattern] of forms) {
    pattern.lastIndex = offset
    const found = pattern.exec(text)?.[1]
    if (found !== undefined) {
      return { token: { kind, text: plain(kind, found, offset), offset }, end: pattern.lastIndex }
    }
  }
  throw new ExpressionError('no word, literal or operator', offset)
}

function plain(kind: Token['kind'], found: string, offset: number): string {
  if (kind === 'string' || kind === 'delimited') return unescapeText(found, offset)
  return kind === 'variable' && /^[`']/.test(found) ? unescapeText(found.slice(1, -1), offset) : found
}

const escapes: Readonly<Record<string, string>> = { r: '\r', n: '\n', t: '\t', f: '\f' }

/** https://hl7.org/fhirpath/N1/#string: an escape that is not in the list is an error. */
function unescapeText(text: string, offset: number): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g, (_, code: string | undefined, mark: string) => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16))
    const plain = escapes[mark] ?? ('`\'"/\\'.includes(mark) ? mark : undefined)
    if (plain === undefined) throw new ExpressionError('an unknown escape in a string', offset)
    return plain
  })
}
