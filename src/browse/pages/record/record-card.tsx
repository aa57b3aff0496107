import { useContext } from 'preact/hooks'
import { factsOf } from '../../../picture/facts.ts'
import type { AbsenceEntry, Line, RecordPicture, Tone, Warning } from '../../../picture/picture.ts'
import { codeText } from '../../../report/picture/code.ts'
import { reactionParts } from '../../../report/picture/record.ts'
import { labelOf } from '../../../report/picture/words.ts'
import { type Language, LanguageContext } from '../../language.ts'

/** What was never so is struck out, and the word for it stands beside. */
const struck: ReadonlySet<Tone> = new Set<Tone>(['refuted', 'entered-in-error'])

/** One record: its title and state, how sure and how grave it is, and the rest below. What holds stands out, what never did recedes. */
export function RecordCard({ record }: { record: RecordPicture }) {
  const lang = useContext(LanguageContext)
  const { title, tone, reactions, notes, codes, sources, lines } = record
  return (
    <article class={`record-card ${tone}`}>
      <h4>
        <Title text={title} tone={tone} /> <State of={record} />
      </h4>
      <Warnings warnings={record.warnings} />
      <Facts of={factsOf(record, lang)} />
      {reactions.length > 0 && (
        <ul>
          {reactions.map((reaction, index) => (
            <li key={index}>
              <Parts of={reactionParts(reaction)} />
              <Notes notes={reaction.notes} />
            </li>
          ))}
        </ul>
      )}
      <Facts of={[...lines, ...sources.map(({ text }) => labelled('source', text, lang))]} />
      <Notes notes={notes} />
      <Facts of={[...codes.map((code) => labelled('code', codeText(code), lang)), ...unshownOf(record, lang)]} />
    </article>
  )
}

/** A statement that there is nothing. That it holds goes without saying: no mark makes it look like a record. */
export function AbsenceCard({ absence }: { absence: AbsenceEntry }) {
  const lang = useContext(LanguageContext)
  const { text, tone, code, lines, notes } = absence
  return (
    <article class="record-card absence">
      <p>
        <span aria-hidden="true">∅ </span>
        <Title text={text} tone={tone} /> {tone !== 'active' && <State of={absence} />}
      </p>
      <Warnings warnings={absence.warnings} />
      <Facts of={[...factsOf(absence, lang), ...lines]} />
      <Notes notes={notes} />
      <Facts
        of={[...(code === undefined ? [] : [labelled('code', codeText(code), lang)]), ...unshownOf(absence, lang)]}
      />
    </article>
  )
}

function Title({ text, tone }: { text: string; tone: Tone }) {
  const title = <bdi>{text}</bdi>
  return struck.has(tone) ? <s>{title}</s> : title
}

function State({ of: { tone, toneText } }: { of: Pick<RecordPicture, 'tone' | 'toneText'> }) {
  return <span class={`badge state ${tone}`}>{toneText}</span>
}

function Warnings({ warnings }: { warnings: readonly Warning[] }) {
  return (
    <>
      {warnings.map(({ kind, text }) => (
        <p class="left" key={kind}>
          {text}
        </p>
      ))}
    </>
  )
}

type Fact = Pick<Line, 'label' | 'text'>

/** What is said, each thing with its name. */
function Facts({ of }: { of: readonly Fact[] }) {
  if (of.length === 0) return null
  return (
    <dl>
      {of.map(({ label, text }, index) => (
        <div key={index}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

function labelled(label: Parameters<typeof labelOf>[0], text: string, lang: Language): Fact {
  return { label: labelOf(label, lang), text }
}

function unshownOf({ unshown }: Pick<RecordPicture, 'unshown'>, lang: Language): Fact[] {
  return unshown.length === 0 ? [] : [labelled('unshown', unshown.join(', '), lang)]
}

function Notes({ notes }: { notes: readonly string[] }) {
  return (
    <>
      {notes.map((note, index) => (
        <blockquote key={index}>{note}</blockquote>
      ))}
    </>
  )
}

/** Several texts in a line; each keeps its own direction of writing. */
export function Parts({ of }: { of: readonly string[] }) {
  return (
    <>
      {of.map((text, index) => (
        <span key={index}>
          {index > 0 && ' · '}
          <bdi>{text}</bdi>
        </span>
      ))}
    </>
  )
}
