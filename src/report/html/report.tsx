import { LeftOut } from '../../page/components/left-out.tsx'
import { markup } from '../../page/markup.ts'
import { pageEnd, pageStart } from '../../page/one-file.tsx'
import { version } from '../../version.ts'
import type { Report, ReportOptions } from '../checked.ts'
import { Shortlist } from '../shortlist.ts'
import { Tally } from '../tally.ts'
import { counted } from '../words.ts'
import { CheckedDocument, findingsOf, gravestOf, mostOfDocument } from './document.tsx'
import { Totals } from './totals.tsx'

/** Lines of tables of a page, a document's name counted as one: some megabytes, which a browser opens at once. */
const mostLines = 10_000

/**
 * One page that needs nothing else. The totals tell of all documents; of these, as many are listed as a browser opens
 * well, those with errors before the others, in the order in which they came.
 */
export function htmlReport({ command }: Pick<ReportOptions, 'command'>): Report {
  const tally = new Tally()
  const listed = new Shortlist<string>(mostLines)
  return {
    head: pageStart(command, [`kritinfo ${version}`]),
    item(checked) {
      tally.add(checked)
      const findings = findingsOf(checked)
      const gravest = gravestOf(checked)
      const size = 1 + Math.min(findings.length, mostOfDocument)
      // Of a million documents only those are drawn that there is room for.
      if (listed.hasRoom(gravest, size))
        listed.add(gravest, markup(<CheckedDocument checked={checked} findings={findings} />), size)
      return ''
    },
    tail: () => [markup(<Totals tally={tally} />), ...documents(listed.values, tally.inputs), pageEnd],
  }
}

function documents(texts: readonly string[], all: number): string[] {
  const left = all - texts.length
  const head = (
    <>
      <h2>Documents</h2>
      {left > 0 && (
        <LeftOut>
          {`${counted(left, 'document')} of ${all} ${left === 1 ? 'is' : 'are'} not listed on this page, but counted above. Those with errors came first; -f json lists all.`}
        </LeftOut>
      )}
    </>
  )
  return [markup(head), '\n', ...texts.flatMap((text) => [text, '\n'])]
}
