import type { JSX } from 'preact'
import { renderToString } from 'preact-render-to-string'

/** Where a line begins, so that two pages can be compared line by line. In what is drawn, the sign stands for a tag alone. */
const lines = /<(?=(?:details|h2|li|section|tr)[ >])/g

/**
 * What components draw, as text that is HTML and well-formed XML alike: characters that XML has not
 * (https://www.w3.org/TR/xml/#charsets) are shown as replaced, and the end of a CDATA section is written so that it ends none
 * (https://www.w3.org/TR/xml/#syntax). XML knows no attribute without a value: none that is drawn may be `true` or an empty text.
 */
export function markup(drawn: JSX.Element): string {
  return renderToString(drawn)
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll(']]>', ']]&gt;')
    .replace(lines, '\n<')
}
