import type { InferredOptionTypes, Options } from 'yargs'
import { lossPolicies } from '../convert/policy.ts'
import { forms } from '../form/detect.ts'

const text = { type: 'string', requiresArg: true } as const

/** Options of every command that converts. */
const shared = {
  from: { ...text, choices: forms, describe: 'Form of the input; found out if left out' },
  patient: { ...text, describe: 'File with demographics: a FHIR Patient or a ki document' },
  base: { ...text, describe: 'File that the input was once made from; what the trip lost is put back from it' },
  report: { ...text, describe: 'File for the ledger and the issues, as JSON; holds no values of records' },
  now: { ...text, describe: 'Instant that the output says it was made; default the clock' },
  carry: {
    ...text,
    choices: ['attachment', 'extensions', 'none'],
    describe: 'How a summary takes along what it cannot say; default attachment',
  },
  refuted: { ...text, choices: ['include', 'omit'], describe: 'Refuted records in a summary; default include' },
  mappings: { ...text, describe: 'Folder of mapping tables (*.yaml) to lay over those of this program' },
} as const satisfies Record<string, Options>

/** Options of `kritinfo convert`. */
export const convertOptions = {
  to: { ...text, choices: forms, demandOption: true, describe: 'Form of the output' },
  output: { ...text, alias: 'o', describe: 'File, or folder for several inputs; default standard output' },
  format: {
    ...text,
    choices: ['json', 'xml', 'ndjson'],
    describe: 'Syntax of the output; default json, or ndjson for *.ndjson and for several inputs to standard output',
  },
  ...shared,
  jobs: { type: 'number', requiresArg: true, default: 1, describe: 'Workers that share several inputs' },
  'fail-on': {
    ...text,
    choices: lossPolicies,
    default: 'safety',
    describe: 'Loss at which the exit code is 4; the output is written all the same',
  },
  'require-synthetic': { type: 'boolean', default: false, describe: 'Refuse documents with a real identity number' },
  quiet: { type: 'boolean', alias: 'q', default: false, describe: 'No summary line on standard error' },
  validate: { type: 'boolean', default: true, hidden: true },
} as const satisfies Record<string, Options>

/** Options of `kritinfo roundtrip`. */
export const roundtripOptions = {
  via: { ...text, choices: forms, demandOption: true, describe: 'Form to convert to and back from' },
  format: { ...text, choices: ['ndjson'], describe: 'The input has one document a line, as in *.ndjson' },
  ...shared,
} as const satisfies Record<string, Options>

export type ConvertArguments = InferredOptionTypes<typeof convertOptions> & { readonly input: readonly string[] }
export type RoundtripArguments = InferredOptionTypes<typeof roundtripOptions> & { readonly input: readonly string[] }
