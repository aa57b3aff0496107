import { describe, type Issue, issue, KritinfoError } from '../issue/issue.ts'
import { oneLine } from '../report/one-line.ts'
import { type ExitCode, exit } from './exit.ts'

export { oneLine }

/** What `-` stands for: standard input, and after `-o` standard output. Messages name it so. */
export const standardStream = '<stdin>'

/** Where a document came from: a file as it was given or `<stdin>`, and the line if it is one line of an NDJSON file. */
export interface Origin {
  readonly file: string
  readonly line?: number
}

/** An end with a word for the user: the lines go to stderr as they are. `issues` are what they say, where that is known. */
export class Stop extends Error {
  override readonly name = 'Stop'
  constructor(
    readonly exit: ExitCode,
    readonly lines: readonly string[],
    readonly issues: readonly Issue[] = [],
  ) {
    super(lines.join('\n'))
  }
}

/** How reports and summaries name a document. */
export function nameOf({ file, line }: Origin): string {
  return line === undefined ? file : `${file}:${line}`
}

/** The issue with the line that it has in its file, of which the document may be one line. */
export function inFile(found: Issue, origin: Origin): Issue {
  if (origin.line === undefined || found.line === undefined) return found
  return { ...found, line: origin.line + found.line - 1 }
}

/**
 * One line of text: `<input>:<line>:<column>: error CODE text`. The path stands where there is no line to show, and the
 * profile where one asks for it.
 */
export function messageOf(found: Issue, origin: Origin): string {
  const { line, column, path, severity, code, profile } = inFile(found, origin)
  const place = line === undefined ? nameOf(origin) : `${origin.file}:${line}:${column ?? 1}`
  const tail = line === undefined && path !== '' ? ` (${path})` : ''
  const asker = profile === undefined ? '' : ` [${profile}]`
  return oneLine(`${place}: ${severity} ${code} ${describe(found)}${tail}${asker}`)
}

/** A wrong call; `problem` says what is wrong with it. */
export function usage(problem: string): Stop {
  const sentence = /[.?]$/.test(problem) ? problem : `${problem}.`
  return new Stop(exit.usage, [messageOf(issue('CLI-001', {}, { problem: oneLine(sentence) }), { file: 'kritinfo' })])
}

/** What a problem means for whoever called: what cannot be read, or, for anything unforeseen, a defect of ours. */
export function stopOf(problem: unknown, origin: Origin): Stop {
  if (problem instanceof Stop) return problem
  if (problem instanceof KritinfoError)
    return new Stop(
      exit.input,
      problem.issues.map((one) => messageOf(one, origin)),
      problem.issues,
    )
  const { name, stack } = problem instanceof Error ? problem : new Error('not an error')
  const defect = issue('CLI-070', {}, { name })
  const line = messageOf(defect, origin)
  return new Stop(exit.defect, process.env.KRITINFO_DEBUG === '1' ? [line, String(stack)] : [line], [defect])
}

/** What a problem means with a file that an option names: the call is wrong, whatever the inputs are. */
export function optionStopOf(problem: unknown, origin: Origin): Stop {
  const stop = stopOf(problem, origin)
  return stop.exit === exit.input ? new Stop(exit.usage, stop.lines, stop.issues) : stop
}
