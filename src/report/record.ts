import { describe, type Issue } from '../issue/issue.ts'
import type { Checked } from './checked.ts'

/** One finding without its words. Absent is what is not known. */
export type PlainRecord = Pick<Issue, 'code' | 'severity' | 'path' | 'line' | 'column' | 'profile' | 'element'>

/** One finding as JSON reports write it. */
export interface IssueRecord extends PlainRecord {
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

/** One finding as JSON reports write it. */
export function issueRecord(found: Issue): IssueRecord {
  return { ...plainRecord(found), message: describe(found) }
}

export function plainRecord({ code, severity, path, line, column, profile, element }: Issue): PlainRecord {
  return {
    code,
    severity,
    path,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    ...(profile === undefined ? {} : { profile }),
    ...(element === undefined ? {} : { element }),
  }
}
