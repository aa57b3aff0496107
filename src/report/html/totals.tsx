import { type Cell, DataTable } from '../../page/components/data-table.tsx'
import { Figures } from '../../page/components/figures.tsx'
import { IssueCode } from '../../page/components/issue-code.tsx'
import { IssueMeaning } from '../../page/components/issue-meaning.tsx'
import { Severity } from '../../page/components/severity.tsx'
import { toneOfSeverity } from '../../page/tones.ts'
import type { CodeCount, Tally } from '../tally.ts'

const gravestFirst = ['error', 'warning', 'information'] as const

/** What was found in all documents together: the numbers, and how often each code came. */
export function Totals({ tally }: { tally: Tally }) {
  const { inputs, valid, unreadable, severities, notChecked, known } = tally
  const rows = [
    ...gravestFirst.flatMap((severity) =>
      tally.found.filter((one) => one.severity === severity).map((one) => cellsOf(one, severity)),
    ),
    ...tally.open.map((one) => cellsOf(one, 'not checked')),
  ]
  return (
    <>
      <Figures
        figures={[
          { name: inputs === 1 ? 'document' : 'documents', count: inputs },
          { name: 'without errors', count: valid, tone: 'same' },
          ...(unreadable === 0 ? [] : [{ name: 'unreadable', count: unreadable, tone: 'lost' as const }]),
          { name: 'errors', count: severities.error, tone: toneOfSeverity.error },
          { name: 'warnings', count: severities.warning, tone: toneOfSeverity.warning },
          { name: 'information', count: severities.information, tone: toneOfSeverity.information },
          { name: 'places not checked', count: notChecked },
          ...(known === 0 ? [] : [{ name: 'left out by the baseline', count: known }]),
        ]}
      />
      {rows.length > 0 && <h2>Codes</h2>}
      <DataTable class="codes" heads={['Code', 'Severity', 'What it says', 'Count', 'Documents']} rows={rows} />
    </>
  )
}

function cellsOf({ code, count, inputs }: CodeCount, word: CodeCount['severity'] | 'not checked'): readonly Cell[] {
  return [
    <IssueCode code={code} key="code" />,
    <Severity of={word} language="en" key="severity" />,
    <IssueMeaning code={code} language="en" key="meaning" />,
    count,
    inputs,
  ]
}
