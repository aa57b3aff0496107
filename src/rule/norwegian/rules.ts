import { getKey, isObject, type Json, type JsonObject, type Path } from '../../document/json.ts'
import type { IssueCode } from '../../issue/catalogue.ts'
import type { Report } from '../report.ts'
import { checkCode } from './code.ts'
import { checkIdentifier } from './identifier.ts'
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
 * What Norway's registers and NHN's API ask beyond profiles: forms and check digits of numbers and codes by their systems, in
 * any resource; and the rules of NHN's pages for a resource that claims one of its profiles. `resource` may be a Bundle,
 * whose entries are then resources to check on their own.
 */
export function checkNorwegian(resource: JsonObject, path: Path, report: Report): void {
  checkNumbers(resource, path, report)
  if (getKey(resource, 'resourceType') === 'Bundle') checkConsentsOf(resource, path, report)
  if (kjProfileOf(resource) === undefined) return
  for (const { check } of kjRules) check(resource, path, report)
}

/** Every identifier and coding, contained resources included, entries of a Bundle not. The path is made where it is needed. */
function checkNumbers(resource: JsonObject, path: Path, report: Report): void {
  const at = [...path]
  const walk = (holder: JsonObject | Json[]): void => {
    if (!Array.isArray(holder)) checkNumber(holder, at, report)
    const isBundle = isObject(holder) && getKey(holder, 'resourceType') === 'Bundle'
    for (const [key, member] of Object.entries(holder)) {
      if (!isObject(member) && !Array.isArray(member)) continue
      if (isBundle && key === 'entry') continue
      at.push(Array.isArray(holder) ? Number(key) : key)
      walk(member)
      at.pop()
    }
  }
  walk(resource)
}

function checkNumber(holder: JsonObject, at: Path, report: Report): void {
  const system = getKey(holder, 'system')
  if (typeof system !== 'string') return
  const number = getKey(holder, 'value')
  const code = getKey(holder, 'code')
  if (typeof number === 'string') checkIdentifier(system, number, at, report)
  if (typeof code === 'string') checkCode(system, code, at, report)
}
