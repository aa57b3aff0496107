import { Lexer } from 'yaml'

/** Lists and mappings within one another on a line, and columns before one: ours have three and six. */
const deepest = { within: 100, columns: 500 }

/**
 * Where a YAML text nests deeper than any table does; undefined if it does nowhere. Readers of YAML recurse, and take
 * time that grows with the square of the depth. Taking a text apart into signs does neither.
 */
export function tooDeepIn(text: string): number | undefined {
  let [within, inLine, offset] = [0, 0, 0]
  for (const sign of new Lexer().lex(text)) {
    if (sign === '[' || sign === '{') within++
    else if (sign === ']' || sign === '}') within--
    else if (sign === '-' || sign === '?' || sign === ':') inLine++
    else if (sign.endsWith('\n')) inLine = 0
    if (within + inLine > deepest.within || isBlank(sign, deepest.columns)) return Math.min(offset, text.length)
    // Three signs of its own tell where a document, a flow that may not go on and a plain text begin.
    if (!'\u0002\u0018\u001f'.includes(sign)) offset += sign.length
  }
  return undefined
}

function isBlank(sign: string, columns: number): boolean {
  return sign.length > columns && sign.trim() === ''
}
