import { describe, expect, test } from 'vitest'
import {
  codeName,
  crossingOf,
  filterCodes,
  lopsided,
  readCodeFilter,
  usersOf,
  waysBack,
} from '../../../src/browse/pages/codes/code-rows.ts'
import { codeCodec } from '../../../src/codec/code.ts'
import { listRows } from '../../../src/inspect/list.ts'
import { standardToolkit } from '../../../src/toolkit.ts'

const { mappings } = standardToolkit()
const tableOf = (id: string) => {
  const table = mappings.codes.find((one) => one.id === id)
  if (table === undefined) throw new Error(`no code table ${id}`)
  return table
}
const place = { path: [], report: () => undefined } as never

describe('the way back of a code', () => {
  test('is the one that conversions take, in every table', () => {
    for (const table of mappings.codes) {
      const codec = codeCodec(table)
      for (const { right, rows } of waysBack({ table, isTranslation: false }))
        expect([table.id, codec.backward([right], place)?.[0]]).toEqual([table.id, rows[0]?.left])
    }
  })

  test('of a table of translations is only there for what says the same', () => {
    const crossing = crossingOf(tableOf('7497-snomed'), mappings)
    expect(crossing.isTranslation).toBe(true)
    expect(waysBack(crossing).map(({ right }) => right)).toEqual(['39579001', '698247007'])
    expect(lopsided(crossing)).toEqual(['2', '9', '10'])
  })

  test('of a table with the same pairs both ways leaves no code out', () => {
    const crossing = crossingOf(tableOf('kjonn'), mappings)
    expect([crossing.isTranslation, lopsided(crossing)]).toEqual([false, []])
  })

  test('is told to be another where two codes of the left share one of the right', () => {
    expect(lopsided(crossingOf(tableOf('kj-kinds'), mappings))).not.toEqual([])
  })
})

test('codes are those that the command line lists, by the same names', () => {
  const listed = listRows(mappings).filter((row) => row.kind === 'code')
  const shown = mappings.codes.flatMap((table) =>
    filterCodes(table, readCodeFilter({})).map((row) => `${table.id}#${codeName(table, row)}`),
  )
  expect(shown).toEqual(listed.map(({ id }) => id))
})

test('a filter leaves what fits', () => {
  const table = tableOf('7497-snomed')
  const names = (query: Record<string, string>) =>
    filterCodes(table, readCodeFilter(query)).map((row) => codeName(table, row))
  expect(names({ confidence: 'low' })).toEqual(['2'])
  expect(names({ relation: 'equivalent' })).toEqual(['1', '3'])
  expect(names({ q: 'blodtrykk LOW' })).toEqual(['2'])
  expect(names({ relation: 'no such word' })).toHaveLength(6)
})

test('users are rows, and criteria that look a code up', () => {
  expect(usersOf(tableOf('7497-snomed'), mappings)).toContain('reaction.translation')
  expect(usersOf(tableOf('grave-reactions'), mappings)).toContain('import.allergy.grave')
})
