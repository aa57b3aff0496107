import { describe, type Issue } from '../issue/issue.ts'
import type { Severity } from '../issue/catalogue.ts'
import type { Report } from './checked.ts'
import { Tally } from './tally.ts'
import { openCount } from './words.ts'

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice' }

/**
 * Annotations of GitHub Actions, one line each
 * (https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions).
 */
export function githubReport(): Report {
  const tally = new Tally()
  return {
    head: '',
    item(checked) {
      tally.add(checked)
      return checked.issues.map((found) => annotation(found, checked.file)).join('')
    },
    tail: () => (tally.notChecked === 0 ? '' : `::notice title=kritinfo::${openCount(tally.notChecked)}\n`),
  }
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
