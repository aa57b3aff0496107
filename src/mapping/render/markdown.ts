import { anchorOf, type Cell, type MappingsPage, type Piece, type Section } from './section.ts'
import { isWebAddress } from './web-address.ts'

/** A page in GitHub's Markdown (https://github.github.com/gfm/#tables-extension-). Nothing of a table becomes markup. */
export function markdownOf({ title, about, sections }: MappingsPage): string {
  const contents = sections
    .filter(({ level }) => level === 2)
    .map(({ anchor, title: name }) => `- [${escaped(name)}](#${anchor})\n`)
  return [
    `# ${escaped(title)}\n`,
    ...about.map((one) => `\n${escaped(one)}\n`),
    '\n',
    ...contents,
    ...sections.map(sectionOf),
  ].join('')
}

function sectionOf({ anchor, title, level, about, columns, lines }: Section): string {
  const head = `\n<a id="${anchor}"></a>\n\n${'#'.repeat(level)} ${escaped(title)}\n\n`
  const sentences = about.map((one) => `${escaped(one)}\n\n`).join('')
  const rule = `|${' --- |'.repeat(columns.length)}\n`
  const rows = lines.map((line) => rowOf(line.cells.map(cellOf), line.anchor))
  return `${head}${sentences}| ${columns.map(escaped).join(' | ')} |\n${rule}${rows.join('')}`
}

function rowOf([first = '', ...rest]: readonly string[], anchor: string): string {
  return `| ${[`<a id="${anchor}"></a>${first}`, ...rest].join(' | ')} |\n`
}

function cellOf(cell: Cell): string {
  return cell.map(pieceOf).join('<br>')
}

function pieceOf({ text, as }: Piece): string {
  if (as === 'anchor') return `[${escaped(text)}](#${anchorOf(text)})`
  if (as === 'link' && isWebAddress(text)) return `[source](<${text.replace(/[<>|\\]/g, encodeURIComponent)}>)`
  return as === 'code' || as === 'element' ? `<code>${escaped(text)}</code>` : escaped(text)
}

/** Characters that Markdown or HTML in it gives a meaning are written as character references; lines become one. */
function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|!~&$]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
