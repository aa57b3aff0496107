import { type Issue, issue } from '../../issue/issue.ts'
import type { IssueCode } from '../../issue/catalogue.ts'
import type { Params } from '../../issue/issue.ts'
import { Places } from '../places.ts'
import type { Mappings } from '../table.ts'
import { checkReferences } from './assumed.ts'
import { checkCalls } from './calls.ts'
import { checkCriteria } from './criteria.ts'
import { checkNames } from './names.ts'
import { checkPreferred } from './preferred.ts'
import { checkUnique } from './unique.ts'

/** How a check speaks: a code of the catalogue about a value of a key of a thing that was read from a mapping file. */
export type Report = (
  code: IssueCode,
  at: Parameters<Places['of']>[0],
  params: Params,
  key?: string,
  index?: number,
) => void

/**
 * What can be wrong in tables that read well one by one: names that lead nowhere, rows stated twice, grids with two
 * preferred cases for one target. Whatever has a problem of this kind cannot be used. Every problem with its place.
 */
export function checkMappings(mappings: Mappings, places = new Places()): Issue[] {
  const issues: Issue[] = []
  const report: Report = (code, at, params, key, index) => {
    issues.push(issue(code, places.of(at, key, index), params))
  }
  for (const check of [checkUnique, checkNames, checkCalls, checkPreferred, checkCriteria]) check(mappings, report)
  return [...issues, ...checkReferences(mappings, places)]
}
