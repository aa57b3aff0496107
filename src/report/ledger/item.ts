import { getKey, isObject, type Json, type JsonObject } from '../../document/json.ts'
import type { Outcome } from '../../document/books.ts'
import type { Severity } from '../../issue/catalogue.ts'
import { issue, KritinfoError } from '../../issue/issue.ts'
import type { Entry, Grade, Safety } from '../../mapping/ledger.ts'

/** The program and the tables that made a report. */
export interface LedgerTool {
  readonly version: string
  readonly mappings: string
}

/** An issue of a report. Codes of another version may not be in our catalogue. */
export interface LedgerIssue {
  readonly code: string
  readonly severity: Severity
}

/** What a report says of one conversion (`kritinfo convert --report`), held against profiles/kritinfo.report. */
export interface LedgerItem {
  readonly input: string
  /** Null for what could not be read or converted. */
  readonly from: string | null
  readonly to: string
  readonly dialect: string | null
  readonly leaves: { readonly total: number; readonly claimed: number; readonly ledger: number }
  readonly ledger: readonly Entry[]
  readonly issues: readonly LedgerIssue[]
  /** Whether an output was written; undefined for a trip, and where the report, of an early version, does not say. */
  readonly written?: boolean
  /** Of a trip there and back, of which each document has two items, the way that this is. */
  readonly trip?: 'there' | 'back'
}

/** What one value of a report is. */
export type LedgerPart =
  | { readonly kind: 'tool'; readonly tool: LedgerTool; readonly value: JsonObject }
  | { readonly kind: 'item'; readonly item: LedgerItem }

const outcomes: readonly Outcome[] = ['carried', 'narrowed', 'broadened', 'defaulted', 'derived', 'dropped', 'withheld']
const grades: readonly Grade[] = ['L', 'C', 'B', 'X']
const safeties: readonly Safety[] = ['status', 'certainty', 'criticality', 'negation', 'agent', 'none']
const severities: readonly Severity[] = ['error', 'warning', 'information']

/** The words that a ledger is written in, in the order in which tables have them. */
export const ledgerWords = { outcome: outcomes, grade: grades, safety: safeties, severity: severities } as const

/** Reads one value of a report: its header, or an item. Throws `KritinfoError` (RPT-001, RPT-002) for anything else. */
export function ledgerPart(value: Json): LedgerPart {
  if (!isObject(value)) throw new KritinfoError(issue('RPT-001'))
  if (Object.hasOwn(value, 'tool')) return { kind: 'tool', tool: toolIn(value), value }
  // Reports of `validate` have documents too, but say whether they are valid and not what became of them.
  if (!Object.hasOwn(value, 'leaves') && !Object.hasOwn(value, 'to')) throw new KritinfoError(issue('RPT-001'))
  return { kind: 'item', item: itemIn(value) }
}

function toolIn(value: JsonObject): LedgerTool {
  const tool = objectAt(value, 'tool')
  if (textAt(tool, 'name') !== 'kritinfo' || !Object.hasOwn(tool, 'mappings')) throw new KritinfoError(issue('RPT-001'))
  return { version: textAt(tool, 'version'), mappings: textAt(tool, 'mappings') }
}

/** What was read is what is given, once it has been looked at: of a million items none is copied. */
function itemIn(value: JsonObject): LedgerItem {
  textAt(value, 'input')
  textAt(value, 'to')
  for (const name of ['from', 'dialect']) if (getKey(value, name) !== null) textAt(value, name)
  const leaves = objectAt(value, 'leaves')
  for (const name of ['total', 'claimed', 'ledger'])
    if (typeof getKey(leaves, name) !== 'number') throw damaged(`leaves.${name}`)
  for (const entry of listAt(value, 'ledger')) checkEntry(entry)
  for (const found of listAt(value, 'issues')) checkIssue(found)
  if (!['boolean', 'undefined'].includes(typeof getKey(value, 'written'))) throw damaged('written')
  if (!['there', 'back', undefined].includes(getKey(value, 'trip') as string | undefined)) throw damaged('trip')
  return value as unknown as LedgerItem
}

function checkEntry(entry: Json): void {
  if (!isObject(entry)) throw damaged('ledger')
  textAt(entry, 'path')
  textAt(entry, 'row')
  wordAt(entry, 'outcome', outcomes)
  wordAt(entry, 'grade', grades)
  wordAt(entry, 'safety', safeties)
  if (typeof getKey(entry, 'recoverable') !== 'boolean') throw damaged('recoverable')
}

function checkIssue(found: Json): void {
  if (!isObject(found)) throw damaged('issues')
  textAt(found, 'code')
  wordAt(found, 'severity', severities)
}

function objectAt(holder: JsonObject, name: string): JsonObject {
  const value = getKey(holder, name)
  if (!isObject(value)) throw damaged(name)
  return value
}

function listAt(holder: JsonObject, name: string): readonly Json[] {
  const value = getKey(holder, name)
  if (!Array.isArray(value)) throw damaged(name)
  return value
}

function textAt(holder: JsonObject, name: string): string {
  const value = getKey(holder, name)
  if (typeof value !== 'string') throw damaged(name)
  return value
}

function wordAt(holder: JsonObject, name: string, words: readonly string[]): void {
  if (!words.includes(textAt(holder, name))) throw damaged(name)
}

/** Names of members are ours; their values never stand in a message. */
function damaged(member: string): KritinfoError {
  return new KritinfoError(issue('RPT-002', {}, { member }))
}
