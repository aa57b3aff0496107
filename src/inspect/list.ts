import type { Safety } from '../mapping/ledger.ts'
import type { Mappings, Row, Table } from '../mapping/table.ts'
import type { CodeRow, CodeTable, Relation, Source } from '../terminology/code-table.ts'
import type { Review, ReviewState } from '../terminology/review.ts'

/** One row of a table or of a code table, as lists show it. */
export interface ListedRow {
  /** The row's id; of a code table `7497-snomed#2`: the table and the left code. */
  readonly id: string
  readonly kind: 'row' | 'code'
  readonly table: string
  readonly left: readonly string[]
  readonly right: readonly string[]
  readonly relation: Relation
  /** `via` as it is written, `cases` for a grid; nothing for a row that maps nothing, and for codes. */
  readonly how: string
  /** Which meaning a mistake could turn round. A code has those of the rows that use its table. */
  readonly safety: readonly Exclude<Safety, 'none'>[]
  readonly review: Review
  readonly assumes: readonly string[]
  readonly note: string
  readonly cite: string
  readonly source: Source
}

/** What to list; what is left out does not matter. */
export interface RowFilter {
  /** A table or code table, or the beginning of such names up to a slash: `ki-r4`. */
  readonly table?: string | undefined
  readonly safety?: Safety | undefined
  /** Rows in which a mistake could turn a meaning round: those with any safety. */
  readonly couldFlip?: boolean | undefined
  readonly review?: ReviewState | undefined
  readonly relation?: Relation | undefined
  /** Rows that rest on this assumption. */
  readonly assumes?: string | undefined
}

/** Rows of tables, then of code tables, in the order of the tables. */
export function listRows(mappings: Mappings, filter: RowFilter = {}): ListedRow[] {
  const uses = safetyOfCodes(mappings)
  const all = [
    ...mappings.tables.flatMap((table) => table.rows.map((row) => listedRow(table, row))),
    ...mappings.codes.flatMap((table) => table.rows.map((row) => listedCode(table, row, uses.get(table.id) ?? []))),
  ]
  return all.filter((row) => fits(row, filter))
}

/** `via` as a table writes it. */
export function howOf({ via, cases }: Row): string {
  if (cases !== undefined) return 'cases'
  if (via === undefined) return ''
  return via.args.length === 0 ? via.name : `${via.name}(${via.args.join(', ')})`
}

function listedRow(table: Table, row: Row): ListedRow {
  const { id, relation, review, assumes, note, cite, source, safety } = row
  return {
    id,
    kind: 'row',
    table: table.id,
    left: row.left.map((one) => one.id),
    right: row.right.map((one) => one.id),
    relation,
    how: howOf(row),
    safety: safety === 'none' ? [] : [safety],
    review,
    assumes,
    note,
    cite,
    source,
  }
}

/** A code table's row, by the name that lists give it: `7497-snomed#2`, with the right code where the left one has several. */
export function codeRowId(table: CodeTable, row: CodeRow): string {
  const isOne = table.rows.filter((one) => one.left === row.left).length === 1
  return `${table.id}#${row.left}${isOne ? '' : `=${row.right}`}`
}

function listedCode(table: CodeTable, row: CodeRow, safety: ListedRow['safety']): ListedRow {
  const shown = (code: string, display: string | undefined) =>
    code === '' ? [] : [display === undefined ? code : `${code} ${display}`]
  return {
    id: codeRowId(table, row),
    kind: 'code',
    table: table.id,
    left: shown(row.left, row.leftDisplay),
    right: shown(row.right, row.rightDisplay),
    relation: row.relation,
    how: '',
    safety,
    review: row.review,
    assumes: row.assumes,
    note: row.note,
    cite: row.cite,
    source: row.source,
  }
}

/** Whoever changes a code changes what the rows say that translate with its table. */
function safetyOfCodes(mappings: Mappings): ReadonlyMap<string, ListedRow['safety']> {
  const found = new Map<string, Set<Exclude<Safety, 'none'>>>()
  for (const row of mappings.tables.flatMap((table) => table.rows)) {
    if (row.safety === 'none') continue
    for (const id of row.via?.args ?? []) found.set(id, (found.get(id) ?? new Set()).add(row.safety))
  }
  return new Map([...found].map(([id, safeties]) => [id, [...safeties].sort()]))
}

function fits(row: ListedRow, filter: RowFilter): boolean {
  const { table, safety, couldFlip, review, relation, assumes } = filter
  if (table !== undefined && row.table !== table && !row.table.startsWith(`${table}/`)) return false
  if (safety !== undefined && !(safety === 'none' ? row.safety.length === 0 : row.safety.includes(safety))) return false
  if (couldFlip === true && row.safety.length === 0) return false
  if (review !== undefined && row.review.state !== review) return false
  if (relation !== undefined && row.relation !== relation) return false
  return assumes === undefined || row.assumes.includes(assumes)
}
