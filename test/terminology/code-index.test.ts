import { expect, test } from 'vitest'
import { standardToolkit } from '../../src/index.ts'
import { rowsOfLeft } from '../../src/terminology/code-index.ts'

const { codes } = standardToolkit().mappings

test.each(codes.map((table) => [table.id, table] as const))(
  'rows of %s are found by their left code, in order',
  (_, table) => {
    for (const { left } of table.rows)
      expect(rowsOfLeft(table, left)).toEqual(table.rows.filter((row) => row.left === left))
  },
)

test('what is no code of a table finds nothing', () => {
  const [table] = codes
  for (const code of [undefined, 1, {}, 'constructor', '__proto__'])
    expect(rowsOfLeft(table as (typeof codes)[number], code)).toEqual([])
})
