import type { JsonObject } from '../document/json.ts'
import { rowsOfLeft } from './code-index.ts'
import { ruledCode } from './code-rule.ts'
import type { CodeTable } from './code-table.ts'

/** A coding that a code table knows for another one. */
export interface Translation {
  readonly coding: JsonObject
  /** It says less than the coding it was made from: a wider class. */
  readonly isBroader: boolean
}

/**
 * The coding that a code table knows for this one: equivalent concepts, so that a receiver may act on either, or, where
 * the table has a rule that says so, the wider class. A code that is unknown, unconfirmed or merely related is not
 * translated.
 */
export function translationOf(coding: JsonObject, tables: readonly CodeTable[]): Translation | undefined {
  for (const table of tables) {
    if (coding.system !== table.leftSystem || typeof coding.code !== 'string') continue
    const row = rowsOfLeft(table, coding.code).find((one) => one.relation === 'equivalent')
    if (row !== undefined) return { coding: codingOf(table, row.right, row.rightDisplay), isBroader: false }
    const ruled = ruledCode(table, coding.code)
    if (ruled !== undefined) return { coding: codingOf(table, ruled.code), isBroader: ruled.relation !== 'equivalent' }
  }
  return undefined
}

function codingOf(table: CodeTable, code: string, display?: string): JsonObject {
  return { system: table.rightSystem, code, ...(display === undefined ? {} : { display }) }
}
