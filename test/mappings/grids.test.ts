import { describe, expect, test } from 'vitest'
import { standardToolkit } from '../../src/index.ts'
import { matchCase } from '../../src/mapping/row-grid.ts'
import type { CaseValue, Row } from '../../src/mapping/table.ts'

const rows = standardToolkit().mappings.tables.flatMap((table) => table.rows)
const grids = rows.filter((row) => row.cases !== undefined)

/** Everything that either side of a grid can hold, by the codes its cases name, with absent and an unknown code. */
function domain(row: Row, side: 'left' | 'right'): CaseValue[][] {
  return row[side].map((_, index) => {
    const named = new Set(
      (row.cases ?? []).map((one) => one[side][index] as CaseValue).filter((value) => value !== '*'),
    )
    return [...named.add(null)]
  })
}

function product(lists: CaseValue[][]): CaseValue[][] {
  return lists.reduce<CaseValue[][]>(
    (tuples, list) => tuples.flatMap((tuple) => list.map((value) => [...tuple, value])),
    [[]],
  )
}

describe.each(grids.map((row) => [row.id, row] as const))('%s', (_, row) => {
  test('gives each two-way case back, in both directions', () => {
    for (const one of (row.cases ?? []).filter((each) => each.only === undefined)) {
      expect(matchCase(row.cases ?? [], 'forward', one.left)?.right).toEqual(one.right)
      expect(matchCase(row.cases ?? [], 'backward', one.right)?.left).toEqual(one.left)
    }
  })

  test('has a way back for whatever it writes', () => {
    for (const one of (row.cases ?? []).filter((each) => each.outcome !== 'withheld')) {
      if (one.only !== 'backward' && row.right.length > 0)
        expect(matchCase(row.cases ?? [], 'backward', one.right)).toBeDefined()
      if (one.only !== 'forward') expect(matchCase(row.cases ?? [], 'forward', one.left)).toBeDefined()
    }
  })

  test('never says confirmed or active of what is refuted, whatever stands beside it', () => {
    for (const [direction, side, other] of [
      ['forward', 'left', 'right'],
      ['backward', 'right', 'left'],
    ] as const) {
      for (const values of product(domain(row, side))) {
        const match = matchCase(row.cases ?? [], direction, values)
        if (match === undefined || !values.some((value) => value === 'refuted' || value === 'avkreftet')) continue
        for (const wrong of ['confirmed', 'bekreftet', 'active', 'aktiv', 'unconfirmed'])
          expect(match[other]).not.toContain(wrong)
      }
    }
  })
})

describe('the status grids are total', () => {
  const left: Record<string, CaseValue[][]> = {
    'allergy.status': [
      ['aktiv', 'avkreftet', 'slettet'],
      ['mistenkt', 'sannsynlig', 'bekreftet', null],
    ],
    'condition.status': [['aktiv', 'avkreftet', 'slettet']],
  }

  test.each(Object.keys(left))('%s: every state of the register goes out', (id) => {
    const row = rows.find((one) => one.id === id) as Row
    for (const values of product(left[id] as CaseValue[][]))
      expect(matchCase(row.cases ?? [], 'forward', values), values.join()).toBeDefined()
  })

  test.each(['allergy.status', 'kj.allergy.status', 'eps.allergy.status'])(
    '%s: every certainty that R4 knows is read or kept back on purpose',
    (id) => {
      const row = rows.find((one) => one.id === id) as Row
      const index = row.right.findIndex((element) => element.id.endsWith('Verification.code'))
      for (const code of ['unconfirmed', 'confirmed', 'refuted', 'entered-in-error']) {
        const values = row.right.map((_, position): CaseValue => (position === index ? code : null))
        const clinical = row.right.findIndex((element) => element.id.endsWith('Clinical.code'))
        if (clinical >= 0)
          values[clinical] = code === 'refuted' ? 'inactive' : code === 'entered-in-error' ? null : 'active'
        expect(matchCase(row.cases ?? [], 'backward', values), code).toBeDefined()
      }
    },
  )

  test('what R4 can say of a clinical status and the register cannot is kept back', () => {
    const row = rows.find((one) => one.id === 'allergy.status') as Row
    for (const values of [
      ['resolved', 'confirmed', null],
      ['inactive', 'confirmed', null],
      ['inactive', null, null],
      ['unheard-of', 'confirmed', null],
    ]) {
      const match = matchCase(row.cases ?? [], 'backward', values)
      expect(match === undefined || match.outcome === 'withheld').toBe(true)
    }
  })
})

test('every row has a citation and a note, and no row is stated twice', () => {
  expect(rows.filter((row) => !row.cite.startsWith('http') || row.note === '')).toEqual([])
  expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length)
})
