import { expect, test } from 'vitest'
import { described } from '../../src/mapping/render/words.ts'
import { howWords, norwegianMoves } from '../../src/page/how.ts'
import { standardToolkit } from '../../src/toolkit.ts'

test('every name that has English words has Norwegian ones, and takes what it is called with', () => {
  expect(Object.keys(norwegianMoves).sort()).toEqual([...described].sort())
  for (const row of standardToolkit().mappings.tables.flatMap((table) => table.rows)) {
    const words = howWords(row, 'nb')
    expect(words).not.toMatch(/\{\d|undefined/)
    for (const argument of row.via?.args ?? [])
      if (howWords(row, 'en').includes(argument)) expect(words).toContain(argument)
  }
})
