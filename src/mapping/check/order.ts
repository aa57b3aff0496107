import type { Mappings } from '../table.ts'
import { allRows, type CheckKit, type Tell } from './kit.ts'

/**
 * `rest` takes whatever is left, so a row below it never finds anything. Rows that take nothing themselves (`absent`,
 * `translate`) may stand there.
 */
export function checkOrder(mappings: Mappings, _kit: CheckKit, tell: Tell): void {
  for (const table of mappings.tables) {
    const rows = allRows(table, mappings)
    const rest = rows.findIndex((row) => row.via?.name === 'rest')
    if (rest < 0) continue
    // `rest(portable)` leaves what a receiver could not read; a row below may say by name why it does not cross.
    const leaves = rows[rest]?.via?.args[0] === 'portable'
    for (const row of rows.slice(rest + 1)) {
      const isFine =
        row.via?.name === 'absent' || row.via?.name === 'translate' || (leaves && row.relation === 'no-map')
      if (!isFine) tell('CHK-013', row, { row: row.id, rest: rows[rest]?.id ?? '' }, 'id')
    }
  }
}
