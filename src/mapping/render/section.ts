import type { Mappings, Row, Table } from '../table.ts'
import type { CodeTable } from '../../terminology/code-table.ts'
import { caseId, type Entry, type EntryKind, entriesOf } from './entry.ts'
import { waysOf, wordOf } from './words.ts'

/** A cell: texts that stand under each other. */
export type Cell = readonly Piece[]
export interface Piece {
  readonly text: string
  /**
   * `code` is set as code, `element` is the id of one, `link` leads to `text` itself, `anchor` to a line of this page; `relation`
   * and `safety` are words of their closed lists.
   */
  readonly as?: 'code' | 'element' | 'link' | 'anchor' | 'relation' | 'safety'
}

export interface Line {
  /** Name of the line, unique on the page; what others link to. */
  readonly anchor: string
  readonly cells: readonly Cell[]
}

/** A part of a page: a heading, some sentences, and a table. */
export interface Section {
  readonly anchor: string
  readonly title: string
  /** 2 for a part of its own, 3 for a part of the one above. */
  readonly level: 2 | 3
  readonly about: readonly string[]
  readonly columns: readonly string[]
  readonly lines: readonly Line[]
}

/** What a page of the tables says, in Markdown and in HTML. */
export interface MappingsPage {
  readonly title: string
  readonly about: readonly string[]
  readonly sections: readonly Section[]
}

/**
 * The page that the Markdown and HTML renderings are: a section for each table with its grids, then the code tables and all
 * else. The first columns are those of HL7 Europe's mapping pages: element, relation, element, notes.
 */
export function sectionsOf(mappings: Mappings): Section[] {
  const entries = entriesOf(mappings)
  const of = (kind: EntryKind, table?: string) =>
    entries.filter((one) => one.kind === kind && (table === undefined || one.table === table))
  return [
    ...mappings.tables.flatMap((table) => [
      rowSection(table, of('row', table.id)),
      ...table.rows.filter((row) => row.cases !== undefined).map(gridSection),
    ]),
    ...mappings.codes.map((table) => codeSection(table, of('code', table.id))),
    ...mappings.dialects.map(({ id }) =>
      otherSection(
        `Dialect: ${id}`,
        entries.filter((one) => one.table === id),
      ),
    ),
    ...[
      otherSection('What comes in from other countries', of('criterion')),
      otherSection('Slices', of('slice')),
      otherSection('Written by containers', of('container')),
      assumptionSection(of('assumption')),
    ].filter((section) => section.lines.length > 0),
  ]
}

function rowSection(table: Table, entries: readonly Entry[]): Section {
  const side = (word: string, { root, profile }: Table['left']) =>
    `${word}: ${root}${profile === undefined ? '' : `, profile ${profile}`}`
  const included = table.include.length === 0 ? [] : [`Rows of ${table.include.join(', ')} hold here too.`]
  return {
    anchor: anchorOf(`table ${table.id}`),
    title: table.id,
    level: 2,
    about: [side('Left', table.left), side('Right', table.right), ...included],
    columns: ['Left element', 'Relation', 'Right element', 'Notes', 'How', 'Safety', 'Rests on', 'Review', 'Row'],
    lines: entries.map((one) => ({
      anchor: anchorOf(one.id),
      cells: [
        pieces(one.left, 'element'),
        pieces([one.relation], 'relation'),
        pieces(one.right, 'element'),
        [...texts(one.notes), ...cited(one)],
        texts(one.how),
        pieces([one.safety], 'safety'),
        one.assumes.map((id) => ({ text: id, as: 'anchor' })),
        texts([one.review]),
        [{ text: one.id, as: 'anchor' }, ...texts([one.place])],
      ],
    })),
  }
}

