import { createColors } from 'picocolors'
import type { Severity } from '../issue/catalogue.ts'
import { describe, type Issue } from '../issue/issue.ts'
import { type Checked, isListed, type Report, type ReportOptions } from './checked.ts'
import { type Framer, framerOf } from './frame.ts'
import { oneLine } from './one-line.ts'
import { Tally } from './tally.ts'
import { counted, openCount, severityCounts, totalOf } from './words.ts'

export type TextOptions = Pick<ReportOptions, 'colour' | 'verbose' | 'quiet' | 'showValues' | 'failOn'>

/**
 * For people: `file:line:column: severity CODE message (path)` and the line it is about, then one sentence on each
 * document, and one on all. Information and what was not checked is counted, and listed with `verbose`.
 */
export function textReport(options: TextOptions): Report {
  const paint = painterOf(options.colour)
  const tally = new Tally()
  return {
    head: '',
    item(checked) {
      tally.add(checked)
      return itemText(checked, options, paint)
    },
    tail: () => (options.quiet || tally.inputs < 2 ? '' : `${paint.bold(totalOf(tally))}\n`),
  }
}

type Painter = ReturnType<typeof painterOf>

function painterOf(colour: boolean) {
  const { bold, cyan, dim, red, yellow } = createColors(colour)
  const severity: Record<Severity, (text: string) => string> = { error: red, warning: yellow, information: cyan }
  return { bold, dim, mark: red, severity }
}

function itemText(checked: Checked, options: TextOptions, paint: Painter): string {
  const framer = framerOf(checked, options.showValues)
  const listed = checked.issues.filter((one) => isListed(one, options))
  const found = listed.map((one) => issueText(one, one.severity, checked, paint, framer))
  const open = options.verbose ? checked.notChecked.map((one) => issueText(one, 'not checked', checked, paint)) : []
  const verdict = options.quiet ? '' : `${paint.bold(`${oneLine(checked.input)}:`)} ${verdictOf(checked)}\n`
  return [...found, ...open, verdict].join('')
}

function issueText(found: Issue, word: Severity | 'not checked', checked: Checked, paint: Painter, framer?: Framer) {
  const { line, column, code, path } = found
  const place = line === undefined ? checked.input : `${checked.file}:${line}:${column ?? 1}`
  const kind = word === 'not checked' ? paint.dim(word) : paint.severity[word](word)
  const tail = path === '' ? '' : paint.dim(` (${path})`)
  const text = `${oneLine(place)}: ${kind} ${paint.bold(code)} ${oneLine(describe(found))}${tail}\n`
  const [shown, mark] = framer?.(found) ?? []
  return shown === undefined ? text : `${text}${paint.dim(shown)}\n${paint.mark(mark ?? '')}\n`
}

/** Never that a document is valid and no more: what was not checked is said in the same breath. */
function verdictOf({ readable, issues, notChecked, known }: Checked): string {
  const baseline = known === 0 ? '' : `; ${known} left out by the baseline`
  if (!readable) return `could not be read; ${counted(issues.length, 'finding')}${baseline}`
  const severities = { error: 0, warning: 0, information: 0 }
  for (const { severity } of issues) severities[severity]++
  const found = issues.length === 0 ? 'nothing found' : severityCounts(severities)
  return `${found}; ${openCount(notChecked.length)}${baseline}`
}
