import type { Severity } from '../issue/catalogue.ts'
import type { Issue } from '../issue/issue.ts'

/** What validation found in one document, as every report is given it. */
export interface Checked {
  /** How the document is named: its file as it was given, with the line if it is one line of an NDJSON file. */
  readonly input: string
  readonly file: string
  /** False for what could not even be read; its issues say why. */
  readonly readable: boolean
  /** Sorted by place; lines are those of the file. Without those that a baseline lists. */
  readonly issues: readonly Issue[]
  /** What could not be decided, in the shape of issues. */
  readonly notChecked: readonly Issue[]
  /** Issues left out because a baseline lists them. */
  readonly known: number
  /** True if it was read and no rule was found broken: of what is in `notChecked` it says nothing. */
  readonly valid: boolean
  /** A line of the file, counted from 1; undefined if there is no text to show. */
  line(number: number): string | undefined
}

/** One format. Texts are made one document at a time, so that the number of documents does not matter. */
export interface Report {
  readonly head: string
  item(checked: Checked): string
  /** Asked for once, when every document has been told; in pieces where there is much. */
  tail(): string | Iterable<string>
}

/** The end of a report, piece by piece. */
export function tailOf(report: Report): Iterable<string> {
  const tail = report.tail()
  return typeof tail === 'string' ? [tail] : tail
}

/** What the user asked of reports. Each format takes what means something to it. */
export interface ReportOptions {
  /** What was run, without its arguments: `kritinfo validate`. */
  readonly command: string
  /** Signs that colour text on a terminal. */
  readonly colour: boolean
  /** Everything that was not checked and all information, place by place. */
  readonly verbose: boolean
  /** Nothing about documents in which nothing was found. */
  readonly quiet: boolean
  /** Values of the document in the lines shown of it (law 6: only when asked for). */
  readonly showValues: boolean
  /** More than one document may come. */
  readonly many: boolean
  /** The least severity that counts as a failure. */
  readonly failOn: Severity
}

const ranks: Readonly<Record<Severity, number>> = { information: 0, warning: 1, error: 2 }

/** Whether a severity is another one or graver. */
export function reaches(severity: Severity, limit: Severity): boolean {
  return ranks[severity] >= ranks[limit]
}

/** Whether reports for people list a finding: information only for who asks for it, or fails on it. */
export function isListed({ severity }: Issue, { verbose, failOn }: Pick<ReportOptions, 'verbose' | 'failOn'>): boolean {
  return severity !== 'information' || verbose || failOn === 'information'
}
