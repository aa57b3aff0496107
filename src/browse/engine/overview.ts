import { type CoverageState, coverage, coverageStates } from '../../inspect/coverage.ts'
import { showKit } from './kits.ts'

/** How many elements a form has on one side of an edge, and what becomes of them. */
export interface ElementCounts {
  readonly edge: string
  readonly form: string
  readonly counts: Readonly<Record<CoverageState, number>>
}

/** What the overview asks. */
export const overviewServices = {
  /** Both sides of every edge. */
  elementCounts(): ElementCounts[] {
    const { mappings, check } = showKit()
    const sums = new Map<string, ElementCounts>()
    for (const { edge, form, counts } of coverage(mappings, check)) {
      const key = `${edge} ${form}`
      const before = sums.get(key)?.counts
      const sum = coverageStates.map((state) => [state, (before?.[state] ?? 0) + counts[state]] as const)
      sums.set(key, { edge, form, counts: Object.fromEntries(sum) as Record<CoverageState, number> })
    }
    return [...sums.values()]
  },
}
