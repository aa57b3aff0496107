import { factsOf } from '../../picture/facts.ts'
import type { AbsenceEntry, Language, ReactionPicture, RecordPicture, Warning } from '../../picture/picture.ts'
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
  factsText(record, lang, canvas)
  for (const reaction of record.reactions) {
    line('reaction', reactionText(reaction))
    for (const note of reaction.notes) canvas.labelled(labelOf('note', lang), note, 8)
  }
  for (const { label, text } of record.lines) canvas.labelled(label, text, 6)
  line('source', record.sources.map(({ text }) => text).join('; '))
  for (const note of record.notes) line('note', note)
  for (const code of record.codes) line('code', codeText(code))
  line('unshown', record.unshown.join(', '))
}

/** A statement that there is nothing is no record, and does not look like one; that it holds goes without saying. */
export function absenceText(absence: AbsenceEntry, lang: Language, canvas: Canvas): void {
  const { tone, toneText, text, code, warnings } = absence
  const paint = tone === 'refuted' || tone === 'entered-in-error' ? canvas.toned(tone) : canvas.paint.italic
  canvas.marked(tone === 'active' ? '∅' : `∅ [${toneText}]`, text, 2, paint, canvas.paint.bold)
  for (const warning of warnings) warningText(warning, lang, canvas)
  factsText(absence, lang, canvas)
  for (const line of absence.lines) canvas.labelled(line.label, line.text, 6)
  for (const note of absence.notes) canvas.labelled(labelOf('note', lang), note, 6)
  if (code !== undefined) canvas.labelled(labelOf('code', lang), codeText(code), 6)
  if (absence.unshown.length > 0) canvas.labelled(labelOf('unshown', lang), absence.unshown.join(', '), 6)
}

/** Status, certainty and gravity in one line. */
function factsText(record: Parameters<typeof factsOf>[0], lang: Language, canvas: Canvas): void {
  const [first, ...others] = factsOf(record, lang)
  if (first === undefined) return
  const text = [first.text, ...others.map((one) => `${one.label}: ${one.text}`)].join(' · ')
  canvas.labelled(first.label, text, 6)
}

/** What not to rely on stands right below the title. */
function warningText({ text }: Warning, lang: Language, canvas: Canvas): void {
  canvas.marked(`${labelOf('warning', lang)}:`, text, 6, canvas.paint.yellow, canvas.paint.yellow)
}

function reactionText(reaction: ReactionPicture): string {
  return reactionParts(reaction).join('; ')
}

/** What is said of one reaction but for its notes, in the order in which it is read. */
export function reactionParts(reaction: ReactionPicture): string[] {
  const { manifestations, severity, onset, substance, exposureRoute, description } = reaction
  const parts = [
    manifestations.map(({ text }) => text).join(', '),
    severity?.text,
    substance?.text,
    exposureRoute?.text,
    onset,
    description,
  ]
  return parts.filter((one) => one !== undefined && one !== '') as string[]
}
