import { useContext, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { type Form, forms } from '../../../form/detect.ts'
import type { Issue } from '../../../issue/issue.ts'
import { ChoiceField } from '../../../page/components/filter-bar.tsx'
import { InputProblem } from '../../engine/client.ts'
import { LanguageContext, useWords } from '../../language.ts'
import { type Example, titleOf } from './examples.ts'
import { type Given, givenOf, longestText, textToShow } from './given.ts'
import { focusPlace } from './text-place.ts'
import { recordWords } from './words.ts'

interface SourcePanelProps {
  readonly examples: readonly Example[] | undefined
  readonly example: string | undefined
  readonly form: Form | undefined
  readonly given: Given | undefined
  /** What keeps the record from being read; the first has the place to go to. */
  readonly problems: readonly Issue[]
  onExample(name: string | undefined, form: Form | undefined): void
  onGiven(given: Given): void
  onProblems(name: string, problems: readonly Issue[]): void
}

/** Where a record comes from: an example, a file, or what somebody pastes or drops. */
export function SourcePanel(props: SourcePanelProps) {
  const { examples = [], example, form, onExample, onGiven, onProblems } = props
  const words = useWords(recordWords)
  const language = useContext(LanguageContext)
  const known = examples.find(({ name }) => name === example)
  const take = (file: File | undefined) => {
    if (file === undefined) return
    givenOf(file).then(onGiven, (problem) => {
      if (!(problem instanceof InputProblem)) throw problem
      onProblems(file.name, problem.issues)
    })
  }
  return (
    <section
      class="source"
      aria-label={words.sides.input}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        take(event.dataTransfer?.files[0])
      }}
    >
      <div class="fields">
        <ChoiceField
          label={words.example}
          all={words.noExample}
          value={known?.name}
          options={examples.map(({ name }) => [name, titleOf(name, language)])}
          onChange={(name) => onExample(name, form)}
        />
        {known !== undefined && (
          <ChoiceField
            label={words.form}
            all={words.standard}
            value={form}
            options={forms.flatMap((one) => (known.documents[one] === undefined ? [] : [[one, one] as const]))}
            onChange={(chosen) => onExample(known.name, chosen)}
          />
        )}
        <label class="field">
          <span>{words.file}</span>
          <input
            type="file"
            accept=".json,.xml,.ndjson,.gz"
            onChange={(event) => {
              take(event.currentTarget.files?.[0])
              event.currentTarget.value = ''
            }}
          />
        </label>
      </div>
      <PasteField {...props} />
    </section>
  )
}

/** The text of the record, to paste and to mend. It goes to the first thing that is wrong. */
function PasteField({ given, problems, onGiven }: SourcePanelProps) {
  const words = useWords(recordWords)
  const field = useRef<HTMLTextAreaElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const text = useMemo(() => (given === undefined ? '' : textToShow(given)), [given])
  useEffect(() => {
    if (field.current !== null) field.current.value = text ?? ''
  }, [text])
  useEffect(() => {
    const [first] = problems
    if (first?.line === undefined || field.current === null || text === undefined) return
    setIsOpen(true)
    const { line, column = 1 } = first
    requestAnimationFrame(() => field.current !== null && focusPlace(field.current, line, column))
  }, [problems])
  const take = () => onGiven({ name: words.pasted, content: field.current?.value ?? '' })
  return (
    <details class="paste" open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{words.paste}</summary>
      <p class="quiet">{text === undefined ? words.tooLong : words.drop}</p>
      {given?.isFirstOfMany && <p class="quiet">{words.firstLine}</p>}
      <textarea
        ref={field}
        aria-label={words.pasteLabel}
        rows={12}
        spellcheck={false}
        autocomplete="off"
        wrap="off"
        onPaste={(event) => {
          const pasted = event.clipboardData?.getData('text') ?? ''
          // A long text is not laid out in the field, which would take seconds.
          if (pasted.length <= longestText) return
          event.preventDefault()
          onGiven({ name: words.pasted, content: pasted })
        }}
      />
      <button type="button" onClick={take}>
        {words.convert}
      </button>
    </details>
  )
}
