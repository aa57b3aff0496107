import type { JsonObject } from '../document/json.ts'
import type { CodeRow, CodeTable } from '../terminology/code-table.ts'

/** The code table that says by which word criteria name the code systems of other countries. */
export const systemWords = 'systems-europe'

/** The row of a code table that a coding belongs to. */
export type CodeMatch = (coding: JsonObject) => CodeRow | undefined

/**
 * Code tables for criteria have `word|code` on their left, the word being one of `systems-europe`; a `*` at the end stands
 * for whatever follows, so that a chapter of a classification is one row. The first row that fits counts.
 */
export function compileMatch(tables: readonly CodeTable[]): (table: string) => CodeMatch {
  const words = new Map(tables.find((one) => one.id === systemWords)?.rows.map((row) => [row.left, row.right]))
  const known = new Map<string, CodeMatch>()
  return (id) => {
    const match = known.get(id) ?? matchOf(tables.find((one) => one.id === id)?.rows ?? [], words)
    known.set(id, match)
    return match
  }
}

function matchOf(rows: readonly CodeRow[], words: ReadonlyMap<string, string>): CodeMatch {
  const exact = new Map(rows.map((row) => [row.left, row]))
  const classes = rows.filter((row) => row.left.endsWith('*'))
  return ({ system, code }) => {
    const word = typeof system === 'string' ? words.get(system) : undefined
    if (word === undefined || typeof code !== 'string') return undefined
    const name = `${word}|${code}`
    return exact.get(name) ?? classes.find((row) => name.startsWith(row.left.slice(0, -1)))
  }
}
