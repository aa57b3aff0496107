import type { Entry } from '../../../src/mapping/ledger.ts'
import type { LedgerItem } from '../../../src/report/ledger/item.ts'

/** An entry of a ledger, invented. */
export function entryOf(members: Partial<Entry> = {}): Entry {
  return {
    path: 'kritiskInformasjon.registreringer[0].kilder[0]',
    row: 'eps.allergy.source',
    outcome: 'dropped',
    grade: 'X',
    safety: 'none',
    recoverable: false,
    ...members,
  }
}

export const carried = entryOf({ row: 'allergy.note', outcome: 'carried', grade: 'C', recoverable: true })
export const derived = entryOf({ row: 'eps.alert', outcome: 'derived', grade: 'L', recoverable: true, side: 'output' })
export const grave = entryOf({ row: 'allergy.status', safety: 'status' })

/** What a report says of a document that lost one value, invented. */
export function itemOf(members: Partial<LedgerItem> = {}): LedgerItem {
  const ledger = members.ledger ?? [entryOf()]
  const inLedger = ledger.filter(({ side }) => side === undefined).length
  return {
    input: 'a.ndjson:1',
    from: 'kj',
    to: 'eps',
    dialect: 'nhn-2025',
    leaves: { total: 10, claimed: 10 - inLedger, ledger: inLedger },
    ledger,
    issues: [],
    written: true,
    ...members,
  }
}

/** What it says of one that could not be read. */
export function failedItem(input = 'a.ndjson:2'): LedgerItem {
  const leaves = { total: 0, claimed: 0, ledger: 0 }
  const issues = [{ code: 'DOC-010', severity: 'error' as const, path: '' }]
  return { input, from: null, to: 'eps', dialect: null, leaves, ledger: [], issues, written: false }
}
