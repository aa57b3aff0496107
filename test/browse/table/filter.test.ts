import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Filter, filterTables, printFilter, readFilter } from '../../../src/browse/pages/table/filter.ts'
import { parseRoute, printRoute } from '../../../src/browse/route.ts'
import { listRows } from '../../../src/inspect/list.ts'
import { relations, safeties } from '../../../src/mapping/load-row.ts'
import { reviewStates } from '../../../src/terminology/review.ts'
import { standardToolkit } from '../../../src/toolkit.ts'

const { mappings } = standardToolkit()
const none: Filter = { q: '', safety: undefined, relation: undefined, review: undefined, flip: false }

const filters: fc.Arbitrary<Filter> = fc.record({
  q: fc.string({ unit: 'grapheme' }),
  safety: fc.option(fc.constantFrom(...safeties), { nil: undefined }),
  relation: fc.option(fc.constantFrom(...relations), { nil: undefined }),
  review: fc.option(fc.constantFrom(...reviewStates), { nil: undefined }),
  flip: fc.boolean(),
})

describe('the filter in an address', () => {
  test('is read back as it was chosen', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const route = parseRoute(printRoute(['table'], printFilter(filter)))
        expect(readFilter(route.query)).toEqual(filter)
      }),
    )
  })

  test('of an address by anyone is one that can be written, and means the same then', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('q', 'safety', 'relation', 'review', 'flip'), fc.string()), (query) => {
        const filter = readFilter(query)
        expect(readFilter(printFilter(filter))).toEqual(filter)
      }),
    )
  })
})

const idsOf = (filter: Filter) => filterTables(mappings, filter).flatMap(({ rows }) => rows.map(({ id }) => id))

test('what a filter leaves is what the command line lists', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      const { safety, relation, review, flip } = filter
      const listed = listRows(mappings, { safety, relation, review, couldFlip: flip }).filter(
        (row) => row.kind === 'row',
      )
      expect(idsOf({ ...filter, q: '' })).toEqual(listed.map(({ id }) => id))
    }),
  )
})

describe('words', () => {
  test('all have to be found, in whatever order and letters', () => {
    expect(idsOf({ ...none, q: 'SANNSYNLIGHET allergy.stat' })).toEqual(['allergy.status'])
  })

  test('are looked for in notes, codes of grids, assumptions and sources', () => {
    const holds = (q: string, id: string) => expect(idsOf({ ...none, q })).toContain(id)
    holds('potential for harm', 'allergy.criticality')
    holds('avkreftet refuted', 'allergy.status')
    holds('A-allergy-status', 'allergy.status')
    holds('utviklerportal.nhn.no', 'allergy.id')
  })

  test('that stand nowhere leave nothing', () => {
    expect(idsOf({ ...none, q: 'nowhere-at-all' })).toEqual([])
  })
})
