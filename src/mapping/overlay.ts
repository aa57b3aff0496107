import { type Issue, issue } from '../issue/issue.ts'
import type { CodeRow, CodeTable, Source } from '../terminology/code-table.ts'
import type { Layer, LayerTable } from './load.ts'
import type { Assumption, Mappings, Row, Slice, Table } from './table.ts'

/**
 * Lays an overlay over mappings: rows with a known id replace, others are added, `drop` takes away. An overlay is a
 * folder like ours, of the files that change something; the result is checked as ours is (`check.ts`).
 */
export function overlay(base: Mappings, layer: Layer, issues: Issue[]): Mappings {
  return {
    version: layer.version === undefined ? `${base.version}+overlay` : `${base.version}+${layer.version}`,
    tables: merge(base.tables, layer.tables, (table, change) => overlayTable(table, change, issues), issues),
    codes: merge(base.codes, layer.codes, overlayCodes, issues),
    slices: replaceById(base.slices, layer.slices, (one: Slice) => one.id),
    assumptions: replaceById(base.assumptions, layer.assumptions, (one: Assumption) => one.id),
  }
}

interface Change<T> {
  readonly table: T
  readonly extends: boolean
}

function merge<T extends { readonly id: string; readonly source: Source }, C extends Change<T>>(
  base: readonly T[],
  changes: ReadonlyMap<string, C>,
  lay: (table: T, change: C) => T,
  issues: Issue[],
): T[] {
  const known = new Set(base.map((one) => one.id))
  for (const [id, change] of changes) {
    const { file, line } = change.table.source
    if (change.extends && !known.has(id)) issues.push(issue('MAP-013', { path: file, line }, { id }))
    if (!change.extends && known.has(id)) issues.push(issue('MAP-014', { path: file, line }, { id }))
  }
  const changed = base.map((one) => {
    const change = changes.get(one.id)
    return change === undefined || !change.extends ? one : lay(one, change)
  })
  const added = [...changes.values()].filter((one) => !known.has(one.table.id)).map((one) => one.table)
  return [...changed, ...added]
}

function overlayTable(table: Table, change: LayerTable, issues: Issue[]): Table {
  const known = new Set(table.rows.map((row) => row.id))
  for (const id of change.drop) {
    const { file, line } = change.table.source
    if (!known.has(id)) issues.push(issue('MAP-015', { path: file, line }, { id }))
  }
  return {
    ...table,
    rows: replaceById(table.rows, change.table.rows, (row: Row) => row.id).filter(
      (row) => !change.drop.includes(row.id),
    ),
  }
}

function overlayCodes(
  table: CodeTable,
  change: { readonly table: CodeTable; readonly drop: readonly string[] },
): CodeTable {
  return {
    ...table,
    rows: replaceById(table.rows, change.table.rows, (row: CodeRow) => row.left).filter(
      (row) => !change.drop.includes(row.left),
    ),
  }
}

/** Replacements stand where the replaced stood: the order of rows means something (`rest` is last). New ones go first. */
function replaceById<T>(base: readonly T[], changes: readonly T[], id: (one: T) => string): T[] {
  const byId = new Map(changes.map((one) => [id(one), one]))
  const known = new Set(base.map(id))
  return [...changes.filter((one) => !known.has(id(one))), ...base.map((one) => byId.get(id(one)) ?? one)]
}
