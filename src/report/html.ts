import { escapeHtml } from '../document/html.ts'
import type { Severity } from '../issue/catalogue.ts'
import { describe, type Issue } from '../issue/issue.ts'
import type { Checked, Report } from './checked.ts'
import { type PageCell, pageCode, pageEnd, pageHead, pageLeft, pageTable } from './page.ts'
import { Shortlist } from './shortlist.ts'
import { type CodeCount, Tally } from './tally.ts'
import { counted, openCount, severityCounts, severityMark, totalOf } from './words.ts'

/** Lines of tables of a page, a document's name counted as one: some megabytes, which a browser opens at once. */
const mostLines = 10_000
/** Lines of one document, so that one bad document leaves room for others. */
const mostOfDocument = 200

/**
 * One page that needs nothing else. The totals tell of all documents; of these, as many are listed as a browser opens
 * well, those with errors before the others, in the order in which they came.
 */
export function htmlReport(): Report {
  const tally = new Tally()
  const listed = new Shortlist<string>(mostLines)
  return {
    head: pageHead('kritinfo validate'),
    item(checked) {
      tally.add(checked)
      const lines = linesOf(checked)
      listed.add(gravestOf(checked), documentOf(checked, lines), 1 + Math.min(lines.length, mostOfDocument))
      return ''
    },
    tail: () => [totals(tally), ...documents(listed.values, tally.inputs), pageEnd],
  }
}

function documents(texts: readonly string[], all: number): string[] {
  const left = all - texts.length
  const those = `${counted(left, 'document')} of ${all} ${left === 1 ? 'is' : 'are'} not listed on this page, but counted above.`
  const about = `${those} Those with errors came first; -f json lists all.`
  return ['<h2>Documents</h2>\n', pageLeft(left === 0 ? '' : about), ...texts]
}

function gravestOf({ readable, issues }: Checked): Severity {
  if (!readable) return 'error'
  const has = (severity: Severity) => issues.some((one) => one.severity === severity)
  return has('error') ? 'error' : has('warning') ? 'warning' : 'information'
}

type Line = readonly [found: Issue, word: Severity | 'not checked']

/** The gravest first if not all can be shown. */
function linesOf({ issues, notChecked }: Checked): readonly Line[] {
  const lines: Line[] = [
    ...issues.map((one): Line => [one, one.severity]),
    ...notChecked.map((one): Line => [one, 'not checked']),
  ]
  if (lines.length <= mostOfDocument) return lines
  const order = ['error', 'warning', 'information', 'not checked']
  return lines.sort(([, one], [, other]) => order.indexOf(one) - order.indexOf(other))
}

function documentOf(checked: Checked, lines: readonly Line[]): string {
  const { input, readable, issues, notChecked, known } = checked
  const numbers = { error: 0, warning: 0, information: 0 }
  for (const { severity } of issues) numbers[severity]++
  const verdict = readable ? `${severityCounts(numbers)}; ${openCount(notChecked.length)}` : 'could not be read'
  const baseline = known === 0 ? '' : `; ${known} left out by the baseline`
  const columns = ['Place', 'Severity', 'Code', 'What is wrong and what to do', 'Path']
  const table = pageTable(columns, lines.slice(0, mostOfDocument).map(cellsOf))
  const left = lines.length - mostOfDocument
  const more = pageLeft(left > 0 ? `${left} more of this document are not listed on this page; -f json lists all.` : '')
  const body = lines.length === 0 ? '<p>Nothing found, nothing left unchecked.</p>\n' : table + more
  const open = numbers.error > 0 ? ' open="open"' : ''
  return `<details class="document"${open}><summary>${escapeHtml(input)}: ${verdict}${baseline}</summary>\n${body}</details>\n`
}

function cellsOf([found, word]: Line): readonly PageCell[] {
  const { code, line, column, path, profile } = found
  const place = line === undefined ? '' : `${line}:${column ?? 1}`
  const asked = profile === undefined ? '' : `<br/><small>${escapeHtml(profile)}</small>`
  const text = escapeHtml(describe(found)) + asked
  return [place, markOf(word), pageCode(code), text, `<code>${escapeHtml(path)}</code>`]
}

function markOf(word: Line[1]): string {
  return word === 'not checked' ? word : severityMark(word)
}

function totals(tally: Tally): string {
  const rows = [
    ...tally.found.map((one) => countCells(one, one.severity)),
    ...tally.open.map((one) => countCells(one, 'not checked')),
  ]
  return `<p>${escapeHtml(totalOf(tally))}</p>\n${pageTable(['Code', 'Severity', 'Count', 'Documents'], rows)}`
}

function countCells({ code, count, inputs }: CodeCount, word: Line[1]): readonly PageCell[] {
  return [pageCode(code), markOf(word), count, inputs]
}
