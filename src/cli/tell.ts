import { type ExitCode, exit } from './exit.ts'
import type { Inputs } from './inputs.ts'

/** Says what patterns and folders had no file. */
export function tellUnmatched({ unmatched }: Inputs): ExitCode {
  for (const { lines } of unmatched) complain(lines)
  return unmatched.length === 0 ? exit.fine : exit.nothing
}

/** Diagnostics go to stderr, one a line. */
export function complain(lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`${line}\n`)
}
