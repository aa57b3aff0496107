import { type Issue, issue } from '../../issue/issue.ts'
import { resolveAssumptions } from '../assume.ts'
import type { Places } from '../places.ts'
import type { Mappings } from '../table.ts'
import { checkAssumptions } from './assumptions.ts'
import { checkCases } from './cases.ts'
import { checkCitations } from './citations.ts'
import { checkCodeTables } from './code-tables.ts'
import { checkElements } from './elements.ts'
import { checkGrids } from './grids.ts'
import type { CheckKit, MappingCheck, Tell } from './kit.ts'
import { checkObligations } from './obligations.ts'
import { checkOrder } from './order.ts'
import { checkTargets } from './targets.ts'
import { checkTypes } from './types.ts'

/** Every check, in the order in which findings of one place are told. */
const checks: readonly MappingCheck[] = [
  checkElements,
  checkTypes,
  checkCases,
  checkGrids,
  checkTargets,
  checkObligations,
  checkOrder,
  checkCitations,
  checkCodeTables,
]

/**
 * Holds tables that load well against what they speak of: the profiles, the schema of the `ki` form, the code systems.
 * Each finding with its file, line and column. References to assumptions stand for their values.
 */
export function inspect(mappings: Mappings, kit: CheckKit, places: Places): Issue[] {
  const issues: Issue[] = []
  const tell: Tell = (code, at, params, key, index) => {
    issues.push(issue(code, places.of(at, key, index), params))
  }
  const resolved = resolveAssumptions(mappings, places)
  for (const check of checks) check(resolved, kit, tell)
  checkAssumptions(mappings, kit, tell)
  return issues
}
