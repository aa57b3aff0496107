import type { JsonObject, Path } from '../../document/json.ts'
import type { IssueCode } from '../../issue/catalogue.ts'
import type { Report } from '../report.ts'
import { kjProfileOf } from './kj.ts'
import { checkConsentsOf } from './kj-bundle.ts'
import {
  checkAnaesthesia,
  checkChosen,
  checkConsent,
  checkDiagnosis,
  checkExcipient,
  checkInfectionText,
} from './kj-content.ts'
import { checkLengths } from './kj-length.ts'
import { checkStatus } from './kj-status.ts'
import { checkUpdate } from './kj-update.ts'

/** A rule for resources that claim a profile of NHN's API. */
export interface NorwegianRule {
  readonly codes: readonly IssueCode[]
  readonly check: (resource: JsonObject, path: Path, report: Report) => void
}

/** The rules for resources of NHN's API, in the order in which they report. */
export const kjRules: readonly NorwegianRule[] = [
  { codes: ['NOR-020', 'NOR-021'], check: checkStatus },
  { codes: ['NOR-022'], check: checkExcipient },
  { codes: ['NOR-023'], check: checkAnaesthesia },
  { codes: ['NOR-024'], check: checkInfectionText },
  { codes: ['NOR-025'], check: checkDiagnosis },
  { codes: ['NOR-026'], check: checkChosen },
  { codes: ['NOR-027'], check: checkConsent },
  { codes: ['NOR-028', 'NOR-029'], check: checkLengths },
]

/**
 * What the pages of NHN's API ask of a resource that claims one of its profiles, and of a Bundle of such. Numbers and codes
 * by their systems are checked where an Identifier or a Coding stands, in any resource. `previous` is the version that the
 * resource is to replace, if it is at hand.
 */
export function checkKj(resource: JsonObject, previous: JsonObject | undefined, path: Path, report: Report): void {
  if (resource.resourceType === 'Bundle') checkConsentsOf(resource, path, report)
  if (kjProfileOf(resource) === undefined) return
  for (const { check } of kjRules) check(resource, path, report)
  if (previous !== undefined) checkUpdate(resource, previous, path, report)
}
