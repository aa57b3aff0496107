import { describe, type Issue } from '../issue/issue.ts'
import type { Checked } from './checked.ts'

/** One finding as JSON reports write it. Absent is what is not known. */
export interface IssueRecord {
  readonly code: string
  readonly severity: string
  readonly path: string
  readonly line?: number
  readonly column?: number
  readonly profile?: string
  readonly element?: string
  readonly message: string
}

/** One document as JSON reports write it. */
export interface InputRecord {
  readonly input: string
  readonly valid: boolean
  readonly issues: readonly IssueRecord[]
  readonly notChecked: readonly IssueRecord[]
  readonly known?: number
}

export function recordOf({ input, valid, issues, notChecked, known }: Checked): InputRecord {
  return {
    input,
    valid,
    issues: issues.map(issueRecord),
    notChecked: notChecked.map(issueRecord),
    ...(known === 0 ? {} : { known }),
  }
}

function issueRecord(found: Issue): IssueRecord {
  const { code, severity, path, line, column, profile, element } = found
  return {
    code,
    severity,
    path,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    ...(profile === undefined ? {} : { profile }),
    ...(element === undefined ? {} : { element }),
    message: describe(found),
  }
}
