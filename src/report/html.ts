import { catalogue } from '../issue/catalogue.ts'
import { describe, type Issue } from '../issue/issue.ts'
import { version } from '../version.ts'
import type { Checked, Report } from './checked.ts'
import { type CodeCount, Tally } from './tally.ts'
import { openCount, severityCounts, totalOf } from './words.ts'

/**
 * One page that needs nothing else: no script, no font, no picture, no network. The totals are known last and shown
 * first (`order`). It is well-formed XML besides.
 */
export function htmlReport(): Report {
  const tally = new Tally()
  return {
    head,
    item(checked) {
      tally.add(checked)
      return documentOf(checked)
    },
    tail: () => `${totals(tally)}</main>\n</body>\n</html>\n`,
  }
}

const style = `
:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem}
main{display:flex;flex-direction:column}
.totals{order:-1}
table{border-collapse:collapse;width:100%}
th,td{border-bottom:1px solid #8884;padding:.3rem .6rem;text-align:left;vertical-align:top}
code{font-family:ui-monospace,monospace;font-size:.9em;overflow-wrap:anywhere}
summary{cursor:pointer;font-weight:600;padding:.4rem 0}
.error{color:#b3261e}.warning{color:#8a5a00}.information{color:#00639b}
@media (prefers-color-scheme:dark){.error{color:#ffb4ab}.warning{color:#f5bd6f}.information{color:#9ccaff}}
`

const head = `<!DOCTYPE html>
<html lang="en" xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>kritinfo validate</title>
<style>${style}</style>
</head>
<body>
<h1>kritinfo validate</h1>
<p>kritinfo ${version}</p>
<main>
`

function documentOf(checked: Checked): string {
  const { input, readable, issues, notChecked, known } = checked
  const numbers = { error: 0, warning: 0, information: 0 }
  for (const { severity } of issues) numbers[severity]++
  const verdict = readable ? `${severityCounts(numbers)}; ${openCount(notChecked.length)}` : 'could not be read'
  const baseline = known === 0 ? '' : `; ${known} left out by the baseline`
  const rows = [...issues.map((one) => rowOf(one, one.severity)), ...notChecked.map((one) => rowOf(one, 'not checked'))]
  const body = rows.length === 0 ? '<p>Nothing found, nothing left unchecked.</p>' : table(rows)
  const open = numbers.error > 0 ? ' open="open"' : ''
  return `<details${open}><summary>${escaped(input)}: ${verdict}${baseline}</summary>\n${body}</details>\n`
}

function table(rows: readonly string[]): string {
  const columns = ['Place', 'Severity', 'Code', 'What is wrong and what to do', 'Path']
  const header = columns.map((one) => `<th scope="col">${one}</th>`).join('')
  return `<table>\n<thead><tr>${header}</tr></thead>\n<tbody>\n${rows.join('')}</tbody>\n</table>\n`
}

function rowOf(found: Issue, word: string): string {
  const { line, column, severity, path, profile } = found
  const place = line === undefined ? '' : `${line}:${column ?? 1}`
  const kind = word === 'not checked' ? word : `<span class="${severity}">${word}</span>`
  const asked = profile === undefined ? '' : `<br/><small>${escaped(profile)}</small>`
  const cells = [place, kind, codeOf(found), escaped(describe(found)) + asked, `<code>${escaped(path)}</code>`]
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>\n`
}

function codeOf({ code }: Pick<Issue, 'code'>): string {
  const { cite } = catalogue[code]
  return cite === undefined ? `<code>${code}</code>` : `<a href="${escaped(cite)}"><code>${code}</code></a>`
}

function totals(tally: Tally): string {
  const rows = [
    ...tally.found.map((one) => countRow(one, one.severity)),
    ...tally.open.map((one) => countRow(one, 'not checked')),
  ]
  const header = ['Code', 'Severity', 'Count', 'Documents'].map((one) => `<th scope="col">${one}</th>`).join('')
  const codes =
    rows.length === 0 ? '' : `<table>\n<thead><tr>${header}</tr></thead>\n<tbody>\n${rows.join('')}</tbody>\n</table>\n`
  return `<section class="totals">\n<p>${escaped(totalOf(tally))}</p>\n${codes}<h2>Documents</h2>\n</section>\n`
}

function countRow(one: CodeCount, word: string): string {
  const cells = [codeOf(one), word, one.count, one.inputs]
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>\n`
}

/** Control characters have no place in XML, and quotes end attributes. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
