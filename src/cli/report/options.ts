import type { Argv } from 'yargs'
import { protect, protector } from '../destination.ts'
import { inputsOf } from '../inputs.ts'
import { standardStream, usage } from '../message.ts'

const text = { type: 'string', requiresArg: true } as const

export const outputOption = { ...text, alias: 'o', describe: 'File; default standard output' } as const

/** The reports that a command reads. */
export function withReports<T>(yargs: Argv<T>) {
  return yargs.positional('report', {
    type: 'string',
    array: true,
    demandOption: true,
    describe: 'Reports of convert or roundtrip --report, files, folders or patterns; - is standard input',
  })
}

/** The files that the reports are in. Throws `Stop` for a pattern without one: totals without it would look whole. */
export function reportsOf(given: readonly string[]): readonly string[] {
  const { paths, unmatched } = inputsOf(given, undefined)
  const [first] = unmatched
  if (first !== undefined) throw first
  return paths
}

/** How many lines a list may have. */
export function topOption(standard: number) {
  return { type: 'number', requiresArg: true, default: standard, describe: 'Lines of each list at most' } as const
}

/** Throws `Stop` for what is no whole number of lines. */
export function topOf(given: number): number {
  if (!Number.isInteger(given) || given < 1 || given > 5_000) throw usage('--top takes a whole number from 1 to 5000.')
  return given
}

/** The output's file; undefined for standard output. Throws `Stop` if it is one of the reports. */
export function outputOf(given: string | undefined, reports: readonly string[]): string | undefined {
  if (given === undefined || given === standardStream) return undefined
  protect(given, protector(reports))
  return given
}
