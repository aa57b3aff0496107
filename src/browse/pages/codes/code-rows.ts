import { codeRowId } from '../../../inspect/list.ts'
import type { Condition } from '../../../mapping/criterion.ts'
import type { Mappings } from '../../../mapping/table.ts'
import type { CodeRow, CodeTable } from '../../../terminology/code-table.ts'
import { relations } from '../../../mapping/load-row.ts'
import { holdsAll, wordsOf } from '../table/filter.ts'

/** One code of the right side, with the rows that lead there; the first of them is the way back. */
export interface WayBack {
  readonly right: string
  readonly rows: readonly CodeRow[]
}

/** A code table, and which of its rows cross: of one that gives translations only those that say the same. */
export interface Crossing {
  readonly table: CodeTable
  readonly isTranslation: boolean
}

/** Whether the rows that name a code table send its codes beside the original ones, or instead of them. */
export function crossingOf(table: CodeTable, { tables }: Mappings): Crossing {
  const calls = tables.flatMap(({ rows }) =>
    rows.flatMap(({ via }) => (via?.args.includes(table.id) ? [via.name] : [])),
  )
  return { table, isTranslation: calls.some((name) => name === 'codings' || name === 'translate') }
}

function crossing({ table, isTranslation }: Crossing): CodeRow[] {
  return table.rows.filter(({ right, relation }) => right !== '' && (!isTranslation || relation === 'equivalent'))
}

/**
 * The codes of the right side with the rows for each, in the order in which a code is read back: of several the first that
 * is `equivalent`, else the first.
 */
export function waysBack(of: Crossing): WayBack[] {
  const found = new Map<string, CodeRow[]>()
  for (const row of crossing(of)) found.set(row.right, [...(found.get(row.right) ?? []), row])
  return [...found].map(([right, all]) => ({ right, rows: byRank(all) }))
}

/** Left codes that do not come back as themselves: they go nowhere, or share a right code with one that comes first. */
export function lopsided(of: Crossing): string[] {
  const back = new Map(waysBack(of).map(({ right, rows }) => [right, rows[0]?.left]))
  const wayOn = (left: string) => byRank(crossing(of).filter((row) => row.left === left))[0]
  const lefts = [...new Set(of.table.rows.map(({ left }) => left))]
  return lefts.filter((left) => back.get(wayOn(left)?.right ?? '') !== left)
}

function byRank(rows: readonly CodeRow[]): CodeRow[] {
  const rank = ({ relation }: CodeRow) => (relation === 'equivalent' ? 0 : 1)
  return [...rows].sort((one, other) => rank(one) - rank(other))
}

/** Which codes a reader wants to see. */
export interface CodeFilter {
  readonly q: string
  readonly relation: CodeRow['relation'] | undefined
  readonly confidence: CodeRow['confidence'] | undefined
}

export const confidences = ['high', 'medium', 'low'] as const

/** The filter that an address states. A word that is none of a list counts as left out. */
export function readCodeFilter({ q, relation, confidence }: Readonly<Record<string, string | undefined>>): CodeFilter {
  return {
    q: q ?? '',
    relation: relations.find((one) => one === relation),
    confidence: confidences.find((one) => one === confidence),
  }
}

export function filterCodes(table: CodeTable, { q, relation, confidence }: CodeFilter): CodeRow[] {
  const words = wordsOf(q)
  return table.rows.filter(
    (row) =>
      (relation === undefined || row.relation === relation) &&
      (confidence === undefined || row.confidence === confidence) &&
      holdsAll(codeText(row), words),
  )
}

function codeText({ left, leftDisplay = '', right, rightDisplay = '', note, cite, assumes }: CodeRow): string {
  return [left, leftDisplay, right, rightDisplay, note, cite, ...assumes].join(' ').toLowerCase()
}

/** The part of a code's name behind its table, as addresses have it: `2`, or `9=41291007` where the left code has several. */
export function codeName(table: CodeTable, row: CodeRow): string {
  return codeRowId(table, row).slice(table.id.length + 1)
}

/** Rows that translate with a code table, and criteria that look a code up in it. */
export function usersOf(table: CodeTable, { tables, criteria }: Mappings): string[] {
  const rows = tables.flatMap((one) => one.rows.filter((row) => row.via?.args.includes(table.id) === true))
  const asking = criteria.filter(({ when }) => when.some((one) => asks(one, table.id)))
  return [...rows, ...asking].map(({ id }) => id)
}

function asks(condition: Condition, table: string): boolean {
  if ('oneOf' in condition) return condition.oneOf.some((one) => asks(one, table))
  return 'element' in condition && condition.in === table
}
