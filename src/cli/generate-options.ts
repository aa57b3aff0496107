import type { InferredOptionTypes, Options } from 'yargs'
import { forms } from '../form/detect.ts'

const text = { type: 'string', requiresArg: true } as const

/** Options of `kritinfo generate`. Numbers are taken as text, so that a wrong one can be told in words. */
export const generateOptions = {
  count: { ...text, demandOption: true, describe: 'How many documents, at most 100000000' },
  seed: {
    ...text,
    demandOption: true,
    describe: 'Whole number that the documents are determined by, with their number',
  },
  form: { ...text, choices: forms, demandOption: true, describe: 'Form of the documents' },
  from: { ...text, default: '0', describe: 'Number of the first document, so that a set can be made in parts' },
  kinds: { ...text, describe: 'Kinds of record to draw from, with commas between; default all eleven' },
  invalid: { ...text, default: '0', describe: 'Share of documents, from 0 to 1, that get one planted error' },
  expected: { ...text, describe: 'NDJSON file that says which documents are wrong, how, and what has to be found' },
  now: { ...text, describe: 'Instant that kj, r4 and eps say they were made; default one that never changes' },
  jobs: { ...text, default: '1', describe: 'Workers that share the work' },
  output: { ...text, alias: 'o', describe: 'File, packed if its name ends in .gz; default standard output' },
} as const satisfies Record<string, Options>

export type GenerateArguments = InferredOptionTypes<typeof generateOptions>
