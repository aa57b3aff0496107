import { LedgerTally } from '../../report/ledger/tally.ts'
import { reportParts } from './read-report.ts'

/** Counts all that reports say. `examples` is how many documents are remembered for each row and code. */
export async function tallyReports(paths: readonly string[], examples: number): Promise<LedgerTally> {
  const tally = new LedgerTally(examples)
  for (const path of paths) {
    for await (const parts of reportParts(path)) {
      for (const part of parts) {
        if (part.kind === 'tool') tally.tool(part.tool)
        else tally.add(part.item)
      }
    }
  }
  return tally
}
