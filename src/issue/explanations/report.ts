import type { reportEntries } from '../catalogue-report.ts'
import type { Explanations } from './explanation.ts'

/** What `kritinfo report` has to say. The examples are calls and lines of reports. */
export const reportExplanations: Explanations<keyof typeof reportEntries> = {
  'RPT-001': {
    reason: 'Numbers taken from another file would say something about nothing.',
    bad: 'kritinfo report summary record.json',
    good: 'kritinfo convert records --to eps -o out --report report.ndjson ; kritinfo report summary report.ndjson',
  },
  'RPT-002': {
    reason: 'Totals without the documents of a damaged line would look whole and be too small.',
    bad: '{"input":"a.ndjson:1","from":"kj","to":"eps"',
    good: '{"input":"a.ndjson:1","from":"kj","to":"eps","dialect":"nhn-2025","leaves":{"total":1,"claimed":1,"ledger":0},"ledger":[],"issues":[],"written":true}',
  },
  'RPT-003': {
    reason: 'A line is held in memory, so it has a bound: what fills the memory ends in a dead process.',
    bad: '[a file of hundreds of megabytes without a line feed]',
    good: '[a report with a line for each document]',
  },
  'RPT-004': {
    reason:
      'All that is asked for must be true of a document. That there is none is an answer, and not the same as nothing asked.',
    bad: '(kritinfo report filter run.ndjson --grade L --grade X --not-written, of a run in which all was written)',
    good: '(kritinfo report filter run.ndjson --grade X)',
  },
}
