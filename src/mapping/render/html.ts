import { escapeHtml as escaped, htmlHead } from '../../document/html.ts'
import { anchorOf, type Cell, type Piece, type Section } from './section.ts'
import { isWebAddress } from './web-address.ts'

const style = `
:root{color-scheme:light dark}
body{font:15px/1.45 system-ui,sans-serif;margin:1.5rem auto;max-width:110rem;padding:0 1rem}
nav ul{columns:18rem;padding-left:1.2rem}
section{margin-top:2rem}
table{border-collapse:collapse;width:100%}
th,td{border:1px solid #8886;padding:.25rem .45rem;text-align:left;vertical-align:top}
th{background:#8882;position:sticky;top:0}
td div+div{margin-top:.2rem}
code{font-family:ui-monospace,monospace;font-size:.9em;overflow-wrap:anywhere}
tr:target,section:target>h2,section:target>h3{outline:3px solid #c80}
@media print{
nav{display:none}
body{font-size:8pt;margin:0;max-width:none}
th{position:static}
tr{break-inside:avoid}
a{color:inherit;text-decoration:none}
}
`

/**
 * One page that needs nothing else: no script, no font, no picture. Each line has a name to link to, and it prints. It is
 * well-formed XML besides.
 */
export function htmlOf(title: string, about: readonly string[], sections: readonly Section[]): string {
  const contents = sections
    .filter(({ level }) => level === 2)
    .map(({ anchor, title: name }) => `<li><a href="#${anchor}">${escaped(name)}</a></li>`)
  return `${htmlHead(title, style)}${about.map((one) => `<p>${escaped(one)}</p>\n`).join('')}<nav aria-label="Tables"><ul>
${contents.join('\n')}
</ul></nav>
<main>
${sections.map(sectionOf).join('')}</main>
</body>
</html>
`
}

function sectionOf({ anchor, title, level, about, columns, lines }: Section): string {
  const heading = `<h${level}>${escaped(title)}</h${level}>\n`
  const sentences = about.map((one) => `<p>${escaped(one)}</p>\n`).join('')
  const header = columns.map((one) => `<th scope="col">${escaped(one)}</th>`).join('')
  const rows = lines.map((line) => `<tr id="${line.anchor}">${line.cells.map(cellOf).join('')}</tr>\n`).join('')
  return `<section id="${anchor}">\n${heading}${sentences}<table>\n<thead><tr>${header}</tr></thead>\n<tbody>\n${rows}</tbody>\n</table>\n</section>\n`
}

function cellOf(cell: Cell): string {
  const pieces = cell.map(pieceOf)
  return `<td>${pieces.length < 2 ? pieces.join('') : pieces.map((one) => `<div>${one}</div>`).join('')}</td>`
}

function pieceOf({ text, as }: Piece): string {
  if (as === 'anchor') return `<a href="#${anchorOf(text)}">${escaped(text)}</a>`
  if (as === 'link' && isWebAddress(text)) return `<a href="${escaped(text)}" rel="noreferrer">source</a>`
  return as === 'code' ? `<code>${escaped(text)}</code>` : escaped(text)
}
