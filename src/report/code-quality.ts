import { uuid5 } from '../document/uuid.ts'
import type { Severity } from '../issue/catalogue.ts'
import { describe, type Issue } from '../issue/issue.ts'
import type { Checked, Report } from './checked.ts'
import { fingerprintOf } from './fingerprint.ts'

/** GitLab has five: info, minor, major, critical and blocker. */
const severities: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'minor', information: 'info' }

/**
 * GitLab's Code Quality (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format): one array of JSON
 * with a finding on each line. What was not checked is no finding and is left out.
 */
export function codeQualityReport(): Report {
  let separator = '\n'
  return {
    head: '[',
    item(checked) {
      const texts = distinct(checked).map((found) => JSON.stringify(found))
      const text = texts.length === 0 ? '' : separator + texts.join(',\n')
      if (texts.length > 0) separator = ',\n'
      return text
    },
    tail: () => '\n]\n',
  }
}

interface Finding {
  readonly description: string
  readonly check_name: string
  readonly fingerprint: string
  readonly severity: string
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } }
}

/** GitLab tells findings apart by their fingerprints, so that no two may have the same one. */
function distinct(checked: Checked): readonly Finding[] {
  const findings = new Map<string, Finding>()
  for (const found of checked.issues) {
    const finding = findingOf(found, checked)
    if (!findings.has(finding.fingerprint)) findings.set(finding.fingerprint, finding)
  }
  return [...findings.values()]
}

function findingOf(found: Issue, { input, file }: Checked): Finding {
  const { code, severity, path, line } = found
  return {
    description: path === '' ? describe(found) : `${describe(found)} (${path})`,
    check_name: code,
    fingerprint: uuid5(fingerprintOf(input, found)),
    severity: severities[severity],
    location: { path: relative(file), lines: { begin: line ?? 1 } },
  }
}

/** "The file path is relative to the repository root and must not begin with `./`." */
function relative(file: string): string {
  return file.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '')
}
