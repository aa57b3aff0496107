import type { Language, ReactionPicture, RecordPicture, Tone, Warning } from '../../picture/picture.ts'
import type { Canvas } from './canvas.ts'
import { codeText } from './code.ts'
import { type Label, labelOf } from './words.ts'

/** One record: its state and title first, and below it what else it says. */
export function recordText(record: RecordPicture, lang: Language, canvas: Canvas): void {
  const paint = canvas.toned(record.tone)
  canvas.marked(`[${record.toneText}]`, record.title, 2, paint, canvas.paint.bold)
  for (const warning of record.warnings) warningText(warning, lang, canvas)
  const line = (label: Label, text: string | undefined) => {
    if (text !== undefined && text !== '') canvas.labelled(labelOf(label, lang), text, 6)
  }
  const facts = factsOf(record, lang)
  if (facts !== undefined) canvas.labelled(facts[0], facts[1], 6)
  for (const reaction of record.reactions) line('reaction', reactionText(reaction))
  for (const { label, text } of record.lines) canvas.labelled(label, text, 6)
  line('source', record.sources.map(({ text }) => text).join('; '))
  for (const note of record.notes) line('note', note)
  for (const code of record.codes) line('code', codeText(code))
}

/** Status, certainty and gravity in one line; what the tone has said already is not said again. */
function factsOf(record: RecordPicture, lang: Language): readonly [label: string, text: string] | undefined {
  const { tone, status, certainty, criticality, severity } = record
  const said: readonly (readonly [Label, string | undefined])[] = [
    ['status', never.has(tone) || status?.code === tone ? undefined : status?.text],
    ['certainty', certainty?.code === tone ? undefined : certainty?.text],
    ['criticality', criticality?.text],
    ['severity', severity?.text],
  ]
  const [first, ...others] = said.flatMap(([label, text]) =>
    text === undefined ? [] : [[labelOf(label, lang), text] as const],
  )
  if (first === undefined) return undefined
  return [first[0], [first[1], ...others.map(([label, text]) => `${label}: ${text}`)].join(' · ')]
}

/** Whatever else is said of them, they do not hold. */
const never: ReadonlySet<Tone> = new Set(['refuted', 'entered-in-error'])

/** What not to rely on stands right below the title. */
export function warningText({ text }: Warning, lang: Language, canvas: Canvas): void {
  canvas.marked(`${labelOf('warning', lang)}:`, text, 6, canvas.paint.yellow, canvas.paint.yellow)
}

function reactionText({ manifestations, severity, onset, substance, description }: ReactionPicture): string {
  const parts = [
    manifestations.map(({ text }) => text).join(', '),
    severity?.text ?? '',
    substance?.text ?? '',
    onset ?? '',
    description ?? '',
  ]
  return parts.filter((one) => one !== '').join('; ')
}
