import { describe, expect, test } from 'vitest'
import { type Way, ways } from '../../../../src/browse/pages/overview/kinds.ts'
import { countRows, fateOf, fates, matrixOf } from '../../../../src/browse/pages/overview/matrix.ts'
import { standardToolkit } from '../../../../src/toolkit.ts'

const { mappings } = standardToolkit()
const all = Object.keys(ways) as Way[]

describe.each(all)('%s', (way) => {
  const lines = matrixOf(mappings, way)

  test('a cell is as its weakest row, and counts those that could flip a meaning', () => {
    for (const { fate, rows, flips } of lines.flatMap(({ cells }) => cells)) {
      const worst = rows.map(({ row }) => fates.indexOf(fateOf(row))).sort((one, other) => other - one)[0]
      expect(fate).toBe(worst === undefined ? undefined : fates[worst])
      expect(flips).toBe(rows.filter(({ row }) => row.safety !== 'none').length)
    }
  })

  test('every row of the way is in a cell, and in one of each line at most', () => {
    for (const { cells } of lines) {
      const ids = cells.flatMap(({ rows }) => rows.map(({ row }) => row.id))
      expect(new Set(ids).size).toBe(ids.length)
    }
    const shown = new Set(lines.flatMap(({ cells }) => cells.flatMap(({ rows }) => rows.map(({ row }) => row.id))))
    expect(shown.size).toBe(countRows(mappings, way).rows)
  })

  test('a row is mapped, carried or dropped', () => {
    const { rows, mapped, carried, dropped } = countRows(mappings, way)
    expect(mapped + carried + dropped).toBe(rows)
  })
})

test('every kind says what it is about, its state, its time and who recorded it, on the way to Europe', () => {
  for (const { subject, cells } of matrixOf(mappings, 'ki-eps')) {
    const filled = cells.filter(({ rows }) => rows.length > 0).map(({ group }) => group)
    expect(filled, subject).toEqual(
      expect.arrayContaining(subject === 'patient' ? ['what'] : ['what', 'state', 'dates', 'people']),
    )
  }
})

test('status and certainty cross as they are on every way, and a mistake in them could flip a meaning', () => {
  for (const way of all) {
    for (const { cells, subject } of matrixOf(mappings, way)) {
      const state = cells.find(({ group }) => group === 'state')
      if (subject !== 'patient')
        expect([state?.fate, (state?.flips ?? 0) > 0], `${way} ${subject}`).toEqual(['same', true])
    }
  }
})
