import { nearTo } from '../../document/suggest.ts'
import type { CodeRow } from '../../terminology/code-table.ts'
import type { Address } from '../dialect.ts'
import type { Mappings, Row } from '../table.ts'
import type { Report } from './load.ts'

/** Names of tables, slices and assumptions that lead nowhere. */
export function checkNames(mappings: Mappings, report: Report): void {
  const tables = new Set(mappings.tables.map((one) => one.id))
  const slices = new Set(mappings.slices.map((one) => one.id))
  const assumptions = new Set(mappings.assumptions.map((one) => one.id))
  const checkAssumptions = (row: Row | CodeRow | Address) => {
    for (const [index, id] of row.assumes.entries())
      if (!assumptions.has(id))
        report('MAP-017', row, { kind: 'assumption', id, near: nearTo(id, assumptions) }, 'assumes', index)
  }
  for (const table of mappings.tables) {
    for (const [index, id] of table.include.entries())
      if (!tables.has(id)) report('MAP-017', table, { kind: 'table', id, near: nearTo(id, tables) }, 'include', index)
    for (const row of table.rows) {
      checkAssumptions(row)
      checkSlices(row, slices, report)
    }
  }
  for (const row of mappings.codes.flatMap((table) => table.rows)) checkAssumptions(row)
  for (const address of mappings.dialects.flatMap((dialect) => dialect.addresses)) checkAssumptions(address)
  for (const dialect of mappings.dialects) {
    for (const id of Object.values(dialect.tables))
      if (!tables.has(id)) report('MAP-017', dialect, { kind: 'table', id, near: nearTo(id, tables) }, 'tables')
  }
}

function checkSlices(row: Row, slices: ReadonlySet<string>, report: Report): void {
  for (const side of ['left', 'right'] as const) {
    for (const [index, element] of row[side].entries()) {
      for (const { key, slice } of element.steps) {
        const id = `${key}:${slice}`
        if (slice !== undefined && !slices.has(id))
          report('MAP-017', row, { kind: 'slice', id, near: nearTo(id, slices) }, side, index)
      }
    }
  }
}
