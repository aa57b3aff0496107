import { useContext, useEffect, useRef } from 'preact/hooks'
import { IssueCode } from '../../../page/components/issue-code.tsx'
import { severityWords } from '../../../page/words.ts'
import { describe, type Issue } from '../../../issue/issue.ts'
import { LanguageContext } from '../../language.ts'

/** What keeps a record from being converted. It is told at once, and brought into view. */
export function Problems({ title, name, issues }: { title: string; name: string; issues: readonly Issue[] }) {
  const box = useRef<HTMLElement>(null)
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), [issues])
  return (
    <section class="problems" role="alert" ref={box}>
      <p>
        <strong>{title}</strong>
      </p>
      <IssueLines name={name} issues={issues} />
    </section>
  )
}

/** Messages, each with its place and what to do, as the command line says them. */
export function IssueLines({ name, issues }: { name: string; issues: readonly Issue[] }) {
  const language = useContext(LanguageContext)
  return (
    <ul class="issue-lines">
      {issues.map((issue, index) => (
        <li key={index}>
          <code>
            <bdi>{name}</bdi>
            {placeOf(issue)}
          </code>{' '}
          {severityWords[language][issue.severity]} <IssueCode code={issue.code} language={language} />{' '}
          {describe(issue, language)}
          {issue.line === undefined && issue.path !== '' && <code> ({issue.path})</code>}
        </li>
      ))}
    </ul>
  )
}

function placeOf({ line, column }: Issue): string {
  return line === undefined ? ':' : `:${line}:${column ?? 1}:`
}
