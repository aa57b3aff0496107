import { Decimal, isObject, type Json, type JsonObject, setKey } from '../../document/json.ts'
import { holdsDecimal } from '../../document/leaves.ts'
import { printPath } from '../../document/path.ts'
import type { Tree } from '../../document/tree.ts'
import conforms from '../../generated/ki-validator.js'
import { type Issue, issue } from '../../issue/issue.ts'
import { crossCheck } from './cross-checks.ts'
import { type Finding, translate } from './schema-errors.ts'

/**
 * Holds a document against the `ki` schema, and against what a schema cannot say. All problems at once, in the
 * order of the text, one issue for one mistake; no issue carries a value of the document.
 */
export function validateKi(tree: Tree): Issue[] {
  return findingsOf(tree.root)
    .map((finding) => toIssue(finding, tree))
    .sort(byPlace)
}

/** What `validateKi` finds, each with its place itself: what an issue prints of it need not name it. */
export function findingsOf(root: Json): Finding[] {
  const findings = [...schemaFindings(root), ...crossCheck(root)]
  return findings.length === 0 ? [] : withoutEchoes(findings)
}

function schemaFindings(root: Json): Finding[] {
  if (conforms(holdsDecimal(root) ? plainNumbers(root) : root)) return []
  return (conforms.errors ?? []).flatMap((error) => translate(error, root) ?? [])
}

/** The compiled schema knows numbers only; a tree keeps the text of some. */
function plainNumbers(value: Json): Json {
  if (value instanceof Decimal) return Number(value.text)
  if (Array.isArray(value)) return value.map(plainNumbers)
  if (!isObject(value)) return value
  const copy: JsonObject = {}
  for (const [key, member] of Object.entries(value)) setKey(copy, key, plainNumbers(member))
  return copy
}

/** Leaves out what only repeats another finding. */
function withoutEchoes(findings: readonly Finding[]): Finding[] {
  const misnamed = new Set(findings.filter(isMisnamed).flatMap(covers))
  const seen = new Set<string>()
  return findings.filter((finding) => {
    const key = keyOf(finding)
    if (seen.has(key) || misnamed.has(key)) return false
    seen.add(key)
    return true
  })
}

/** Findings of one key are one mistake; two members of a mechanical implant beside a biological one are such. */
function keyOf({ code, path, params }: Finding): string {
  return code === 'KI-015' ? join(code, path.slice(0, -1)) : join(code, path, params.name)
}

function isMisnamed({ code }: Finding): boolean {
  return code === 'KI-002' || code === 'KI-003'
}

/** A misspelt name is also a missing one, and one too many where exactly one is wanted. */
function covers({ path, params }: Finding): string[] {
  const parent = path.slice(0, -1)
  return [join('KI-011', parent), join('KI-001', parent, params.suggestion)]
}

function join(code: string, path: Finding['path'], name?: string | number): string {
  return JSON.stringify([code, path, name])
}

function toIssue(finding: Finding, tree: Tree): Issue {
  return issue(
    finding.code,
    { path: printPath(tree.root, finding.path), ...tree.position(finding.path) },
    finding.params,
  )
}

function byPlace(one: Issue, other: Issue): number {
  return (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0)
}
