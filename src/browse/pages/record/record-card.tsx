import { Badge, type Tone as BadgeTone } from '../../../page/components/badge.tsx'
import { useWords } from '../../language.ts'
import { recordWords } from './words.ts'
import type { AbsenceEntry, ReactionPicture, RecordPicture, Tone, Warning } from '../../../picture/picture.ts'

const tones: Readonly<Record<Tone, BadgeTone>> = {
  active: 'same',
  'not-in-force': 'told',
  resolved: 'told',
  refuted: 'lost',
  'entered-in-error': 'lost',
  unknown: 'less',
}

/** What was never so is struck out, and the word for it stands beside. */
const struck: ReadonlySet<Tone> = new Set<Tone>(['refuted', 'entered-in-error'])

/** One record: its title and state, how sure and how grave it is, and the rest below. */
export function RecordCard({ record }: { record: RecordPicture }) {
  const words = useWords(recordWords)
  const { title, tone, toneText, code, reactions, notes, warnings } = record
  return (
    <article class="record-card">
      <h4>
        {struck.has(tone) ? <s>{title}</s> : title} <Badge tone={tones[tone]}>{toneText}</Badge>
        {code?.code !== undefined && <code class="quiet"> {code.code}</code>}
      </h4>
      <Warnings warnings={warnings} />
      <dl>
        {factsOf(record, words.facts).map(([name, text], index) => (
          <div key={index}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {reactions.length > 0 && (
        <ul>
          {reactions.map((reaction, index) => (
            <li key={index}>{textOfReaction(reaction)}</li>
          ))}
        </ul>
      )}
      {notes.map((note, index) => (
        <blockquote key={index}>{note}</blockquote>
      ))}
    </article>
  )
}

/** A statement that there is nothing, with its state. */
export function AbsenceLine({ absence: { text, tone, toneText, warnings } }: { absence: AbsenceEntry }) {
  return (
    <>
      <p>
        {struck.has(tone) ? <s>{text}</s> : text} <Badge tone={tones[tone]}>{toneText}</Badge>
      </p>
      <Warnings warnings={warnings} />
    </>
  )
}

function Warnings({ warnings }: { warnings: readonly Warning[] }) {
  return (
    <>
      {warnings.map(({ kind, text }) => (
        <p class="left" key={`${kind} ${text}`}>
          {text}
        </p>
      ))}
    </>
  )
}

/** What a record says, each thing with its name. Status and certainty come first. */
function factsOf(record: RecordPicture, names: FactNames): (readonly [name: string, text: string])[] {
  const { lines, sources } = record
  const first = (['status', 'certainty', 'criticality', 'severity'] as const).flatMap((fact) => {
    const said = record[fact]
    return said === undefined ? [] : [[names[fact], said.text] as const]
  })
  return [
    ...first,
    ...lines.map(({ label, text }) => [label, text] as const),
    ...sources.map(({ text }) => [names.source, text] as const),
  ]
}

type FactNames = Readonly<Record<'status' | 'certainty' | 'criticality' | 'severity' | 'source', string>>

function textOfReaction({ manifestations, severity, onset, substance, description }: ReactionPicture): string {
  const what = manifestations.map(({ text }) => text).join(', ')
  return [what, severity?.text, onset, substance?.text, description].filter(Boolean).join(' · ')
}
