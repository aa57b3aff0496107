import type { Issue } from '../../../issue/issue.ts'
import { IssueLines } from '../record/problems.tsx'

/** Problems of files, each at its file, line and column, as the command line tells them. */
export function FileProblems({ title, issues }: { title: string; issues: readonly Issue[] }) {
  return (
    <section class="problems" role="alert">
      <h2>{title}</h2>
      {issues.map((issue, index) => (
        <IssueLines key={index} name={issue.path.replace(/\/$/, '')} issues={[{ ...issue, path: '' }]} />
      ))}
    </section>
  )
}
