import { inOrder } from '../../picture/facts.ts'
import type { Count, Language, PatientNumber, Picture, SectionPicture, SummarySection } from '../../picture/picture.ts'
import { Canvas, type CanvasOptions } from './canvas.ts'
import { absenceText, recordText } from './record.ts'
import { type Label, labelOf } from './words.ts'

/** The picture of one document in a terminal. `name` is what the input is called. */
export function pictureText(picture: Picture, name: string, options: CanvasOptions): string {
  const canvas = new Canvas(options)
  head(picture, name, canvas)
  for (const section of picture.sections) if (section.nothing === undefined) sectionText(section, picture, canvas)
  if (isEmpty(picture)) {
    canvas.gap()
    canvas.write(labelOf('noRecords', picture.lang), 0, canvas.paint.bold)
  }
  nothingText(picture, canvas)
  summaryText(picture, canvas)
  restText(picture, canvas)
  return canvas.text()
}

/** No record of critical information, and no statement that there is none. */
export function isEmpty({ sections }: Picture): boolean {
  return sections.every(({ nothing }) => nothing !== undefined)
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

function patientText(picture: Picture): string {
  return patientParts(picture).join(', ')
}

/** Who it is about, or why that is not told. */
export function patientParts({ patient, lang }: Picture): string[] {
  if (patient === undefined) return [labelOf('notSaid', lang)]
  if (patient.isHidden) return [labelOf('hidden', lang)]
  const { name, birthDate, gender, identifiers } = patient
  const parts = [
    name,
    birthDate === undefined ? undefined : `${labelOf('born', lang)} ${birthDate}`,
    gender?.text,
    ...identifiers.map(numberText),
  ].filter((one) => one !== undefined)
  return parts.length === 0 ? [labelOf('notSaid', lang)] : parts
}

/** A number of the patient with its kind, and that it no longer holds. */
function numberText({ name, system, code, use }: PatientNumber): string {
  const text = [name ?? system, code].filter((part) => part !== undefined).join(' ')
  return use === undefined ? text : `${text} (${use.text})`
}

function sectionText({ title, records, absences }: SectionPicture, { lang }: Picture, canvas: Canvas): void {
  canvas.gap()
  canvas.write(title.toUpperCase(), 0, canvas.paint.bold)
  for (const absence of absences) absenceText(absence, lang, canvas)
  for (const record of inOrder(records)) recordText(record, lang, canvas)
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
  for (const section of summary) {
    const { title, code } = section
    canvas.labelled(code === undefined ? title : `${title} [${code}]`, sectionParts(section, lang).join('; '), 2)
  }
}

/** What is said of a section of a summary: how many entries it has, how many it only names, and why there are none. */
export function sectionParts({ entries, gone = [], absence }: SummarySection, lang: Language): string[] {
  const reason = absence?.code === undefined ? absence?.text : `${absence.text} (${absence.code.code ?? ''})`
  return [
    ...numberOf(entries, ['entry', 'entries'], lang),
    ...numberOf(gone, ['goneEntry', 'goneEntries'], lang),
    ...(reason === undefined ? [] : [reason]),
  ]
}

/** `2 entries (Condition 2)`; nothing for none. */
function numberOf(counts: readonly Count[], [one, many]: readonly [Label, Label], lang: Language): string[] {
  const number = counts.reduce((sum, { count }) => sum + count, 0)
  return number === 0 ? [] : [`${number} ${labelOf(number === 1 ? one : many, lang)} (${countText(counts)})`]
}

function restText({ others, remarks, lang }: Picture, canvas: Canvas): void {
  const rest = othersText(others, lang)
  if (rest !== undefined) {
    canvas.gap()
    canvas.labelled(labelOf('others', lang), rest, 0)
  }
  if (remarks.length === 0) return
  canvas.gap()
  canvas.write(labelOf('remarks', lang).toUpperCase(), 0, canvas.paint.bold)
  for (const { code, severity, text, path } of remarks)
    canvas.marked(`${code} ${severity}`, path === '' ? text : `${text} (${path})`, 2, (line) => line, canvas.paint.dim)
}

/** What the document holds besides; undefined for nothing. */
export function othersText(others: readonly Count[], lang: Language): string | undefined {
  const number = others.reduce((sum, { count }) => sum + count, 0)
  if (number === 0) return undefined
  return `${number} ${labelOf(number === 1 ? 'otherEntry' : 'otherEntries', lang)}: ${countText(others)}`
}

function countText(counts: readonly Count[]): string {
  return counts.map(({ type, count }) => `${type} ${count}`).join(', ')
}
