import type { Mappings, Row } from '../table.ts'
import type { Report } from './load.ts'

/** Of the two-way cases, no two may say the same on one side: which of them is meant on the way back would be chance. */
export function checkPreferred(mappings: Mappings, report: Report): void {
  for (const row of mappings.tables.flatMap((table) => table.rows))
    for (const side of ['left', 'right'] as const) checkSide(row, side, report)
}

function checkSide(row: Row, side: 'left' | 'right', report: Report): void {
  const seen = new Set<string>()
  for (const one of row.cases ?? []) {
    if (one.only !== undefined) continue
    const tuple = JSON.stringify(one[side])
    if (seen.has(tuple)) report('MAP-019', one, { row: row.id, side }, side)
    seen.add(tuple)
  }
}