function gridSection(row: Row): Section {
  const cases = row.cases ?? []
  return {
    anchor: anchorOf(`cases ${row.id}`),
    title: `Cases of ${row.id}`,
    level: 3,
    about: ['Read from the top; the first case that fits is used.'],
    columns: ['Case', ...row.left.map(({ id }) => id), 'Used', ...row.right.map(({ id }) => id), 'Ledger', 'Notes'],
    lines: cases.map((one, at) => ({
      anchor: anchorOf(caseId(row, at)),
      cells: [
        texts([String(at + 1)]),
        ...one.left.map((value) => codes([wordOf(value)])),
        texts([waysOf(one)]),
        ...one.right.map((value) => codes([wordOf(value)])),
        texts([one.outcome ?? '']),
        texts([one.note ?? '']),
      ],
    })),
  }
}

function codeSection({ id, leftSystem, rightSystem, rule }: CodeTable, entries: readonly Entry[]): Section {
  return {
    anchor: anchorOf(`codes ${id}`),
    title: `Codes: ${id}`,
    level: 2,
    about: [
      ...(leftSystem === '' ? [] : [`Left: ${leftSystem}`]),
      ...(rightSystem === '' ? [] : [`Right: ${rightSystem}`]),
      ...(rule === undefined ? [] : [`Codes without a row: by the rule ${rule}`]),
    ],
    columns: ['Left code', 'Relation', 'Right code', 'Notes', 'Confidence', 'Rests on', 'Review', 'Place'],
    lines: entries.map((one, at) => ({
      anchor: anchorOf(`${id} ${at + 1} ${one.id}`),
      cells: [
        coded(one.left),
        pieces([one.relation], 'relation'),
        coded(one.right),
        [...texts(one.notes), ...cited(one)],
        texts([one.confidence]),
        one.assumes.map((assumption) => ({ text: assumption, as: 'anchor' })),
        texts([one.review]),
        texts([one.place]),
      ],
    })),
  }
}

/** What has no table of its own shape: a column for each kind of statement. */
function otherSection(title: string, entries: readonly Entry[]): Section {
  return {
    anchor: anchorOf(title),
    title,
    level: 2,
    about: [],
    columns: ['Name', 'Left, or what it is about', 'Right', 'How', 'Notes', 'Rests on', 'Review', 'Place'],
    lines: entries.map((one) => ({
      anchor: anchorOf(`${one.kind} ${one.id}`),
      cells: [
        codes([one.id]),
        codes(one.left),
        codes(one.right),
        texts(one.how),
        [...texts(one.notes), ...cited(one)],
        one.assumes.map((id) => ({ text: id, as: 'anchor' })),
        texts([one.safety, one.review]),
        texts([one.place]),
      ],
    })),
  }
}

function assumptionSection(entries: readonly Entry[]): Section {
  return {
    anchor: 'assumptions',
    title: 'Assumptions',
    level: 2,
    about: ['What the tables lean on and public sources do not confirm.'],
    columns: ['Assumption', 'Statement, basis, what breaks, how to change it'],
    lines: entries.map((one) => ({
      anchor: anchorOf(one.id),
      cells: [texts([one.id]), [...codes(one.left), ...texts(one.notes)]],
    })),
  }
}

function texts(list: readonly string[]): Cell {
  return list.filter((text) => text !== '').map((text) => ({ text }))
}

function pieces(list: readonly string[], as: NonNullable<Piece['as']>): Cell {
  return texts(list).map(({ text }) => ({ text, as }))
}

function codes(list: readonly string[]): Cell {
  return list.map((text) => ({ text, as: 'code' }))
}

function coded([code, ...rest]: readonly string[]): Cell {
  return code === undefined ? [] : [{ text: code, as: 'code' }, ...texts(rest)]
}

function cited({ cite }: Entry): Cell {
  return cite === '' ? [] : [{ text: cite, as: 'link' }]
}

/** Names of rows come from files of users: only plain letters stand in an anchor, so that a link always leads there. */
export function anchorOf(name: string): string {
  return name.replace(/[^A-Za-z0-9.]+/g, (other) => (other === ' ' || other === '/' ? '-' : escapeUnits(other)))
}

function escapeUnits(text: string): string {
  return [...text].map((one) => (/[-/ ]/.test(one) ? '-' : `_${one.codePointAt(0)?.toString(16)}_`)).join('')
}
