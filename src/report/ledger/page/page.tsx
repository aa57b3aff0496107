import type { ComponentChildren } from 'preact'
import { LeftOut } from '../../../page/components/left-out.tsx'
import { markup } from '../../../page/markup.ts'
import { pageEnd, pageStart } from '../../../page/one-file.tsx'
import { version } from '../../../version.ts'
import { counted } from '../../words.ts'
import { isLost, summaryOf } from '../summary.ts'
import type { LedgerTally } from '../tally.ts'
import { CodeTable, RowTable } from './tables.tsx'
import { Totals } from './totals.tsx'

/** Documents that a row or code leads to; more would help nobody who reads them, and the page stays small. */
export const pageExamples = 100

/** The numbers of reports as one page, with the first documents of each row and code to be opened. No values. */
export function ledgerPage(tally: LedgerTally, top: number): string {
  return [
    pageStart('kritinfo report', [`kritinfo ${version}`]),
    markup(<Body tally={tally} top={top} />),
    '\n',
    pageEnd,
  ].join('')
}

function Body({ tally, top }: { tally: LedgerTally; top: number }) {
  const rows = tally.rows.sorted()
  const refusals = tally.refusals.sorted()
  const codes = tally.codes.sorted()
  const lost = rows.filter(isLost)
  const others = rows.filter((one) => !isLost(one))
  const summary = summaryOf(tally, top)
  return (
    <>
      <Totals summary={summary} />
      <Part title="Why no output was written" of={refusals}>
        <CodeTable all={refusals} top={top} />
      </Part>
      <Part title="Lost, by row" of={lost}>
        <RowTable all={lost} top={top} />
      </Part>
      <Part title="What else the ledger says, by row" of={others}>
        <RowTable all={others} top={top} />
      </Part>
      <Part title="Told, by code" of={codes}>
        <CodeTable all={codes} top={top} />
      </Part>
      {summary.beyond > 0 && (
        <LeftOut>
          {`${counted(summary.beyond, 'entry or issue', 'entries and issues')} of further kinds are in the totals alone.`}
        </LeftOut>
      )}
    </>
  )
}

/** A part of the page, if there is something to tell in it. */
function Part(props: { title: string; of: readonly unknown[]; children: ComponentChildren }) {
  if (props.of.length === 0) return null
  return (
    <section>
      <h2>{props.title}</h2>
      {props.children}
    </section>
  )
}
