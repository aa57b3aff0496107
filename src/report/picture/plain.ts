/**
 * What a terminal may take for an order, or what may put text where it does not stand: control characters (C0, C1, with the escape that
 * begins a sequence), characters of format such as bidirectional overrides (https://www.unicode.org/reports/tr9/), line and paragraph
 * separators, and halves of characters. Joiners belong to the spelling of some languages.
 */
const unsafe = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/** Text of a document for a terminal, in one line: white space is one space, and every unsafe character is `\uFFFD`. */
export function plainText(text: string): string {
  return text
    .replace(/[\t\n\v\f\r ]+/g, ' ')
    .replace(unsafe, '\ufffd')
    .trim()
}

/** The same for a text that may have lines of its own. */
export function plainLines(text: string): string[] {
  return text
    .split(/\r\n|\n|\r/)
    .map(plainText)
    .filter((line) => line !== '')
}

/** Plain data whose every text is drawn as it would be in a terminal, so that none moves what stands beside it; lines are kept. */
export function plainData<T>(data: T): T {
  if (typeof data === 'string') return plainLines(data).join('\n') as T
  if (Array.isArray(data)) return data.map(plainData) as T
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, plainData(value)])) as T
}

/** JSON whose text is safe for a terminal too: what is unsafe stands escaped, and means the same. */
export function plainJson(data: unknown): string {
  const text = JSON.stringify(data, null, 2)
  return text.replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (found) =>
    [...Array(found.length).keys()].map((at) => `\\u${found.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  )
}
