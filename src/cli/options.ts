import type { InferredOptionTypes, Options } from 'yargs'
import { lossPolicies } from '../convert/policy.ts'
import { forms } from '../form/detect.ts'
import { profileAliases } from '../profile-alias.ts'
import { tableOptions } from './mapping/options.ts'

const text = { type: 'string', requiresArg: true } as const

/** More workers than any machine that one run is for has processors. */
export const mostJobs = 64

const jobs = { type: 'number', requiresArg: true, default: 1, describe: 'Workers that share the documents' } as const

/** Options of every command that converts. */
export const shared = {
  from: { ...text, choices: forms, describe: 'Form of the input; found out if left out' },
  patient: { ...text, describe: 'File with demographics: a FHIR Patient or a ki document' },
  base: { ...text, describe: 'File that the input was once made from; what the trip lost is put back from it' },
  report: {
    ...text,
    describe:
      'File for the ledger and the issues, as JSON, or as NDJSON if it is named *.ndjson; holds no values of records',
  },
  now: { ...text, describe: 'Instant that the output says it was made; default the clock' },
  carry: {
    ...text,
    choices: ['attachment', 'extensions', 'none'],
    describe: 'How a summary takes along what it cannot say; default attachment',
  },
  refuted: { ...text, choices: ['include', 'omit'], describe: 'Refuted records in a summary; default include' },
  alerts: {
    ...text,
    choices: ['derive', 'none'],
    describe: 'Alerts in a summary, worked out from its records; default derive',
  },
  import: {
    ...text,
    choices: ['critical', 'all'],
    describe: 'What comes in from other countries: critical information, or all that has a place; default critical',
  },
  ...tableOptions,
} as const satisfies Record<string, Options>

/** Options of `kritinfo convert`. */
export const convertOptions = {
  to: { ...text, choices: forms, demandOption: true, describe: 'Form of the output' },
  dialect: { ...text, describe: 'Dialect to write kj or r4 in, for example sfm or no-basis; default the plain way' },
  output: { ...text, alias: 'o', describe: 'File, or folder for several inputs; default standard output' },
  format: {
    ...text,
    choices: ['json', 'xml', 'ndjson'],
    describe:
      'Syntax of the output; default what --output is named (*.ndjson, *.xml), ndjson if all inputs are or several go to standard output, else json',
  },
  ...shared,
  jobs,
  rejects: {
    ...text,
    describe: 'File for documents of which no output was written, each with its errors, as NDJSON; holds the documents',
  },
  resume: { type: 'boolean', default: false, describe: 'Go on where the same call was interrupted' },
  envelope: {
    type: 'boolean',
    default: false,
    describe: 'Outputs, rejects and report as lines of standard output that say what they are',
  },
  'fail-on': {
    ...text,
    choices: lossPolicies,
    default: 'safety',
    describe: 'Loss at which the exit code is 4; the output is written all the same',
  },
  'require-synthetic': { type: 'boolean', default: false, describe: 'Refuse documents with a real identity number' },
  quiet: {
    type: 'boolean',
    alias: 'q',
    default: false,
    describe: 'No summary line for each input, no progress, no numbers at the end',
  },
  validate: {
    type: 'boolean',
    default: true,
    describe: 'Check each output, and write none that has an error; --no-validate writes all',
  },
} as const satisfies Record<string, Options>

/** Options of `kritinfo roundtrip`. */
export const roundtripOptions = {
  via: { ...text, choices: forms, demandOption: true, describe: 'Form to convert to and back from' },
  format: { ...text, choices: ['ndjson'], describe: 'The input has one document a line, as in *.ndjson' },
  jobs,
  ...shared,
  quiet: { type: 'boolean', alias: 'q', default: false, describe: 'No progress, no numbers at the end' },
} as const satisfies Record<string, Options>

/** Formats of reports, in the order of the contract. */
export const reportFormats = [
  'text',
  'json',
  'ndjson',
  'outcome',
  'sarif',
  'junit',
  'codequality',
  'github',
  'html',
  'summary',
] as const
export type ReportFormat = (typeof reportFormats)[number]

/** An option that may be given several times, each time with one value. */
const several = { type: 'string', array: true, nargs: 1, default: [] as string[] } as const

/** Options of `kritinfo validate`. */
export const validateOptions = {
  profile: {
    ...several,
    describe: `Profile to check against, by canonical or by one of the names ${profileAliases.join(', ')}; default what the document states`,
  },
  package: {
    ...several,
    describe: 'FHIR package (folder, .tgz or .zip) whose profiles and value sets come on top of ours',
  },
  format: {
    ...several,
    default: [] as ReportFormat[],
    alias: 'f',
    choices: reportFormats,
    describe: 'Format of a report; default text',
  },
  output: {
    ...several,
    alias: 'o',
    describe: 'File for a report, the first for the first --format and so on; default standard output',
  },
  'fail-on': {
    ...text,
    choices: ['error', 'warning', 'information'],
    default: 'error',
    describe: 'Least severity at which the exit code is 1',
  },
  previous: {
    ...text,
    describe: 'The document before a change; what NHN freezes on update must be as it was there',
  },
  baseline: {
    ...text,
    describe: 'Report (json or ndjson) of an earlier run; what it lists is left out and not counted',
  },
  jobs,
  verbose: {
    type: 'boolean',
    alias: 'v',
    default: false,
    describe: 'List information (text, github) and what was not checked (text)',
  },
  quiet: { type: 'boolean', alias: 'q', default: false, describe: 'Nothing but findings (text)' },
  'show-values': { type: 'boolean', default: false, describe: 'Show lines of documents with their values (text)' },
} as const satisfies Record<string, Options>

/** The inputs, and those of them that changed (absolute paths) if a run that watches is done again on them alone. */
interface InputArguments {
  readonly input: readonly string[]
  readonly only?: ReadonlySet<string> | undefined
}

export type ConvertArguments = InferredOptionTypes<typeof convertOptions> & InputArguments
export type RoundtripArguments = InferredOptionTypes<typeof roundtripOptions> & { readonly input: readonly string[] }
export type ValidateArguments = InferredOptionTypes<typeof validateOptions> & InputArguments
