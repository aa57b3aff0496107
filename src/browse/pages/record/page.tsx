import { useMemo, useState } from 'preact/hooks'
import type { Issue } from '../../../issue/issue.ts'
import type { Content, Leaf } from '../../engine/record/plain.ts'
import { useWords } from '../../language.ts'
import { usePlace } from '../../place.ts'
import { chosenOf, formOfExample, givenOfExample } from './choices.ts'
import { useExamples } from './examples.ts'
import type { Given } from './given.ts'
import { OptionsPanel } from './options-panel.tsx'
import { Problems } from './problems.tsx'
import { ProgressLine } from './progress-line.tsx'
import { RecordView } from './record-view.tsx'
import { SourcePanel } from './source-panel.tsx'
import { useRecord } from './use-record.ts'
import { recordWords } from './words.ts'

const noProblems: readonly Issue[] = []
const nothing: Own = {}
const away = { at: undefined, side: undefined }

/** What somebody has brought: a record, or a file that could not be read. */
interface Own {
  readonly given?: Given
  readonly refusal?: { readonly name: string; readonly problems: readonly Issue[] }
}

/** A record on both sides, every value tied to its counterparts: `#/record?example=…&form=…&to=…&side=…&at=…`. */
export function RecordPage() {
  const words = useWords(recordWords)
  const { route, choose } = usePlace()
  const { query } = route
  const examples = useExamples()
  const [own, setOwn] = useState(nothing)
  // Whoever follows a link to an example gets the example.
  const { given: brought, refusal } = query.example === undefined ? own : nothing
  const [patient, setPatient] = useState<Content>()
  const [now] = useState(() => new Date().toISOString())
  const example = examples?.find(({ name }) => name === query.example)
  const form = example === undefined ? undefined : formOfExample(example, query.form)
  const shown = useMemo(
    () => (example === undefined || form === undefined ? undefined : givenOfExample(example, form)),
    [example, form],
  )
  const given = brought ?? shown
  const chosen = chosenOf(query, now, patient)
  const { state, engines, stop } = useRecord(given, chosen)
  const problems = refusal?.problems ?? (state.isPatientProblem ? noProblems : state.problems)
  const bring = (next: Own) => {
    setOwn(next)
    choose({ ...away, example: undefined, form: undefined })
  }
  return (
    <>
      <h1>{words.title}</h1>
      <p class="quiet">{words.about}</p>
      <SourcePanel
        examples={examples}
        example={query.example}
        form={form}
        given={given}
        problems={problems}
        onExample={(name, wanted) => {
          setOwn(nothing)
          choose({ ...away, example: name, form: wanted })
        }}
        onGiven={(next) => bring({ given: next })}
        onProblems={(name, found) => bring({ refusal: { name, problems: found } })}
      />
      <OptionsPanel
        from={state.opened?.form}
        to={state.options?.to}
        chosen={chosen}
        patientOf={patient === undefined ? given?.patientOf : undefined}
        onChoose={(part) => choose({ ...away, ...part })}
        onPatient={setPatient}
      />
      {given === undefined && refusal === undefined && <p class="quiet">{words.empty}</p>}
      <ProgressLine state={state} onStop={stop} />
      {problems.length > 0 && (
        <Problems title={words.problems(problems.length)} name={refusal?.name ?? given?.name ?? ''} issues={problems} />
      )}
      {state.isPatientProblem && <Problems title={words.patientProblem} name={words.patient} issues={state.problems} />}
      {state.hasDefect && (
        <p class="left" role="alert">
          {words.defect}
        </p>
      )}
      {state.converted !== undefined && state.options !== undefined && given !== undefined && (
        <RecordView
          given={given}
          state={state}
          converted={state.converted}
          options={state.options}
          engines={engines}
          at={brought === undefined ? query.at : undefined}
          side={query.side === 'output' ? 'output' : 'input'}
          onPin={(leaf: Leaf) => {
            if (brought === undefined) choose({ side: leaf.side, at: leaf.place })
          }}
          onTurn={(content, from) => {
            const { patient: known = given.content, patientOf = example === undefined ? 'turned' : 'story' } = given
            bring({ given: { name: `${given.name} → ${state.options?.to}`, content, patient: known, patientOf } })
            choose({ ...away, example: undefined, form: undefined, to: from, dialect: undefined })
          }}
        />
      )}
    </>
  )
}
