import { exit } from '../exit.ts'
import { grouped } from './progress.ts'
import type { RunTally } from './run-tally.ts'

/** What was not written, by the exit code that the document alone would have given. */
const reasons: readonly (readonly [code: number, words: string])[] = [
  [exit.input, 'could not be read or converted'],
  [exit.findings, 'refused'],
  [exit.usage, 'not possible'],
  [exit.defect, 'met a defect of kritinfo'],
]

/**
 * The last lines of a run of many documents: documents by what became of them, leaves by what the ledger says, and the
 * codes that were reported. A trip there and back writes nothing.
 */
export function closingOf({ documents, written, exits, leaves, outcomes, codes }: RunTally, isTrip = false): string[] {
  const failed = reasons.flatMap(([code, words]) => {
    const count = exits[code]
    return count === undefined ? [] : `${grouped(count)} ${words}`
  })
  const loss = exits[exit.loss]
  const words = isTrip ? 'with differences' : 'with more loss than --fail-on allows'
  const lossy = loss === undefined ? '' : ` (${grouped(loss)} ${words})`
  const parts = [`${grouped(written)} ${isTrip ? 'there and back' : 'written'}${lossy}`, ...failed]
  const entries = Object.entries(outcomes).sort()
  const detail = entries.map(([outcome, count]) => `${grouped(count)} ${outcome}`).join(', ')
  const account = `${grouped(leaves.total)} leaves: ${grouped(leaves.claimed)} claimed, ${grouped(leaves.ledger)} in the ledger`
  return [
    `kritinfo: ${grouped(documents)} ${documents === 1 ? 'document' : 'documents'}: ${parts.join(', ')}`,
    `kritinfo: ${account}${detail === '' ? '' : ` (${detail})`}`,
    ...Object.entries(codes)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(
        ([code, { severity, issues, documents: count, first }]) =>
          `kritinfo: ${severity} ${code}: ${grouped(issues)} in ${grouped(count)} ${count === 1 ? 'document' : 'documents'}, first ${first.replace(/[\s\p{Cc}]+/gu, ' ')}`,
      ),
  ]
}
