import { useContext } from 'preact/hooks'
import { IssueCode } from '../../../page/components/issue-code.tsx'
import { Severity } from '../../../page/components/severity.tsx'
import { describe, type Issue } from '../../../issue/issue.ts'
import type { Findings } from '../../engine/record/check.ts'
import type { Side } from '../../engine/record/plain.ts'
import { LanguageContext, useWords } from '../../language.ts'
import { recordWords } from './words.ts'

interface FindingsPartProps {
  readonly findings: Readonly<Partial<Record<Side, Findings>>>
  readonly isChecking: boolean
  onGo(side: Side, place: string): void
}

/** What validating found on either side. */
export function FindingsPart({ findings, isChecking, onGo }: FindingsPartProps) {
  const words = useWords(recordWords)
  return (
    <>
      {(['input', 'output'] as const).map((side) => (
        <section key={side}>
          <h3>{words.sides[side]}</h3>
          <FindingList
            found={findings[side]}
            isChecking={isChecking}
            hasText={side === 'input'}
            onGo={(place) => onGo(side, place)}
          />
        </section>
      ))}
    </>
  )
}

function FindingList(props: {
  found: Findings | undefined
  isChecking: boolean
  hasText: boolean
  onGo(place: string): void
}) {
  const { found, isChecking, hasText, onGo } = props
  const words = useWords(recordWords)
  if (found === undefined) return <p>{isChecking ? words.checking : words.waiting}</p>
  return (
    <>
      {found.count === 0 && <p>{words.noFindings}</p>}
      <ul class="findings">
        {found.issues.map((issue, index) => (
          <li key={index}>
            <Finding issue={issue} hasText={hasText} onGo={onGo} />
          </li>
        ))}
      </ul>
      {found.count > found.issues.length && <p class="left">{words.more(found.count - found.issues.length)}</p>}
      {found.notChecked > 0 && <p class="quiet">{words.notChecked(found.notChecked)}</p>}
    </>
  )
}

function Finding({ issue, hasText, onGo }: { issue: Issue; hasText: boolean; onGo(place: string): void }) {
  const language = useContext(LanguageContext)
  const { severity, code, path, line, column } = issue
  return (
    <>
      <Severity of={severity} language={language} /> <IssueCode code={code} language={language} />{' '}
      {hasText && line !== undefined && (
        <code class="quiet">
          {line}:{column ?? 1}{' '}
        </code>
      )}
      {describe(issue, language)}{' '}
      {path !== '' && (
        <button type="button" class="place" onClick={() => onGo(path)}>
          {path}
        </button>
      )}
    </>
  )
}
