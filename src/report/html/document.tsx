import type { Severity as SeverityWord } from '../../issue/catalogue.ts'
import { describe, type Issue } from '../../issue/issue.ts'
import { Badge } from '../../page/components/badge.tsx'
import { type Cell, DataTable } from '../../page/components/data-table.tsx'
import { Fold } from '../../page/components/fold.tsx'
import { IssueCode } from '../../page/components/issue-code.tsx'
import { LeftOut } from '../../page/components/left-out.tsx'
import { Message } from '../../page/components/message.tsx'
import { Severity } from '../../page/components/severity.tsx'
import { toneOfSeverity } from '../../page/tones.ts'
import type { Checked } from '../checked.ts'
import { counted, openCount } from '../words.ts'

/** Lines of one document, so that one bad document leaves room for others. */
export const mostOfDocument = 200

/** What a line of a document tells: an issue, and how grave it is or that something was not checked. */
export type Finding = readonly [found: Issue, word: SeverityWord | 'not checked']

/** The gravest first, each by its place. */
export function findingsOf({ issues, notChecked }: Checked): readonly Finding[] {
  const of = (severity: SeverityWord) => issues.filter((one) => one.severity === severity)
  return [
    ...of('error').map((one): Finding => [one, 'error']),
    ...of('warning').map((one): Finding => [one, 'warning']),
    ...of('information').map((one): Finding => [one, 'information']),
    ...notChecked.map((one): Finding => [one, 'not checked']),
  ]
}

export function gravestOf({ readable, issues }: Checked): SeverityWord {
  if (!readable) return 'error'
  const has = (severity: SeverityWord) => issues.some((one) => one.severity === severity)
  return has('error') ? 'error' : has('warning') ? 'warning' : 'information'
}

const heads = ['Place', 'Severity', 'Code', 'What is wrong and what to do', 'Path']

/** A document with its findings, open where there are errors. */
export function CheckedDocument({ checked, findings }: { checked: Checked; findings: readonly Finding[] }) {
  const left = findings.length - mostOfDocument
  return (
    <Fold class="document" open={gravestOf(checked) === 'error'} title={<Verdict checked={checked} />}>
      {findings.length === 0 && <p>Nothing found, nothing left unchecked.</p>}
      <DataTable class="findings" heads={heads} rows={findings.slice(0, mostOfDocument).map(cellsOf)} />
      {left > 0 && <LeftOut>{`${left} more of this document are not listed on this page; -f json lists all.`}</LeftOut>}
    </Fold>
  )
}

function Verdict({ checked }: { checked: Checked }) {
  const { input, readable, issues, notChecked, known } = checked
  const of = (severity: SeverityWord) => issues.filter((one) => one.severity === severity).length
  const [errors, warnings, remarks] = [of('error'), of('warning'), of('information')]
  return (
    <>
      <bdi class="name">{input}</bdi>
      {!readable && <Badge tone="lost">could not be read</Badge>}
      {readable && issues.length === 0 && <Badge tone="same">nothing found</Badge>}
      {errors > 0 && <Badge tone={toneOfSeverity.error}>{counted(errors, 'error')}</Badge>}
      {warnings > 0 && <Badge tone={toneOfSeverity.warning}>{counted(warnings, 'warning')}</Badge>}
      {remarks > 0 && <Badge tone={toneOfSeverity.information}>{`${remarks} information`}</Badge>}
      {notChecked.length > 0 && <Badge tone={toneOfSeverity['not checked']}>{openCount(notChecked.length)}</Badge>}
      {known > 0 && <Badge tone="plain">{`${known} left out by the baseline`}</Badge>}
    </>
  )
}

function cellsOf([found, word]: Finding): readonly Cell[] {
  const { code, line, column, path, profile } = found
  return [
    line === undefined ? '–' : `${line}:${column ?? 1}`,
    <Severity of={word} language="en" key="severity" />,
    <IssueCode code={code} key="code" />,
    <>
      <Message text={describe(found)} />
      {profile !== undefined && <small>{profile}</small>}
    </>,
    path === '' ? '' : <code key="path">{path}</code>,
  ]
}
