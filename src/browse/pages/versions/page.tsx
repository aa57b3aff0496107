import { useEffect, useRef, useState } from 'preact/hooks'
import type { Issue } from '../../../issue/issue.ts'
import { Engine, InputProblem } from '../../engine/client.ts'
import type { Compared, GivenFile } from '../../engine/versions.ts'
import { useWords } from '../../language.ts'
import { DiffView } from './diff-view.tsx'
import { FileProblems } from './file-problems.tsx'
import { VersionSide } from './side.tsx'
import { versionWords } from './words.ts'

type State =
  | { readonly at: 'start' | 'work' | 'defect' }
  | { readonly at: 'done'; readonly compared: Compared }
  | { readonly at: 'problem'; readonly issues: readonly Issue[] }

/** `#/versions`: what differs between two versions of tables or of a FHIR package. Files are not remembered. */
export function VersionsPage() {
  const words = useWords(versionWords)
  const [before, setBefore] = useState<readonly GivenFile[]>([])
  const [after, setAfter] = useState<readonly GivenFile[]>([])
  const { state, compare, stop } = useComparison(before, after)
  return (
    <>
      <h1>{words.title}</h1>
      <p>{words.about}</p>
      <div class="version-sides screen-only">
        <VersionSide name={words.before} otherwise={words.ownTables} files={before} onFiles={setBefore} />
        <VersionSide name={words.after} otherwise={words.nothing} files={after} onFiles={setAfter} />
      </div>
      <p class="screen-only">
        <button type="button" disabled={after.length === 0} onClick={compare}>
          {words.compare}
        </button>{' '}
        {state.at === 'work' && (
          <button type="button" onClick={stop}>
            {words.stop}
          </button>
        )}
      </p>
      <div role="status">{state.at === 'work' ? words.working : state.at === 'defect' ? words.defect : ''}</div>
      {state.at === 'problem' && <FileProblems title={words.problem} issues={state.issues} />}
      {state.at === 'done' && <Result compared={state.compared} />}
    </>
  )
}

/** The comparison has an engine of its own, so that it can be stopped. What was compared goes when something else is given. */
function useComparison(before: readonly GivenFile[], after: readonly GivenFile[]) {
  const [state, setState] = useState<State>({ at: 'start' })
  const engine = useRef<Engine | undefined>(undefined)
  const run = useRef(0)
  const end = () => {
    run.current += 1
    engine.current?.stop()
    engine.current = undefined
  }
  const stop = () => {
    end()
    setState({ at: 'start' })
  }
  useEffect(() => stop, [before, after])
  const compare = () => {
    end()
    const mine = run.current
    const put = (next: State) => {
      if (run.current === mine) setState(next)
    }
    engine.current = new Engine()
    put({ at: 'work' })
    engine.current.ask('compareVersions', { before, after }).then(
      (compared) => put({ at: 'done', compared }),
      (problem) => put(problem instanceof InputProblem ? { at: 'problem', issues: problem.issues } : { at: 'defect' }),
    )
  }
  return { state, compare, stop }
}

function Result({ compared }: { compared: Compared }) {
  const words = useWords(versionWords)
  if ('diff' in compared)
    return (
      <>
        <DiffView diff={compared.diff} />
        {compared.leftOut.length > 0 && <FileProblems title={words.leftOut} issues={compared.leftOut} />}
      </>
    )
  const [one, other] = compared.unlike
  return (
    <p role="alert">
      {words.unlike} {words.before.toLowerCase()}: {words.kinds[one]}, {words.after.toLowerCase()}: {words.kinds[other]}
    </p>
  )
}
