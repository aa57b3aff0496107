import type { CodeRow, CodeTable } from '../../terminology/code-table.ts'
import type { Review } from '../../terminology/review.ts'
import type { Assumption, Case, Container, ElementPath, Mappings, Row, Slice, Table } from '../table.ts'
import { criterionEntry, dialectEntries } from './entry-other.ts'
import { howOf, waysOf, wordOf } from './words.ts'

export const entryKinds = [
  'table',
  'row',
  'case',
  'code table',
  'code',
  'dialect',
  'address',
  'bound',
  'criterion',
  'slice',
  'container',
  'assumption',
] as const
export type EntryKind = (typeof entryKinds)[number]

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

export const nothing = {
  left: [],
  right: [],
  relation: '',
  how: [],
  notes: [],
  safety: '',
  confidence: '',
  assumes: [],
  review: '',
  cite: '',
}

/** All entries of the mappings, in their order, kind by kind; the cases of a grid stand below their row. */
export function entriesOf(mappings: Mappings): Entry[] {
  return [
    ...mappings.tables.flatMap((table) => [tableEntry(table), ...table.rows.flatMap((row) => rowEntries(table, row))]),
    ...mappings.codes.flatMap((table) => [codeTableEntry(table), ...table.rows.map((row) => codeEntry(table, row))]),
    ...mappings.dialects.flatMap(dialectEntries),
    ...mappings.criteria.map(criterionEntry),
    ...mappings.slices.map(sliceEntry),
    ...mappings.containers.map(containerEntry),
    ...mappings.assumptions.map(assumptionEntry),
  ]
}

function tableEntry(table: Table): Entry {
  const side = ({ root, profile }: Table['left']) => [root, ...(profile === undefined ? [] : [profile])]
  return {
    ...nothing,
    kind: 'table',
    table: table.id,
    id: table.id,
    left: side(table.left),
    right: side(table.right),
    how: [
      ...table.include.map((id) => `rows of ${id} hold here too`),
      ...(table.displays ? ['displays of status codes are written'] : []),
    ],
    place: placeOf(table),
  }
}

function rowEntries(table: Table, row: Row): Entry[] {
  return [rowEntry(table, row), ...(row.cases ?? []).map((one, at) => caseEntry(table, row, one, at))]
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

function codeTableEntry(table: CodeTable): Entry {
  return {
    ...nothing,
    kind: 'code table',
    table: table.id,
    id: table.id,
    left: table.leftSystem === '' ? [] : [table.leftSystem],
    right: table.rightSystem === '' ? [] : [table.rightSystem],
    how: [
      ...(table.rule === undefined ? [] : [`codes without a row by the rule ${table.rule}`]),
      ...(table.rightCodes === undefined ? [] : [`right codes of ${table.rightCodes}`]),
    ],
    place: placeOf(table),
  }
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

function containerEntry(one: Container): Entry {
  return {
    ...nothing,
    kind: 'container',
    table: '',
    id: one.id,
    left: one.tables,
    notes: [one.note],
    cite: one.cite,
    place: placeOf(one),
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
    left: one.value === undefined ? [] : [one.value],
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

export function placeOf({ source }: { readonly source: { readonly file: string; readonly line: number } }): string {
  return `${source.file}:${source.line}`
}
