import type { cliEntries } from '../catalogue-cli.ts'
import type { Explanations } from './explanation.ts'

/** What the command line has to say. The examples are calls. */
export const cliExplanations: Explanations<keyof typeof cliEntries> = {
  'CLI-001': {
    reason: 'A call that is not understood is refused whole: half of what was asked for could be the wrong half.',
    bad: 'kritinfo convert record.json --too eps',
    good: 'kritinfo convert record.json --to eps',
  },
  'CLI-002': {
    reason: 'A check of no files that ends well would look like a check that passed.',
    bad: 'kritinfo validate "recrods/*.json"',
    good: 'kritinfo validate "records/*.json"',
  },
  'CLI-003': {
    reason: 'What cannot be read was not checked and not converted.',
    bad: 'kritinfo validate no-such-file.json',
    good: 'kritinfo validate record.json',
  },
  'CLI-004': {
    reason:
      'The time stands in the document as it was given, so it has to be one that FHIR accepts: with seconds and zone.',
    bad: 'kritinfo convert record.json --to eps --now 2026-01-31',
    good: 'kritinfo convert record.json --to eps --now 2026-01-31T12:00:00Z',
  },
  'CLI-005': {
    reason: 'An input that is overwritten is lost, and with it what the output could be compared with.',
    bad: 'kritinfo convert record.json --to ki -o record.json',
    good: 'kritinfo convert record.json --to ki -o record.ki.json',
  },
  'CLI-006': {
    reason:
      'An output is there whole or not at all; if it cannot be written, what stood there before still stands there.',
    bad: 'kritinfo convert record.json --to ki -o /no/such/folder/record.ki.json',
    good: 'kritinfo convert record.json --to ki -o record.ki.json',
  },
  'CLI-007': {
    reason: 'Without a table the option would have no effect, and whoever gave it would believe that it had.',
    bad: 'kritinfo convert record.json --to eps --mappings empty-folder',
    good: 'kritinfo convert record.json --to eps --mappings my-tables',
  },
  'CLI-008': {
    reason:
      'Test data and reports of bugs must not hold real people. Norwegian synthetic identity numbers are marked in the month, so that they can be told from real ones.',
    bad: 'kritinfo convert real-patient.json --to eps --require-synthetic',
    good: 'kritinfo convert synthetic-patient.json --to eps --require-synthetic',
  },
  'CLI-009': {
    reason: 'A loss that could flip a meaning and does not come back is more than a remark: scripts shall stop at it.',
    bad: 'kritinfo convert record.json --to eps --carry none',
    good: 'kritinfo convert record.json --to eps',
  },
  'CLI-010': {
    reason:
      'A short name stands for a set of profiles, and of it the one for the resource type of the document. Where there is none, or several, the document was not held against what was asked for.',
    bad: 'kritinfo validate appointment.json --profile eps',
    good: 'kritinfo validate summary.json --profile eps',
  },
  'CLI-011': {
    reason:
      'A baseline lists what is known already. If a file is taken for one by mistake, everything or nothing would count as known.',
    bad: 'kritinfo validate records --baseline record.json',
    good: 'kritinfo validate records -f json -o known.json; kritinfo validate records --baseline known.json',
  },
  'CLI-012': {
    reason:
      'A receiver refuses an invalid document, or worse, reads it otherwise than it was meant. Most often the input says something that the form asked for does not allow; the errors above name the places in the output.',
    bad: 'kritinfo convert record-without-a-required-part.json --to eps',
    good: 'kritinfo convert record.json --to eps',
  },
  'CLI-013': {
    reason:
      'What can be unpacked up to the damage is worked on, and the rest is lost to this run: it has to be packed again from its source. A file that was cut off while it was copied is the usual cause.',
    bad: 'head -c 100000 records.ndjson.gz > cut.ndjson.gz; kritinfo convert cut.ndjson.gz --to eps',
    good: 'kritinfo convert records.ndjson.gz --to eps -o summaries.ndjson',
  },
  'CLI-014': {
    reason:
      'A run that is continued has to give what one without interruption had given. With other inputs, options, tables or another version of the program the two halves would not belong together.',
    bad: '(interrupted) kritinfo convert all.ndjson --to eps -o out.ndjson; kritinfo convert all.ndjson --to eps --carry none -o out.ndjson --resume',
    good: '(interrupted) kritinfo convert all.ndjson --to eps -o out.ndjson; kritinfo convert all.ndjson --to eps -o out.ndjson --resume',
  },
  'CLI-015': {
    reason: 'Two runs that write to one file would each spoil what the other wrote.',
    bad: 'kritinfo convert all.ndjson --to eps -o out.ndjson & kritinfo convert all.ndjson --to eps -o out.ndjson',
    good: 'kritinfo convert all.ndjson --to eps -o out.ndjson',
  },
  'CLI-016': {
    reason:
      'The run before ended as it should, or was interrupted before anything worth keeping was written. --resume may stand in every call: it continues what can be continued.',
    bad: 'kritinfo convert all.ndjson --to eps -o out.ndjson --resume',
    good: '(interrupted) kritinfo convert all.ndjson --to eps -o out.ndjson; kritinfo convert all.ndjson --to eps -o out.ndjson --resume',
  },
  'CLI-017': {
    reason: 'What was written before the interruption is kept, and the run goes on with the document after it.',
    bad: '(nothing is wrong)',
    good: '(interrupted) kritinfo convert all.ndjson --to eps -o out.ndjson; kritinfo convert all.ndjson --to eps -o out.ndjson --resume',
  },
  'CLI-018': {
    reason:
      'What was done so far lies beside the output under a name that begins with a dot, with a journal that says how far it reaches. Nothing has the name of the output before it is complete.',
    bad: '(Ctrl-C) kritinfo convert all.ndjson --to eps -o out.ndjson',
    good: 'kritinfo convert all.ndjson --to eps -o out.ndjson --resume',
  },
  'CLI-019': {
    reason:
      'Results that do not fit on a disk are cut short wherever it happens to be full. A file named with -o gets its name when it is complete, so a half one is never taken for a whole one.',
    bad: '(the disk is full) kritinfo convert all.ndjson --to eps > out.ndjson',
    good: 'kritinfo convert all.ndjson --to eps -o out.ndjson',
  },
  'CLI-020': {
    reason:
      'A run gives its file its name only if the file is what this run wrote. Runs that are fed by pipes keep no journal that would hold others off.',
    bad: 'kritinfo convert - --format ndjson --to eps -o out.ndjson < a.ndjson & kritinfo convert - --format ndjson --to eps -o out.ndjson < b.ndjson',
    good: 'kritinfo convert a.ndjson b.ndjson --to eps -o out.ndjson',
  },
  'CLI-021': {
    reason:
      'The journal of an interrupted run lies beside its output, for a folder beside that folder. Where nothing can be written there, outputs are written all the same.',
    bad: 'kritinfo convert all.ndjson --to eps -o /out/',
    good: 'kritinfo convert all.ndjson --to eps -o /out/eps/',
  },
  'CLI-022': {
    reason:
      'Each worker has memory of its own, and a document takes many times its size while it is converted. Batches are written in order, so that what came before is kept.',
    bad: 'NODE_OPTIONS=--max-old-space-size=150 kritinfo convert large.ndjson --to eps --jobs 4 -o out.ndjson',
    good: 'NODE_OPTIONS=--max-old-space-size=4000 kritinfo convert large.ndjson --to eps --jobs 2 -o out.ndjson',
  },
  'CLI-030': {
    reason:
      'What a baseline lists is let through. Once it is corrected, its line in the baseline would let the same mistake through a second time. Documents that were not checked in this call are not counted, unless they are gone.',
    bad: 'kritinfo validate records --baseline known.json',
    good: 'kritinfo validate records -f json -o known.json; kritinfo validate records --baseline known.json',
  },
  'CLI-070': {
    reason:
      'Something happened that the program did not foresee. Nothing was written; the name of the error helps to find it.',
    bad: '(there is no input that should lead to this)',
    good: '(a report of the defect, with an invented document that leads to it)',
  },
}
