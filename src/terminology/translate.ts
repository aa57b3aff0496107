import type { JsonObject } from '../document/json.ts'
import type { CodeTable } from './code-table.ts'

/**
 * The coding that a code table knows for this one: equivalent concepts only, so that a receiver may act on either.
 * A code that is unknown, unconfirmed or merely related is not translated.
 */
export function translationOf(coding: JsonObject, tables: readonly CodeTable[]): JsonObject | undefined {
  for (const table of tables) {
    if (coding.system !== table.leftSystem) continue
    const row = table.rows.find((one) => one.left === coding.code && one.relation === 'equivalent')
    if (row === undefined) continue
    const display = row.rightDisplay === undefined ? {} : { display: row.rightDisplay }
    return { system: table.rightSystem, code: row.right, ...display }
  }
  return undefined
}
