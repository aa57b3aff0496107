import { isObject, type Json, type JsonObject, objectsIn } from '../../document/json.ts'
import type { Hub } from '../hub.ts'
import { recordedText, untilText } from './narrative-dates.ts'
import { ownLines, type Told, titleOf } from './narrative-kinds.ts'
import { type Line, lines, noteText } from './narrative-words.ts'
import { isRefuted } from './state.ts'
import { escapeText, label } from './xhtml.ts'

/**
 * A record as people read it, in the XHTML that FHIR allows (no `del`, https://hl7.org/fhir/R4/narrative.html#xhtml). Everything
 * that could turn its meaning is said first and in words: refuted, suspected, probable, ongoing, an excipient. Made from the
 * entry, so that text and codes cannot disagree; from the record come only what no element abroad can hold.
 */
export function describeRecord(told: Told): string {
  const { made } = told
  const rows = [...ownLines(told), ...commonLines(told)].map(([name, text]) => `<li>${name}: ${text}</li>`)
  const title = titleOf(told)
  const heading = isRefuted(made)
    ? `<p><span style="text-decoration: line-through">${title}</span> ${refutedMark(made)}</p>`
    : `<p><b>${title}</b></p>`
  return `${heading}<ul>${rows.join('')}</ul>`
}

function refutedMark(resource: JsonObject): string {
  const what =
    resource.resourceType === 'AllergyIntolerance'
      ? label('Avkreftet: ikke en allergi', 'refuted: not an allergy')
      : label('Avkreftet', 'refuted: the patient does not have this')
  return `<b>${what}</b>`
}

function commonLines({ made, source, hub, now }: Told): Line[] {
  return lines([
    [untilLabel(made), untilText(source, now)],
    [label('Registrert', 'recorded'), recordedText(source)],
    [label('Registrert av', 'recorded by'), recorderText(recorderOf(source), hub)],
    [label('Kommentar', 'note'), noteText(notesOf(made))],
  ])
}

function untilLabel({ resourceType }: JsonObject): string {
  return resourceType === 'Flag' ? label('Gyldig til', 'holds until') : label('Varsles til', 'warn until')
}

/** Notes, or what stands for them where R4 has no such element. */
export function notesOf(resource: JsonObject): readonly Json[] {
  if (Array.isArray(resource.note)) return resource.note
  const extensions = objectsIn(resource.extension)
  return extensions
    .filter((one) => one.url === 'http://hl7.org/fhir/StructureDefinition/note')
    .map((one) => one.valueAnnotation ?? null)
}

/** Who recorded it first; each resource has it elsewhere. */
export function recorderOf(source: JsonObject): Json | undefined {
  const { recorder, author, performer } = source
  if (source.resourceType === 'DeviceUseStatement') return source.source
  if (source.resourceType === 'Flag') return author
  return source.resourceType === 'Consent' && Array.isArray(performer) ? performer[0] : recorder
}

function recorderText(recorder: Json | undefined, hub: Hub): string | undefined {
  const reference = isObject(recorder) ? recorder : undefined
  if (typeof reference?.display === 'string') return escapeText(reference.display)
  const role = typeof reference?.reference === 'string' ? hub.find(reference.reference)?.resource : undefined
  if (role === undefined) return undefined
  const names = [role.practitioner, role.organization].map((one) => (isObject(one) ? one.display : undefined))
  return names
    .filter((one): one is string => typeof one === 'string')
    .map(escapeText)
    .join(', ')
}
