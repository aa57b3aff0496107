import type { Outcome } from '../../../document/books.ts'
import type { Entry, Safety } from '../../../mapping/ledger.ts'
import type { LedgerGroup } from './plain.ts'

/** In the order of what is looked at first: what could flip a meaning, and then the rest. */
export const safetyOrder: readonly Safety[] = ['status', 'certainty', 'criticality', 'negation', 'agent', 'none']

/** The groups of a ledger that have entries, each with its outcomes, the most frequent first. */
export function groupsOf(ledger: readonly Entry[]): LedgerGroup[] {
  const counts = new Map(safetyOrder.map((safety) => [safety, new Map<Outcome, number>()]))
  for (const { safety, outcome } of ledger) {
    const outcomes = counts.get(safety)
    outcomes?.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
  }
  return [...counts].flatMap(([safety, found]) => {
    const outcomes = [...found].sort(([, one], [, other]) => other - one)
    const count = outcomes.reduce((sum, [, number]) => sum + number, 0)
    return count === 0 ? [] : [{ safety, count, outcomes }]
  })
}
