import { isClinical } from '../form/patient.ts'
import type { IssueCode } from '../issue/catalogue.ts'
import type { Issue } from '../issue/issue.ts'
import { criterionPrefix } from '../mapping/criterion.ts'
import type { Entry } from '../mapping/ledger.ts'

/**
 * What counts as too great a loss.
 * none: nothing · safety: a loss for good that could flip a meaning, or a record that could not be converted ·
 * any: whatever does not come back by itself.
 */
export type LossPolicy = 'none' | 'safety' | 'any'
/** From the most lenient to the strictest. */
export const lossPolicies: readonly LossPolicy[] = ['none', 'safety', 'any']

/** Records, or what may be some, that did not cross although the target would have a place for such. */
const keptBack: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'CNV-010',
  'CNV-011',
  'CNV-016',
  'CNV-017',
  'CNV-018',
  'CNV-019',
  'CNV-026',
  'CNV-027',
  'EPS-004',
  'IMP-002',
  'IMP-006',
  'IMP-007',
])

/** True if a conversion lost more than the policy allows. What is withheld by rule (deleted records) is no loss. */
export function exceeds(
  policy: LossPolicy,
  conversion: { readonly ledger: readonly Entry[]; readonly issues: readonly Issue[] },
): boolean {
  if (policy === 'none') return false
  if (conversion.issues.some(isKeptBack)) return true
  return conversion.ledger.some((entry) => isLoss(entry) && (policy === 'any' || isGrave(entry)))
}

/** Of two versions of a record one may be the wrong one to believe; of two of a person or a result that is told, and no more. */
function isKeptBack({ code, params }: Issue): boolean {
  return keptBack.has(code) || (code === 'CNV-015' && isClinical({ resourceType: params.kind ?? '' }))
}

/** What could flip a meaning. What a criterion leaves behind is decided, told and no accident, whatever element it is. */
export function isGrave(entry: Entry): boolean {
  return entry.safety !== 'none' && !entry.row.startsWith(criterionPrefix)
}

/** What does not come back by itself. What is withheld by rule, and what makes up a container, is no loss. */
export function isLoss(entry: Entry): boolean {
  return (
    entry.side !== 'output' && !entry.recoverable && entry.outcome !== 'withheld' && !entry.row.startsWith('container.')
  )
}
