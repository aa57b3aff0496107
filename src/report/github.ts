import { describe, type Issue } from '../issue/issue.ts'
import type { Severity } from '../issue/catalogue.ts'
import { isListed, type Report, type ReportOptions } from './checked.ts'
import { Tally } from './tally.ts'
import { openCount, severityCounts } from './words.ts'

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice' }

/** Annotations of a kind that GitHub shows of one step: https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md */
const shown = 10

/**
 * Annotations of GitHub Actions, one line each
 * (https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions). All errors and warnings are written,
 * since all stand in the log; how many GitHub leaves out beside the code is said at the end. Information would push them
 * out of sight, so it is counted.
 */
export function githubReport(options: Pick<ReportOptions, 'verbose' | 'failOn'>): Report {
  const tally = new Tally()
  let passed = 0
  return {
    head: '',
    item(checked) {
      tally.add(checked)
      const listed = checked.issues.filter((found) => isListed(found, options))
      passed += checked.issues.length - listed.length
      return listed.map((found) => annotation(found, checked.file)).join('')
    },
    tail: () => open(tally) + beyond(tally, passed) + unlisted(passed),
  }
}

function open({ notChecked }: Tally): string {
  return notChecked === 0 ? '' : `::notice title=kritinfo::${openCount(notChecked)}\n`
}

/** A plain line of the log: one more annotation would not be shown either. */
function beyond({ severities, notChecked }: Tally, passed: number): string {
  const notices = severities.information - passed + (notChecked === 0 ? 0 : 1)
  const numbers = { ...severities, information: notices }
  const left = Object.values(numbers).reduce((sum, number) => sum + Math.max(0, number - shown), 0)
  if (left === 0) return ''
  const text = `GitHub shows the first ${shown} errors, warnings and notices of a step beside the code, so ${left} stand in this log alone`
  return `kritinfo: ${severityCounts(severities)}; ${text}. -f sarif shows more of them.\n`
}

function unlisted(passed: number): string {
  return passed === 0 ? '' : `kritinfo: ${passed} information not listed; --verbose lists it.\n`
}

function annotation(found: Issue, file: string): string {
  const { severity, code, path, line, column } = found
  const place = line === undefined ? '' : `,line=${line},col=${column ?? 1}`
  const tail = path === '' ? '' : ` (${path})`
  return `::${commands[severity]} file=${property(file)}${place},title=${code}::${data(describe(found) + tail)}\n`
}

/** What follows the second pair of colons. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

/** Colons and commas end a property. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
