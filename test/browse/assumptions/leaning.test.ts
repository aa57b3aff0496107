import { expect, test } from 'vitest'
import { writtenMappings } from '../../../src/browse/mappings.ts'
import { leaningOn } from '../../../src/browse/pages/assumptions/leaning.ts'
import { whereIs } from '../../../src/browse/pages/table/where.ts'
import { listRows } from '../../../src/inspect/list.ts'

const mappings = writtenMappings()
const leaning = leaningOn(mappings)

test('somebody leans on each assumption, and each of them has a place', () => {
  for (const { id, concerns } of mappings.assumptions) {
    const { rows, codes, others } = leaning(id)
    const all = [...rows, ...codes, ...others]
    if (concerns === undefined) expect([id, all.length > 0]).toEqual([id, true])
    expect([id, all.filter((name) => whereIs(name, mappings) === undefined)]).toEqual([id, []])
  }
})

test('rows and codes are those that the command line lists', () => {
  for (const { id } of mappings.assumptions) {
    const { rows, codes } = leaning(id)
    expect([...rows, ...codes].sort()).toEqual(
      listRows(mappings, { assumes: id })
        .map((row) => row.id)
        .sort(),
    )
  }
})

test('what takes the value leans on it too', () => {
  const { others } = leaning('A-updater-url')
  expect(others).toEqual(['extension:updater', 'nhn-extensions#updater'])
})
