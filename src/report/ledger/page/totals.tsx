import type { Outcome } from '../../../document/books.ts'
import type { Grade, Safety } from '../../../mapping/ledger.ts'
import { Badge } from '../../../page/components/badge.tsx'
import { type Cell, DataTable } from '../../../page/components/data-table.tsx'
import { Figures } from '../../../page/components/figures.tsx'
import { LeftOut } from '../../../page/components/left-out.tsx'
import { toneOfGrade, toneOfOutcome } from '../../../page/tones.ts'
import { gradeMeanings, outcomeMeanings, outcomeWords, safetyMeanings } from '../../../page/words.ts'
import type { LedgerSummary } from '../summary.ts'
import { SafetyClass } from './safety-class.tsx'

/** What became of all documents together, and who says so. */
export function Totals({ summary }: { summary: LedgerSummary }) {
  return (
    <>
      <Numbers summary={summary} />
      <Origins summary={summary} />
      <Words summary={summary} />
    </>
  )
}

function Numbers({ summary: { documents, leaves, entries } }: { summary: LedgerSummary }) {
  const { total, written, notWritten, thereAndBack, notTold } = documents
  return (
    <>
      <h2>Documents</h2>
      <Figures
        figures={[
          { name: total === 1 ? 'document' : 'documents', count: total },
          { name: 'written', count: written, tone: 'same' },
          { name: 'not written', count: notWritten, tone: 'lost' },
          ...(thereAndBack === 0 ? [] : [{ name: 'there and back', count: thereAndBack }]),
          ...(notTold === 0 ? [] : [{ name: 'not told', count: notTold }]),
        ]}
      />
      <h2>Leaves</h2>
      <Figures
        figures={[
          { name: 'leaves', count: leaves.total },
          { name: 'claimed', count: leaves.claimed, tone: 'same' },
          { name: 'in the ledger', count: leaves.ledger, tone: 'less' },
        ]}
      />
      <h2>Entries of the ledgers</h2>
      <Figures
        figures={[
          { name: 'entries', count: entries.total },
          { name: 'about outputs', count: entries.inOutput },
          { name: 'lost', count: entries.lost, tone: 'lost' },
          { name: 'lost and could flip a meaning', count: entries.grave, tone: 'lost' },
          { name: 'withheld by rule', count: entries.byOutcome.withheld ?? 0, tone: 'less' },
        ]}
      />
    </>
  )
}

function Origins({ summary: { tools, trips } }: { summary: LedgerSummary }) {
  const made = tools.map((one): Cell[] => [`kritinfo ${one.version}, mappings ${one.mappings}`, one.reports])
  const ways = trips.lines.map(({ from, to, dialect, documents }): Cell[] => [
    `${from}${dialect === null || dialect === from ? '' : ` (${dialect})`} → ${to}`,
    documents,
  ])
  return (
    <div class="beside">
      <DataTable heads={['Made by', 'Reports']} rows={made} />
      <div>
        <DataTable heads={['From and to', 'Documents']} rows={ways} />
        {trips.left > 0 && <LeftOut>{`${trips.left} more ways are not listed.`}</LeftOut>}
      </div>
    </div>
  )
}

function Words({ summary: { entries } }: { summary: LedgerSummary }) {
  const { byOutcome, byGrade, bySafety } = entries
  const outcomes = counts<Outcome>(byOutcome).map(([word, number]): Cell[] => [
    <Badge tone={toneOfOutcome[word]} key={word}>
      {outcomeWords.en[word]}
    </Badge>,
    number,
    outcomeMeanings.en[word],
  ])
  const grades = counts<Grade>(byGrade).map(([word, number]): Cell[] => [
    <Badge tone={toneOfGrade[word]} key={word}>
      {word}
    </Badge>,
    number,
    gradeMeanings.en[word],
  ])
  const classes = counts<Safety>(bySafety).map(([word, number]): Cell[] => [
    <SafetyClass safety={word} key={word} />,
    number,
    safetyMeanings.en[word],
  ])
  return (
    <div class="beside">
      <DataTable heads={['Outcome', 'Entries', 'Meaning']} rows={outcomes} />
      <DataTable heads={['Grade', 'Entries', 'Meaning']} rows={grades} />
      <DataTable heads={['Safety class', 'Entries', 'Meaning']} rows={classes} />
    </div>
  )
}

/** What was counted by a word: all words are ours, for whoever read the reports has looked at them (`ledgerPart`). */
function counts<Word extends string>(numbers: Readonly<Record<string, number>>): (readonly [Word, number])[] {
  return Object.entries(numbers).map(([word, number]) => [word as Word, number])
}
