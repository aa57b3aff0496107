import type { CodeRow, CodeTable } from '../../terminology/code-table.ts'
import type { Review } from '../../terminology/review.ts'
import type { Assumption, Case, ElementPath, Mappings, Row, Slice, Table } from '../table.ts'
import { howOf, waysOf, wordOf } from './words.ts'

export type EntryKind = 'row' | 'case' | 'code' | 'slice' | 'assumption'

/**
 * One statement of the tables, whatever kind it is, in the columns that all renderings share. A list is one text a line.
 * Everything a mapping folder states is an entry, so that no rendering can leave something out.
 */
export interface Entry {
  readonly kind: EntryKind
  /** The table or code table; empty for slices and assumptions, which are of no table. */
  readonly table: string
  readonly id: string
  readonly left: readonly string[]
  readonly relation: string
  readonly right: readonly string[]
  readonly how: readonly string[]
  readonly notes: readonly string[]
  readonly safety: string
  readonly confidence: string
  readonly assumes: readonly string[]
  readonly review: string
  readonly cite: string
  /** File and line in the mapping folder. */
  readonly place: string
}

const nothing = { relation: '', how: [], notes: [], safety: '', confidence: '', assumes: [], review: '', cite: '' }

/** All entries of the mappings, in their order: rows with their cases, codes, slices, assumptions. */
export function entriesOf(mappings: Mappings): Entry[] {
  return [
    ...mappings.tables.flatMap((table) =>
      table.rows.flatMap((row) => [
        rowEntry(table, row),
        ...(row.cases ?? []).map((one, at) => caseEntry(table, row, one, at)),
      ]),
    ),
    ...mappings.codes.flatMap((table) => table.rows.map((row) => codeEntry(table, row))),
    ...mappings.slices.map(sliceEntry),
    ...mappings.assumptions.map(assumptionEntry),
  ]
}

export function rowEntry(table: Table, row: Row): Entry {
  return {
    kind: 'row',
    table: table.id,
    id: row.id,
    left: idsOf(row.left),
    relation: row.relation,
    right: idsOf(row.right),
    how: [howOf(row)],
    notes: notesOf(row),
    safety: row.safety === 'none' ? '' : row.safety,
    confidence: '',
    assumes: row.assumes,
    review: reviewWord(row.review),
    cite: row.cite,
    place: placeOf(row),
  }
}

function notesOf({ note, carrier, context }: Row): string[] {
  const read = [...context.left, ...context.right].map(({ id }) => id)
  return [
    note,
    ...(carrier === undefined ? [] : [`Remainder: ${carrier}`]),
    ...(read.length === 0 ? [] : [`Also looks at: ${read.join(', ')}`]),
  ]
}

function caseEntry(table: Table, row: Row, one: Case, at: number): Entry {
  const values = (elements: readonly ElementPath[], side: Case['left']) =>
    elements.map(({ id }, index) => `${id} = ${wordOf(side[index] ?? null)}`)
  return {
    ...nothing,
    kind: 'case',
    table: table.id,
    id: caseId(row, at),
    left: values(row.left, one.left),
    right: values(row.right, one.right),
    how: [waysOf(one), ...(one.outcome === undefined ? [] : [`the ledger says ${one.outcome}`])],
    notes: one.note === undefined ? [] : [one.note],
    safety: row.safety === 'none' ? '' : row.safety,
    place: placeOf(row),
  }
}

/** Cases have no names of their own; they are counted from 1, as they are read. */
export function caseId(row: Row, at: number): string {
  return `${row.id} case ${at + 1}`
}

export function codeEntry(table: CodeTable, row: CodeRow): Entry {
  const side = (system: string, code: string, display: string | undefined) =>
    code === '' ? [] : [system === '' ? code : `${system}|${code}`, ...(display === undefined ? [] : [display])]
  return {
    ...nothing,
    kind: 'code',
    table: table.id,
    id: `${row.left}`,
    left: side(table.leftSystem, row.left, row.leftDisplay),
    relation: row.relation,
    right: side(table.rightSystem, row.right, row.rightDisplay),
    notes: row.note === '' ? [] : [row.note],
    confidence: row.confidence,
    assumes: row.assumes,
    review: reviewWord(row.review),
    cite: row.cite,
    place: placeOf(row),
  }
}

function sliceEntry(slice: Slice): Entry {
  const displays = Object.entries(slice.display ?? {}).map(([code, display]) => `${code}: ${display}`)
  return {
    ...nothing,
    kind: 'slice',
    table: '',
    id: slice.id,
    left: Object.entries(slice.match).map(([path, value]) => `${path} = ${value}`),
    right: [],
    notes: displays,
    cite: slice.cite,
    place: placeOf(slice),
  }
}

function assumptionEntry(one: Assumption): Entry {
  return {
    ...nothing,
    kind: 'assumption',
    table: '',
    id: one.id,
    left: [],
    right: [],
    notes: [one.statement, `Basis: ${one.basis}`, `If it is wrong: ${one.breaks}`, `To change it: ${one.override}`],
    place: placeOf(one),
  }
}

function idsOf(elements: readonly ElementPath[]): string[] {
  return elements.map(({ id }) => id)
}

export function reviewWord({ state, role, date }: Review): string {
  return [state, role, date].filter((one) => one !== undefined).join(', ')
}

function placeOf({ source }: { readonly source: { readonly file: string; readonly line: number } }): string {
  return `${source.file}:${source.line}`
}
