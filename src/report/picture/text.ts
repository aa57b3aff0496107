import type { AbsenceEntry, Count, Picture, RecordPicture, SectionPicture, Tone } from '../../picture/picture.ts'
import { Canvas, type CanvasOptions } from './canvas.ts'
import { codeText } from './code.ts'
import { recordText, warningText } from './record.ts'
import { type Label, labelOf } from './words.ts'

/** What holds stands first, what cannot be told after it, what never was last; within each as the document has it. */
const order: readonly Tone[] = ['active', 'unknown', 'not-in-force', 'resolved', 'refuted', 'entered-in-error']

/** The picture of one document in a terminal. `name` is what the input is called. */
export function pictureText(picture: Picture, name: string, options: CanvasOptions): string {
  const canvas = new Canvas(options)
  head(picture, name, canvas)
  for (const section of picture.sections) if (section.nothing === undefined) sectionText(section, picture, canvas)
  if (picture.sections.every(({ nothing }) => nothing !== undefined)) {
    canvas.gap()
    canvas.write(labelOf('noRecords', picture.lang), 0, canvas.paint.bold)
  }
  nothingText(picture, canvas)
  summaryText(picture, canvas)
  restText(picture, canvas)
  return canvas.text()
}

function head(picture: Picture, name: string, canvas: Canvas): void {
  const { lang, form, dialect, title, date } = picture
  canvas.write(name, 0, canvas.paint.bold)
  canvas.labelled(labelOf('form', lang), dialect === form ? form : `${form} (${dialect})`, 0)
  const named = [title, date].filter((one) => one !== undefined).join(', ')
  if (named !== '') canvas.labelled(labelOf('summary', lang), named, 0)
  canvas.labelled(labelOf('patient', lang), patientText(picture), 0)
  for (const { text } of picture.privacy)
    canvas.marked(`${labelOf('warning', lang)}:`, text, 0, canvas.paint.yellow, canvas.paint.yellow)
}

function patientText({ patient, lang }: Picture): string {
  if (patient === undefined) return labelOf('notSaid', lang)
  if (patient.isHidden) return labelOf('hidden', lang)
  const { name, birthDate, gender, identifiers } = patient
  const parts = [
    name,
    birthDate === undefined ? undefined : `${labelOf('born', lang)} ${birthDate}`,
    gender?.text,
    ...identifiers.map((one) => [one.name ?? one.system, one.code].filter((part) => part !== undefined).join(' ')),
  ].filter((one) => one !== undefined)
  return parts.length === 0 ? labelOf('notSaid', lang) : parts.join(', ')
}

function sectionText({ title, records, absences }: SectionPicture, { lang }: Picture, canvas: Canvas): void {
  canvas.gap()
  canvas.write(title.toUpperCase(), 0, canvas.paint.bold)
  for (const absence of absences) absenceText(absence, lang, canvas)
  for (const record of sorted(records)) recordText(record, lang, canvas)
}

function sorted(records: readonly RecordPicture[]): RecordPicture[] {
  return [...records].sort((one, other) => order.indexOf(one.tone) - order.indexOf(other.tone))
}

/** A statement that there is nothing is no record, and does not look like one. */
function absenceText(absence: AbsenceEntry, lang: Picture['lang'], canvas: Canvas): void {
  const { tone, toneText, text, code, warnings } = absence
  const isDoubtful = tone !== 'active'
  const paint = tone === 'refuted' || tone === 'entered-in-error' ? canvas.toned(tone) : canvas.paint.italic
  canvas.marked(isDoubtful ? `∅ [${toneText}]` : '∅', text, 2, paint, canvas.paint.bold)
  if (code !== undefined) canvas.labelled(labelOf('code', lang), codeText(code), 6)
  for (const warning of warnings) warningText(warning, lang, canvas)
}

/** Kinds without a record, in one sentence that says what it does not say. */
function nothingText({ sections, lang }: Picture, canvas: Canvas): void {
  const titles = sections.filter(({ nothing }) => nothing !== undefined).map(({ title }) => title)
  if (titles.length === 0) return
  canvas.gap()
  canvas.labelled(labelOf('nothing', lang), `${titles.join('; ')}. ${labelOf('nothingMeans', lang)}`, 0)
}

function summaryText({ summary, lang }: Picture, canvas: Canvas): void {
  if (summary.length === 0) return
  canvas.gap()
  canvas.write(labelOf('sections', lang).toUpperCase(), 0, canvas.paint.bold)
  for (const { title, code, entries, absence } of summary) {
    const number = entries.reduce((sum, { count }) => sum + count, 0)
    const word = labelOf(number === 1 ? 'entry' : 'entries', lang)
    const reason = absence?.code === undefined ? absence?.text : `${absence.text} (${absence.code.code ?? ''})`
    const said = [number === 0 ? undefined : `${number} ${word} (${countText(entries)})`, reason]
    canvas.labelled(
      code === undefined ? title : `${title} [${code}]`,
      said.filter((one) => one !== undefined).join('; '),
      2,
    )
  }
}

function restText({ others, remarks, lang }: Picture, canvas: Canvas): void {
  const number = others.reduce((sum, { count }) => sum + count, 0)
  if (number > 0) {
    canvas.gap()
    const label: Label = number === 1 ? 'otherEntry' : 'otherEntries'
    canvas.labelled(labelOf('others', lang), `${number} ${labelOf(label, lang)}: ${countText(others)}`, 0)
  }
  if (remarks.length === 0) return
  canvas.gap()
  canvas.write(labelOf('remarks', lang).toUpperCase(), 0, canvas.paint.bold)
  for (const { code, severity, text, path } of remarks)
    canvas.marked(`${code} ${severity}`, path === '' ? text : `${text} (${path})`, 2, (line) => line, canvas.paint.dim)
}

function countText(counts: readonly Count[]): string {
  return counts.map(({ type, count }) => `${type} ${count}`).join(', ')
}
