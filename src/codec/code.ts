import type { CodeTable } from '../terminology/code-table.ts'
import { type Codec, single } from './codec.ts'

/**
 * `code(table)`: a code of one system for a code of the other, by a table of `mappings/codes/`.
 * A code without a row does not cross: no table is guessed at (law 5). Of several rows for one code the first
 * that is `equivalent` is meant, else the first.
 */
export function codeCodec(table: CodeTable): Codec {
  const right = index(table, 'left', 'right')
  const left = index(table, 'right', 'left')
  return single(
    `code(${table.id})`,
    (value) => (typeof value === 'string' ? right.get(value) : undefined),
    (value) => (typeof value === 'string' ? left.get(value) : undefined),
  )
}

function index(table: CodeTable, from: 'left' | 'right', to: 'left' | 'right'): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const row of [...table.rows].sort((one, other) => rank(one.relation) - rank(other.relation))) {
    if (!found.has(row[from])) found.set(row[from], row[to])
  }
  return found
}

function rank(relation: string): number {
  return relation === 'equivalent' ? 0 : 1
}
