import { describe, expect, test } from 'vitest'
import { ledgerPage, pageExamples } from '../../../../src/report/ledger/page/page.tsx'
import { LedgerTally } from '../../../../src/report/ledger/tally.ts'
import { elementsOfPage, needsOf } from '../../html-elements.ts'
import { derived, entryOf, failedItem, grave, itemOf } from '../items.ts'

function pageOf(documents: number, rows: number, top = 200): string {
  const tally = new LedgerTally(pageExamples)
  tally.tool({ version: '0.1.0', mappings: '<1.2>' })
  for (let number = 0; number < documents; number++) {
    const ledger = [grave, derived, entryOf({ row: `row-${number % rows}` })]
    tally.add(itemOf({ input: `wards/<ward> & ${number % 7}.ndjson:${number}`, ledger }))
  }
  tally.add(failedItem())
  return ledgerPage(tally, top)
}

describe('the page of reports', () => {
  const html = pageOf(5, 2)
  const elements = elementsOfPage(html)

  test('is HTML, needs nothing but itself and runs nothing', () => {
    expect(needsOf(elements)).toEqual([])
    expect(html).toContain('wards/&lt;ward> &amp; 3.ndjson:3')
  })

  test('leads from each row and code to documents', () => {
    const named = (name: string) => elements.filter(({ tagName }) => tagName === name)
    // Two rows and a status that were lost, one derived; a code, once as a reason and once as told.
    expect(named('details')).toHaveLength(6)
    expect(named('li')).toHaveLength(3 + 2 + 5 + 5 + 1 + 1)
  })

  test('the same reports, the same page', () => expect(pageOf(5, 2)).toBe(html))

  test('says nothing of what is left out if nothing is', () => expect(html).not.toContain('class="left"'))
})

test('of 50,000 documents and 3,000 rows: bounded, and what is left out is said', () => {
  const html = pageOf(50_000, 3_000)
  expect(html.length).toBeLessThan(1_500_000)
  expect(html).toContain('2801 more are not listed; --top &lt;n> lists them.')
  expect(html).toContain('49900 more; kritinfo report filter names them all.')
})
