import fc from 'fast-check'
import { expect, test } from 'vitest'
import { summaryOf } from '../../../src/report/ledger/summary.ts'
import { summaryText } from '../../../src/report/ledger/summary-text.ts'
import { LedgerTally } from '../../../src/report/ledger/tally.ts'
import type { LedgerItem } from '../../../src/report/ledger/item.ts'
import { ledgerWords } from '../../../src/report/ledger/item.ts'
import { carried, derived, entryOf, failedItem, grave, itemOf } from './items.ts'

function tallyOf(...items: LedgerItem[]): LedgerTally {
  const tally = new LedgerTally(3)
  tally.tool({ version: '0.1.0', mappings: '1.2' })
  for (const item of items) tally.add(item)
  return tally
}

const told = { code: 'EPS-001', severity: 'information' as const, path: '' }
const some = [
  itemOf(),
  itemOf({ input: 'a.ndjson:3', ledger: [entryOf(), entryOf(), carried, derived], issues: [told, told] }),
  itemOf({ input: 'a.ndjson:4', from: 'ki', dialect: 'ki', ledger: [grave], written: false, issues: [told] }),
  failedItem(),
]

test('the text of a summary', () => {
  expect(summaryText(summaryOf(tallyOf(...some), 20))).toBe(`kritinfo   0.1.0, mappings 1.2 (1 report)
documents  4: 2 written, 2 not written
           2 kj (nhn-2025) → eps
           1 ki → eps
leaves     30: 25 claimed, 5 in the ledger
entries    6, of which 1 about outputs
outcomes   1 carried, 1 derived, 4 dropped
grades     1 L, 1 C, 4 X
safety     1 status, 5 none
lost       4 leaves, of which 1 could flip a meaning

Why no output was written
times  documents  severity  code
    1          1  error     DOC-010

Lost, by row
entries  documents  outcome  grade  safety  row
      3          2  dropped  X      none    eps.allergy.source
      1          1  dropped  X      status  allergy.status

What else the ledger says, by row
entries  documents  outcome  grade  safety  row
      1          1  carried  C      none    allergy.note
      1          1  derived  L      none    eps.alert

Told, by code
times  documents  severity     code
    3          2  information  EPS-001
    1          1  error        DOC-010
`)
})

test('a list that is cut says how much is left', () => {
  const { losses, others } = summaryOf(tallyOf(...some), 1)
  expect([losses.lines.length, losses.left, others.left]).toEqual([1, 1, 1])
  expect(summaryText(summaryOf(tallyOf(...some), 1))).toContain('1 more; --top <n> lists them')
})

test('nothing at all', () => {
  expect(summaryText(summaryOf(new LedgerTally(0), 20))).toContain('documents  0: 0 written, 0 not written')
})

const entry = fc.record({
  path: fc.constant('a'),
  row: fc.constantFrom('a', 'b', 'container.type'),
  outcome: fc.constantFrom(...ledgerWords.outcome),
  grade: fc.constantFrom(...ledgerWords.grade),
  safety: fc.constantFrom(...ledgerWords.safety),
  recoverable: fc.boolean(),
})
const items = fc.array(fc.array(entry, { maxLength: 8 }), { maxLength: 12 })

test('every entry stands in one row, one outcome, one grade and one safety class, whatever the order of documents', () => {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
  fc.assert(
    fc.property(items, (ledgers) => {
      const documents = ledgers.map((ledger, index) => itemOf({ input: `a:${index}`, ledger }))
      const summary = summaryOf(tallyOf(...documents), 5_000)
      const { entries, losses, others, leaves, documents: counted } = summary
      const wanted = sum(ledgers.map(({ length }) => length))
      for (const numbers of [entries.byOutcome, entries.byGrade, entries.bySafety])
        expect(sum(Object.values(numbers))).toBe(wanted)
      expect(sum([...losses.lines, ...others.lines].map((one) => one.entries))).toBe(wanted)
      expect(sum(losses.lines.map((one) => one.entries))).toBe(entries.lost)
      expect(leaves.claimed + leaves.ledger).toBe(leaves.total)
      expect(counted.total).toBe(ledgers.length)
      expect(summaryOf(tallyOf(...documents.reverse()), 5_000)).toEqual(summary)
    }),
  )
})

test('kinds without end are counted, not kept', () => {
  const tally = new LedgerTally(1)
  for (let number = 0; number < 6_000; number++) tally.add(itemOf({ ledger: [entryOf({ row: `row-${number}` })] }))
  expect(tally.rows.size).toBe(5_000)
  const { beyond, entries } = summaryOf(tally, 10)
  expect([beyond, entries.total]).toEqual([1_000, 6_000])
})

test('nothing that moves a terminal comes from a report', () => {
  const text = summaryText(summaryOf(tallyOf(itemOf({ ledger: [entryOf({ row: 'a\u001b[2J\nb' })] })), 9))
  expect(text).not.toContain('\u001b')
})
