import type { dialectEntries } from '../catalogue-dialect.ts'
import type { Explanations } from './explanation.ts'

/** What is said of dialects. */
export const dialectExplanations: Explanations<keyof typeof dialectEntries> = {
  'DIA-001': {
    reason:
      'Norwegian systems write the same facts under other addresses and in other elements. Which way was recognised decides how they are read, so it is said.',
    bad: '(a record that names the profile no-basis-AllergyIntolerance, sent to somebody who reads plain R4)',
    good: 'kritinfo convert record.json --to r4',
  },
  'DIA-002': {
    reason: 'A dialect is a way of writing one form. To write another form in it would make a document of neither.',
    bad: 'kritinfo convert ki.json --to r4 --dialect sfm',
    good: 'kritinfo convert ki.json --to kj --dialect sfm',
  },
  'DIA-003': {
    reason:
      'SFM exports a drug reaction with its history. What held once, or was taken back, must not come out as what holds now.',
    bad: '(a Legemiddelreaksjon whose HeadOfHistory is false, read as an active one)',
    good: '(the Legemiddelreaksjon of the same GruppeId whose HeadOfHistory is true)',
  },
  'DIA-004': {
    reason: 'An export without the person it is about could be read into the record of another.',
    bad: '(a searchset of two records without a Patient, converted with --to kj --dialect sfm-xml)',
    good: '(a collection with the Patient and both records)',
  },
  'DIA-005': {
    reason: 'What cannot be written is not left out unsaid: then nothing is written at all.',
    bad: '(a text with a control character, which XML cannot hold)',
    good: '(the same text without it)',
  },
  'DIA-006': {
    reason:
      'One namespace has two kinds of documents: one for each patient, and one for users, institutions and templates, which holds no critical information.',
    bad: '<ExportImport xmlns="http://www.kith.no/xmlstds/eresept/forskrivningsmodul/export/2019-11-13"/>',
    good: '<PasientExport xmlns="http://www.kith.no/xmlstds/eresept/forskrivningsmodul/export/2019-11-13">…</PasientExport>',
  },
  'DIA-007': {
    reason:
      'A dialect is a way in which Norwegian systems write kj or r4. A ki document and a European Patient Summary are written in one way only.',
    bad: 'kritinfo convert kj.json --to eps --dialect sfm',
    good: 'kritinfo convert kj.json --to eps',
  },
}
