import { escapeHtml } from '../../document/html.ts'
import { type PageCell, pageCode, pageEnd, pageHead, pageLeft, pageTable } from '../page.ts'
import { counted, severityMark } from '../words.ts'
import type { Count } from './counts.ts'
import { meaningOf, meanings } from './meanings.ts'
import { isLost, type LedgerSummary, summaryOf } from './summary.ts'
import type { CodeKey, LedgerTally, RowKey } from './tally.ts'

/** Documents that a row or code leads to; more would help nobody who reads them, and the page stays small. */
export const pageExamples = 100

/** The numbers of reports as one page, with the first documents of each row and code to be opened. No values. */
export function ledgerPage(tally: LedgerTally, top: number): string {
  const summary = summaryOf(tally, top)
  const rows = tally.rows.sorted()
  const parts = [
    pageHead('kritinfo report'),
    totals(summary),
    section('Why no output was written', codeTable(tally.refusals.sorted(), top)),
    section('Lost, by row', rowTable(rows.filter(isLost), top)),
    section(
      'What else the ledger says, by row',
      rowTable(
        rows.filter((one) => !isLost(one)),
        top,
      ),
    ),
    section('Told, by code', codeTable(tally.codes.sorted(), top)),
    pageLeft(
      summary.beyond === 0
        ? ''
        : `${counted(summary.beyond, 'entry or issue', 'entries and issues')} of further kinds are in the totals alone.`,
    ),
    pageEnd,
  ]
  return parts.join('')
}

function totals({ tools, documents, trips, leaves, entries }: LedgerSummary): string {
  const { total, written, notWritten, thereAndBack, notTold } = documents
  const made = tools.map((one) => [escapeHtml(`kritinfo ${one.version}, mappings ${one.mappings}`), one.reports])
  const ways = trips.lines.map((one) => [
    escapeHtml(`${one.from}${one.dialect === null || one.dialect === one.from ? '' : ` (${one.dialect})`} → ${one.to}`),
    one.documents,
  ])
  const grave = `${entries.lost} of them lost, and ${entries.grave} of these could flip a meaning; ${entries.byOutcome.withheld ?? 0} were withheld by rule.`
  return [
    pageTable(['Made by', 'Reports'], made),
    pageTable(
      ['Documents', 'Written', 'Not written', 'There and back', 'Not told'],
      [[total, written, notWritten, thereAndBack, notTold]],
    ),
    pageTable(['From and to', 'Documents'], ways),
    pageLeft(trips.left === 0 ? '' : `${trips.left} more ways are not listed.`),
    pageTable(['Leaves', 'Claimed', 'In the ledger'], [[leaves.total, leaves.claimed, leaves.ledger]]),
    `<p>The ledgers have ${counted(entries.total, 'entry', 'entries')}, of which ${entries.inOutput} about outputs; ${grave}</p>\n`,
    ...[entries.byOutcome, entries.byGrade, entries.bySafety].map((numbers, index) =>
      pageTable([['Outcome', 'Grade', 'Safety class'][index] as string, 'Entries', 'Meaning'], meant(numbers)),
    ),
  ].join('')
}

function meant(numbers: Readonly<Record<string, number>>): PageCell[][] {
  return Object.entries(numbers).map(([word, number]) => [word, number, escapeHtml(meanings[word] ?? '')])
}

function section(title: string, body: string): string {
  return body === '' ? '' : `<section>\n<h2>${title}</h2>\n${body}</section>\n`
}

function rowTable(all: readonly Count<RowKey>[], top: number): string {
  const rows = all.slice(0, top).map((one): PageCell[] => {
    const { row, outcome, grade, safety } = one.key
    return [`<code>${escapeHtml(row)}</code>${examples(one)}`, outcome, grade, safety, one.times, one.documents]
  })
  return pageTable(['Row', 'Outcome', 'Grade', 'Safety class', 'Entries', 'Documents'], rows) + left(all, top)
}

function codeTable(all: readonly Count<CodeKey>[], top: number): string {
  const rows = all
    .slice(0, top)
    .map((one): PageCell[] => [
      pageCode(one.key.code) + examples(one),
      severityMark(one.key.severity),
      escapeHtml(meaningOf(one.key.code)),
      one.times,
      one.documents,
    ])
  return pageTable(['Code', 'Severity', 'What it says', 'Times', 'Documents'], rows) + left(all, top)
}

function left(all: readonly unknown[], top: number): string {
  return pageLeft(all.length > top ? `${all.length - top} more are not listed; --top <n> lists them.` : '')
}

/** Where to look: the documents by name, with how often it came there. */
function examples({ first, documents }: Count<unknown>): string {
  const names = first.map(({ input, times }) => `<li>${escapeHtml(input)}${times > 1 ? ` (${times})` : ''}</li>\n`)
  const rest =
    documents > first.length ? pageLeft(`${documents - first.length} more; kritinfo report filter names them all.`) : ''
  const title = documents > first.length ? `the first ${first.length} documents` : counted(documents, 'document')
  return `\n<details><summary>${title}</summary>\n<ul>\n${names.join('')}</ul>\n${rest}</details>\n`
}
