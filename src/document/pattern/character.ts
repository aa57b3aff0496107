import type { CharacterTest } from './syntax.ts'

/** A test for one character of a regular expression: `a`, `\d`, `[^a-z]`, `.`; the native expression is asked once for each. */
export function characterTest(source: string, isUnicode: boolean): CharacterTest {
  const native = new RegExp(`^${source === '.' ? '[\\s\\S]' : source}$`, isUnicode ? 'u' : '')
  const known = new Int8Array(128)
  return (character) => {
    const code = character.charCodeAt(0)
    if (character.length > 1 || code >= known.length) return native.test(character)
    if (known[code] === 0) known[code] = native.test(character) ? 1 : -1
    return known[code] === 1
  }
}

/** Whether a character is one of a word, as `\w` and `\b` have it. */
export function isOfWord(character: string | undefined): boolean {
  return character !== undefined && /^\w$/.test(character)
}
