import { Decimal, isObject, type Json, type JsonObject } from '../../document/json.ts'
import type { Hub } from '../hub.ts'
import { escapeText, label } from './xhtml.ts'

/** A line of the narrative: what it is about, and its text. */
type Line = readonly [string, string]

/**
 * A record as people read it, in the XHTML that FHIR allows (no `del`, https://hl7.org/fhir/R4/narrative.html#xhtml). Everything that could turn its meaning is said first and in words: refuted, suspected,
 * probable, an excipient. Made from the entry alone, so that text and codes cannot disagree.
 */
export function describeRecord(resource: JsonObject, hub: Hub): string {
  const lines = resource.resourceType === 'AllergyIntolerance' ? allergyLines(resource) : conditionLines(resource)
  const rows = [...lines, ...commonLines(resource, hub)].map(([name, text]) => `<li>${name}: ${text}</li>`)
  const title = conceptText(resource.code)?.trim() || 'Uten navn'
  const heading = isRefuted(resource)
    ? `<p><span style="text-decoration: line-through">${escapeText(title)}</span> ${refutedMark(resource)}</p>`
    : `<p><b>${escapeText(title)}</b></p>`
  return `${heading}<ul>${rows.join('')}</ul>`
}

function refutedMark(resource: JsonObject): string {
  const what =
    resource.resourceType === 'AllergyIntolerance'
      ? label('Avkreftet: ikke en allergi', 'refuted: not an allergy')
      : label('Avkreftet', 'refuted: the patient does not have this')
  return `<b>${what}</b>`
}

/** Held to be true once, and no longer. */
export function isRefuted(resource: JsonObject): boolean {
  return codeOf(resource.verificationStatus) === 'refuted'
}

/** Deleted, because it was never true of this patient. */
export function isEnteredInError(resource: JsonObject): boolean {
  return codeOf(resource.verificationStatus) === 'entered-in-error'
}

const words: Readonly<Record<string, string>> = {
  active: label('Aktiv', 'active'),
  inactive: label('Ikke aktiv', 'inactive'),
  resolved: label('Opphørt', 'resolved'),
  recurrence: label('Tilbakefall', 'recurrence'),
  relapse: label('Tilbakefall', 'relapse'),
  remission: label('Remisjon', 'remission'),
  confirmed: label('Bekreftet', 'confirmed'),
  unconfirmed: label('Mistenkt', 'unconfirmed'),
  presumed: label('Sannsynlig', 'presumed'),
  provisional: label('Foreløpig', 'provisional'),
  differential: label('Differensialdiagnose', 'differential'),
  refuted: label('Avkreftet', 'refuted'),
  high: label('Alvorlig', 'high risk'),
  low: label('Mindre alvorlig', 'low risk'),
  'unable-to-assess': label('Ukjent', 'unable to assess'),
  medication: label('Legemiddel', 'medication'),
  food: label('Mat', 'food'),
  environment: label('Miljø', 'environment'),
  biologic: label('Biologisk', 'biologic'),
}

function word(code: Json | undefined): string | undefined {
  return typeof code === 'string' ? (Object.hasOwn(words, code) ? words[code] : escapeText(code)) : undefined
}

function allergyLines(resource: JsonObject): Line[] {
  const category = Array.isArray(resource.category) ? resource.category.map(word).join(', ') : undefined
  return lines([
    [label('Status', 'status'), word(codeOf(resource.clinicalStatus))],
    [label('Sannsynlighet', 'certainty'), certainty(resource)],
    [label('Alvorlighetsgrad', 'criticality'), word(resource.criticality)],
    [label('Kategori', 'category'), category],
    [label('Reaksjon', 'reaction'), conceptsText(resource.reaction, 'manifestation')],
  ])
}

function conditionLines(resource: JsonObject): Line[] {
  return lines([
    [label('Status', 'status'), word(codeOf(resource.clinicalStatus))],
    [label('Sikkerhet', 'certainty'), certainty(resource)],
    [label('Funn', 'evidence'), conceptsText(resource.evidence, 'code')],
  ])
}

function commonLines(resource: JsonObject, hub: Hub): Line[] {
  return lines([
    [label('Tidspunkt', 'onset'), onsetText(resource)],
    [
      label('Registrert', 'recorded'),
      typeof resource.recordedDate === 'string' ? escapeText(resource.recordedDate) : undefined,
    ],
    [label('Registrert av', 'recorded by'), recorderText(resource.recorder, hub)],
    [label('Kommentar', 'note'), noteText(resource.note)],
  ])
}

function lines(pairs: readonly (readonly [string, string | undefined])[]): Line[] {
  return pairs.flatMap(([name, text]) => (text === undefined || text === '' ? [] : [[name, text] as const]))
}

function certainty(resource: JsonObject): string | undefined {
  const status = resource.verificationStatus
  const text = isObject(status) ? status.text : undefined
  return typeof text === 'string' ? escapeText(text) : word(codeOf(status))
}

function codeOf(concept: Json | undefined): Json | undefined {
  const codings = isObject(concept) ? concept.coding : undefined
  const first = Array.isArray(codings) ? codings.find((one) => isObject(one) && one.code !== undefined) : undefined
  return isObject(first) ? first.code : undefined
}

/** Text, else the main coding's display, else a code. */
export function conceptText(concept: Json | undefined): string | undefined {
  if (!isObject(concept)) return undefined
  const { text, coding } = concept
  if (typeof text === 'string') return text
  const codings = Array.isArray(coding) ? coding.filter(isObject) : []
  const main =
    codings.find((one) => one.userSelected === true) ??
    codings.find((one) => typeof one.display === 'string') ??
    codings[0]
  if (typeof main?.display === 'string') return main.display
  return typeof main?.code === 'string' ? main.code : undefined
}

/** The concepts that the members of a list have under `key`, in words. */
function conceptsText(list: Json | undefined, key: string): string | undefined {
  if (!Array.isArray(list)) return undefined
  return list
    .filter(isObject)
    .flatMap((one) => (Array.isArray(one[key]) ? one[key] : []))
    .map((one) => escapeText(conceptText(one) ?? ''))
    .filter((one) => one !== '')
    .join(', ')
}

function onsetText(resource: JsonObject): string | undefined {
  if (typeof resource.onsetDateTime === 'string') return escapeText(resource.onsetDateTime)
  const age = resource.onsetAge
  if (isObject(age)) {
    const { comparator, value, unit, code } = age
    const sign = typeof comparator === 'string' ? `${escapeText(comparator)} ` : ''
    const number = value instanceof Decimal ? value.text : String(value ?? '')
    return `${sign}${escapeText(number)} ${escapeText(String(unit ?? code ?? ''))} ${label('alder', 'age')}`
  }
  return typeof resource.onsetString === 'string' ? escapeText(resource.onsetString) : undefined
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

function noteText(notes: Json | undefined): string | undefined {
  if (!Array.isArray(notes)) return undefined
  const texts = notes
    .filter(isObject)
    .map((one) => one.text)
    .filter((one): one is string => typeof one === 'string')
  return texts.map((text) => escapeText(text).replaceAll(/\r?\n|\r/g, '<br/>')).join('<br/>')
}
