import { type Entry, type EntryKind, entriesOf } from '../render/entry.ts'
import type { Mappings } from '../table.ts'

/** One thing that differs in a statement: its words before and after. */
export interface FieldChange {
  readonly field: Field
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** A statement that was added, taken away or changed. */
export interface EntryChange {
  readonly kind: EntryKind
  readonly table: string
  readonly id: string
  readonly change: 'added' | 'removed' | 'changed'
  /** The meaning that a mistake here could turn round, before or after; empty for none. */
  readonly safety: string
  /** True if the change is in what the statement does to such a meaning, and not in its words alone. */
  readonly couldFlip: boolean
  readonly fields: readonly FieldChange[]
}

/** What differs between two versions of the tables. */
export interface TablesDiff {
  readonly kind: 'tables'
  readonly versions: readonly [before: string, after: string]
  /** Those that could flip a meaning come first, then in the order of the tables. */
  readonly changes: readonly EntryChange[]
}

/** What is compared of a statement, in the order of telling; where it stands in a file is no part of it. */
export const fields = [
  'left',
  'relation',
  'right',
  'how',
  'cases',
  'safety',
  'confidence',
  'notes',
  'assumes',
  'review',
  'cite',
] as const
export type Field = (typeof fields)[number]

/** Words, sources and review say what people think of a statement; the others say what it does. */
const saying: readonly Field[] = ['notes', 'assumes', 'review', 'cite', 'confidence']

/** Two versions of the tables, statement by statement: rows with their grids, codes, and all else. Pure. */
export function diffTables(before: Mappings, after: Mappings): TablesDiff {
  const [old, fresh] = [statementsOf(before), statementsOf(after)]
  const removed = [...old].filter(([key]) => !fresh.has(key)).map(([, one]) => whole(one, 'removed'))
  const others = [...fresh].flatMap(([key, one]) => {
    const known = old.get(key)
    if (known === undefined) return [whole(one, 'added')]
    const changed = compare(known, one)
    return changed === undefined ? [] : [changed]
  })
  const all = [...others, ...removed]
  return {
    kind: 'tables',
    versions: [before.version, after.version],
    changes: [...all.filter((one) => one.couldFlip), ...all.filter((one) => !one.couldFlip)],
  }
}

/** An entry with the cases of its grid, which have no names to be told apart by. */
interface Statement extends Entry {
  readonly cases: readonly string[]
}

/** Statements by what names them: rows by their id, which may move to another table; codes by both of their codes. */
function statementsOf(mappings: Mappings): Map<string, Statement> {
  const found = new Map<string, Statement>()
  const cases: Entry[] = []
  for (const entry of entriesOf(mappings)) {
    if (entry.kind === 'case') cases.push(entry)
    else found.set(keyOf(entry, found), { ...entry, cases: [] })
  }
  for (const [key, one] of found) {
    if (one.kind === 'row') found.set(key, { ...one, cases: casesOf(cases, one.id) })
  }
  return found
}

function keyOf({ kind, table, id }: Entry, found: ReadonlyMap<string, Statement>): string {
  const key = `${kind} ${kind === 'row' ? '' : table} ${id}`
  for (let count = 1; ; count++) {
    const numbered = count === 1 ? key : `${key} ${count}`
    if (!found.has(numbered)) return numbered
  }
}

function casesOf(cases: readonly Entry[], row: string): string[] {
  const own = cases.filter((one) => one.id.startsWith(`${row} case `))
  return own.map(({ left, right, how, notes }) => {
    const said = notes.length === 0 ? '' : ` (${notes.join(' ')})`
    return `${left.join(', ')} | ${right.join(', ')} | ${how.join(', ')}${said}`
  })
}

function whole(one: Statement, change: 'added' | 'removed'): EntryChange {
  const { kind, table, id, safety } = one
  const values = fields.map((field): FieldChange => {
    const value = linesOf(one, field)
    return change === 'added' ? { field, before: [], after: value } : { field, before: value, after: [] }
  })
  const told = values.filter(({ before, after }) => before.length + after.length > 0)
  return { kind, table, id, change, safety, couldFlip: safety !== '', fields: told }
}

function compare(old: Statement, fresh: Statement): EntryChange | undefined {
  const changed = fields
    .map((field): FieldChange => ({ field, before: linesOf(old, field), after: linesOf(fresh, field) }))
    .filter(({ before, after }) => !same(before, after))
  if (old.kind === 'row' && old.table !== fresh.table)
    changed.unshift({ field: 'how', before: [`stands in ${old.table}`], after: [`stands in ${fresh.table}`] })
  if (changed.length === 0) return undefined
  const safety = [...new Set([old.safety, fresh.safety])].filter((one) => one !== '').join(', ')
  const couldFlip = safety !== '' && changed.some(({ field }) => !saying.includes(field))
  const { kind, table, id } = fresh
  return { kind, table, id, change: 'changed', safety, couldFlip, fields: changed }
}

function linesOf(one: Statement, field: Field): readonly string[] {
  const value = one[field]
  return typeof value === 'string' ? (value === '' ? [] : [value]) : value
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, at) => text === other[at])
}
