import { describe, expect, test } from 'vitest'
import { type Conditions, filterOf } from '../../../src/report/ledger/filter.ts'
import { carried, derived, entryOf, failedItem, grave, itemOf } from './items.ts'

const nothing: Conditions = {
  grade: [],
  safety: [],
  outcome: [],
  row: [],
  code: [],
  input: [],
  notWritten: false,
  whole: false,
}
const told = { code: 'EPS-001', severity: 'information' as const, path: '' }
const other = { ...told, code: 'EPS-002' }
const item = itemOf({ ledger: [entryOf(), carried, derived, grave], issues: [told, other] })
const rowsOf = (asked: Partial<Conditions>) => filterOf({ ...nothing, ...asked })(item)?.ledger.map(({ row }) => row)

describe('entries', () => {
  test('without a condition all stay', () => expect(filterOf(nothing)(item)).toEqual(item))
  test('of one kind any will do', () => {
    expect(rowsOf({ grade: ['C', 'L'] })).toEqual(['allergy.note', 'eps.alert'])
  })
  test('of several kinds all must be met, by one entry', () => {
    expect(rowsOf({ grade: ['X'], safety: ['status'] })).toEqual(['allergy.status'])
    expect(rowsOf({ grade: ['C'], safety: ['status'] })).toBeUndefined()
    expect(rowsOf({ outcome: ['dropped'], row: [(name) => name.startsWith('eps.')] })).toEqual(['eps.allergy.source'])
  })
  test('what was not asked about stays', () => {
    expect(filterOf({ ...nothing, grade: ['C'] })(item)?.issues).toEqual([told, other])
    expect(filterOf({ ...nothing, code: ['EPS-001'] })(item)).toEqual({ ...item, issues: [told] })
  })
  test('--whole keeps all of a document that is found', () => {
    expect(filterOf({ ...nothing, grade: ['C'], code: ['EPS-002'], whole: true })(item)).toBe(item)
    expect(filterOf({ ...nothing, grade: ['B'], whole: true })(item)).toBeUndefined()
  })
})

describe('documents', () => {
  test('by name', () => {
    const input = [(name: string) => name === 'a.ndjson:2']
    expect(filterOf({ ...nothing, input })(item)).toBeUndefined()
    expect(filterOf({ ...nothing, input })(failedItem())).toBeDefined()
  })
  test('of which no output was written: those that failed, and those whose output was not valid', () => {
    const find = filterOf({ ...nothing, notWritten: true })
    const { written: _, ...early } = item
    expect([item, early, failedItem(), itemOf({ written: false })].map((one) => find(one) !== undefined)).toEqual([
      false,
      false,
      true,
      true,
    ])
  })
})
