import { Badge } from '../../../page/components/badge.tsx'
import { type Cell, DataTable } from '../../../page/components/data-table.tsx'
import { Fold } from '../../../page/components/fold.tsx'
import { IssueCode } from '../../../page/components/issue-code.tsx'
import { IssueMeaning } from '../../../page/components/issue-meaning.tsx'
import { LeftOut } from '../../../page/components/left-out.tsx'
import { Severity } from '../../../page/components/severity.tsx'
import { toneOfGrade, toneOfOutcome } from '../../../page/tones.ts'
import { gradeMeanings, outcomeMeanings, outcomeWords } from '../../../page/words.ts'
import { counted } from '../../words.ts'
import type { Count } from '../counts.ts'
import type { CodeKey, RowKey } from '../tally.ts'
import { SafetyClass } from './safety-class.tsx'

/** What rows decided, the first ones of all, each with documents to look at. */
export function RowTable({ all, top }: { all: readonly Count<RowKey>[]; top: number }) {
  const heads = ['Row', 'Outcome', 'Grade', 'Safety class', 'Entries', 'Documents']
  return (
    <>
      <DataTable class="rows" heads={heads} rows={all.slice(0, top).map(rowCells)} />
      <Left all={all} top={top} />
    </>
  )
}

function rowCells(one: Count<RowKey>): readonly Cell[] {
  const { row, outcome, grade, safety } = one.key
  return [
    <Named name={<code>{row}</code>} count={one} key="row" />,
    <Badge tone={toneOfOutcome[outcome]} title={outcomeMeanings.en[outcome]} key="outcome">
      {outcomeWords.en[outcome]}
    </Badge>,
    <Badge tone={toneOfGrade[grade]} title={gradeMeanings.en[grade]} key="grade">
      {grade}
    </Badge>,
    <SafetyClass safety={safety} key="safety" />,
    one.times,
    one.documents,
  ]
}

/** What was told by code, the first ones of all, each with documents to look at. */
export function CodeTable({ all, top }: { all: readonly Count<CodeKey>[]; top: number }) {
  const heads = ['Code', 'Severity', 'What it says', 'Times', 'Documents']
  return (
    <>
      <DataTable class="codes" heads={heads} rows={all.slice(0, top).map(codeCells)} />
      <Left all={all} top={top} />
    </>
  )
}

function codeCells(one: Count<CodeKey>): readonly Cell[] {
  const { code, severity } = one.key
  return [
    <Named name={<IssueCode code={code} />} count={one} key="code" />,
    <Severity of={severity} language="en" key="severity" />,
    <IssueMeaning code={code} language="en" key="meaning" />,
    one.times,
    one.documents,
  ]
}

function Left({ all, top }: { all: readonly unknown[]; top: number }) {
  if (all.length <= top) return null
  return <LeftOut>{`${all.length - top} more are not listed; --top <n> lists them.`}</LeftOut>
}

/** A name and where to look: the documents, with how often it came there. */
function Named({ name, count: { first, documents } }: { name: Cell; count: Count<unknown> }) {
  const left = documents - first.length
  return (
    <>
      {name}
      <Fold title={left > 0 ? `the first ${first.length} documents` : counted(documents, 'document')}>
        <ul>
          {first.map(({ input, times }) => (
            <li key={input}>
              <bdi>{input}</bdi>
              {times > 1 && ` (${times})`}
            </li>
          ))}
        </ul>
        {left > 0 && <LeftOut>{`${left} more; kritinfo report filter names them all.`}</LeftOut>}
      </Fold>
    </>
  )
}
