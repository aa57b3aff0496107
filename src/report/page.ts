import { escapeHtml, htmlHead } from '../document/html.ts'
import { catalogue, type IssueCode } from '../issue/catalogue.ts'
import { version } from '../version.ts'

const style = `
:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem}
table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem}
th,td{border-bottom:1px solid #8884;padding:.3rem .6rem;text-align:left;vertical-align:top}
.number{text-align:right;font-variant-numeric:tabular-nums}
code,li{font-family:ui-monospace,monospace;font-size:.9em;overflow-wrap:anywhere}
summary{cursor:pointer;padding:.2rem 0}
.document>summary{font-weight:600}
.left{border-left:.3rem solid #c80;padding-left:.6rem}
.error{color:#b3261e}.warning{color:#8a5a00}.information{color:#00639b}
@media (prefers-color-scheme:dark){.error{color:#ffb4ab}.warning{color:#f5bd6f}.information{color:#9ccaff}}
@media print{
body{font-size:9pt;margin:0;max-width:none}
tr{break-inside:avoid}
a{color:inherit;text-decoration:none}
details::details-content{content-visibility:visible;block-size:auto}
}
`

/** The beginning of a page that needs nothing else. `pageEnd` ends it. */
export function pageHead(title: string): string {
  return `${htmlHead(title, style)}<p>kritinfo ${version}</p>
<main>
`
}

export const pageEnd = '</main>\n</body>\n</html>\n'

/** A cell of a table: a number, or what is HTML already. */
export type PageCell = number | string

/** A table; of no rows, nothing. */
export function pageTable(heads: readonly string[], rows: readonly (readonly PageCell[])[]): string {
  const [first] = rows
  if (first === undefined) return ''
  const head = heads.map((one, column) => `<th scope="col"${kind(first[column])}>${escapeHtml(one)}</th>`)
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td${kind(cell)}>${cell}</td>`).join('')}</tr>\n`)
  return `<table>\n<thead><tr>${head.join('')}</tr></thead>\n<tbody>\n${body.join('')}</tbody>\n</table>\n`
}

function kind(cell: PageCell | undefined): string {
  return typeof cell === 'number' ? ' class="number"' : ''
}

/** A word on what is not on the page, so that nobody takes the rest for all; of nothing, nothing. */
export function pageLeft(text: string): string {
  return text === '' ? '' : `<p class="left">${escapeHtml(text)}</p>\n`
}

/** A code with its meaning to point at, and a link to where the rule is written. */
export function pageCode(code: string): string {
  const known = Object.hasOwn(catalogue, code) ? catalogue[code as IssueCode] : undefined
  const text = `<code${known === undefined ? '' : ` title="${escapeHtml(known.en)}"`}>${escapeHtml(code)}</code>`
  return known?.cite === undefined ? text : `<a href="${escapeHtml(known.cite)}" rel="noreferrer">${text}</a>`
}
