import { useState } from 'preact/hooks'
import { type Form, forms } from '../../../form/detect.ts'
import { ChoiceField } from '../../../page/components/filter-bar.tsx'
import { useWords } from '../../language.ts'
import { siteMappings } from '../../mappings.ts'
import { isInstant } from './choices.ts'
import { bytesOfFile, type PatientOf } from './given.ts'
import type { Chosen } from './record-state.ts'
import { recordWords } from './words.ts'

const carries = ['attachment', 'extensions', 'none'] as const
const refuted = ['include', 'omit'] as const
const alerts = ['derive', 'none'] as const
const imports = ['critical', 'all'] as const

interface OptionsPanelProps {
  readonly from: Form | undefined
  readonly to: Form | undefined
  readonly chosen: Chosen
  /** Where the patient is from, if nobody has given one. */
  readonly patientOf: PatientOf | undefined
  onChoose(part: Readonly<Partial<Record<OptionName, string | undefined>>>): void
  onPatient(patient: Uint8Array | undefined): void
}
export type OptionName = 'to' | 'carry' | 'refuted' | 'alerts' | 'import' | 'dialect' | 'now'

/** The target, and below it what the command line has options for. */
export function OptionsPanel(props: OptionsPanelProps) {
  const { from, to, chosen, onChoose } = props
  const words = useWords(recordWords)
  return (
    <div class="choices">
      <fieldset class="targets">
        <legend>{words.to}</legend>
        {forms
          .filter((form) => form !== from || chosen.dialect !== undefined)
          .map((form) => (
            <label key={form}>
              <input
                type="radio"
                name="to"
                checked={form === to}
                onChange={() => onChoose({ to: form, dialect: undefined })}
              />
              <span>{form}</span>
            </label>
          ))}
      </fieldset>
      <details class="options">
        <summary>{words.options}</summary>
        <MoreOptions {...props} />
      </details>
    </div>
  )
}

function MoreOptions({ from, to, chosen, patientOf, onChoose, onPatient }: OptionsPanelProps) {
  const words = useWords(recordWords)
  const { dialects } = siteMappings()
  const choice = <T extends string>(name: OptionName & keyof Chosen, label: string, values: readonly T[]) => (
    <ChoiceField
      label={label}
      all={words.standard}
      value={chosen[name] as T | undefined}
      options={values.map((value) => [value, value])}
      onChange={(value) => onChoose({ [name]: value })}
    />
  )
  return (
    <div class="fields">
      {choice('carry', words.carry, carries)}
      {choice('refuted', words.refuted, refuted)}
      {choice('alerts', words.alerts, alerts)}
      {choice('import', words.import, imports)}
      <ChoiceField
        label={words.dialect}
        all={words.standard}
        value={chosen.dialect}
        options={dialects
          .filter(({ form }) => form === to || form === from)
          .map(({ id, form }) => [id, `${form}: ${id}`])}
        onChange={(id) => onChoose({ dialect: id, to: dialects.find((one) => one.id === id)?.form ?? to })}
      />
      <NowField now={chosen.now} onChoose={(now) => onChoose({ now })} />
      <label class="field">
        <span>{words.patient}</span>
        <input
          type="file"
          accept=".json,.xml"
          onChange={(event) => void bytesOfFile(event.currentTarget.files?.[0]).then(onPatient)}
        />
      </label>
      {patientOf !== undefined && <p class="quiet">{words.patientOf[patientOf]}</p>}
    </div>
  )
}

/** The time that outputs say they were made; taken over when it is one. */
function NowField({ now, onChoose }: { now: string; onChoose(now: string): void }) {
  const words = useWords(recordWords)
  const [isWrong, setIsWrong] = useState(false)
  return (
    <label class="field">
      <span>{words.now}</span>
      <input
        type="text"
        value={now}
        spellcheck={false}
        aria-invalid={isWrong}
        onChange={({ currentTarget: { value } }) => {
          setIsWrong(!isInstant(value))
          if (isInstant(value)) onChoose(value)
        }}
      />
    </label>
  )
}
