import type { documentEntries } from '../catalogue-document.ts'
import type { Explanations } from './explanation.ts'

type Code = Extract<keyof typeof documentEntries, `DOC-00${number}` | 'DOC-060'>

/** What can be wrong with a text before its syntax matters. Where an example cannot be printed, words in brackets stand. */
export const textExplanations: Omit<Explanations<Code>, 'DOC-001' | 'DOC-009'> = {
  'DOC-002': {
    reason:
      'An empty file is what an interrupted download or a full disk leaves. To read it as "nothing is known about this patient" would be wrong.',
    bad: '(a file of no bytes, or of white space)',
    good: '{ "resourceType": "Patient" }',
  },
  'DOC-003': {
    reason:
      'Control characters at the start of a file mean that it is no text: most often it is compressed, an image or a document of an office program.',
    bad: '(record.json.gz)',
    good: '(record.json, unpacked with gunzip)',
  },
  'DOC-004': {
    reason:
      'FHIR has one encoding, so that no receiver has to guess. Editors on Windows sometimes save "Unicode" as UTF-16.',
    bad: '(a file that begins with the bytes FF FE)',
    good: '(the same file saved as UTF-8)',
  },
  'DOC-005': {
    reason:
      'One byte that is not UTF-8 means that letters were lost or that the file has another encoding: Latin-1 writes ø as the one byte F8. To guess would change names.',
    bad: '(Bjørn with ø as the byte F8)',
    good: '(Bjørn with ø as the bytes C3 B8)',
  },
  'DOC-006': {
    reason:
      'The mark says nothing about UTF-8, and JSON forbids to send it; many parsers stop at it. It was skipped here.',
    bad: '\ufeff{ "resourceType": "Patient" }',
    good: '{ "resourceType": "Patient" }',
  },
  'DOC-007': {
    reason:
      'A bound on the size keeps one input from filling the memory of the machine. Documents about one patient are far below it.',
    bad: '(one JSON document of two gigabytes)',
    good: '(NDJSON with one document a line)',
  },
  'DOC-008': {
    reason:
      'The first sign decides which syntax a document has. Text before it is often a log line, a page of a login or a stray word.',
    bad: 'Result: { "resourceType": "Patient" }',
    good: '{ "resourceType": "Patient" }',
  },
  'DOC-060': {
    reason:
      'Places are written so that each names exactly one element and can be read back: with dots, and an index for each member of a list.',
    bad: 'Bundle.entry[3',
    good: 'Bundle.entry[3].resource',
  },
}
