import { Decimal, isObject, type Json, type JsonObject, objectsIn, wordOf } from '../../document/json.ts'
import { kindNames } from '../kind.ts'
import { escapeText, label } from './xhtml.ts'

/** A line of the narrative: what it is about, and its text. */
export type Line = readonly [string, string]

/** The lines that have a text. */
export function lines(pairs: readonly (readonly [string, string | undefined])[]): Line[] {
  return pairs.flatMap(([name, text]) => (text === undefined || text === '' ? [] : [[name, text] as const]))
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
  'in-progress': label('Pågår', 'ongoing'),
  preparation: label('Forberedes', 'in preparation'),
  'not-done': label('Ikke utført', 'not done'),
  'on-hold': label('På vent', 'on hold'),
  stopped: label('Avbrutt', 'stopped'),
  completed: label('Fullført', 'completed'),
  intended: label('Planlagt', 'intended'),
  unknown: label('Ukjent', 'unknown'),
}

/** A code in words; one without words as it is. */
export function word(code: Json | undefined): string | undefined {
  return typeof code === 'string' ? (Object.hasOwn(words, code) ? words[code] : escapeText(code)) : undefined
}

/** A kind of critical information in words. */
export function kindText(kind: string | undefined): string | undefined {
  const names = kind === undefined || !Object.hasOwn(kindNames, kind) ? undefined : kindNames[kind]
  return names === undefined ? undefined : label(names[0], names[1])
}

/** Text, else the main coding's display, else a code. */
export function conceptText(concept: Json | undefined): string | undefined {
  if (!isObject(concept)) return undefined
  if (typeof concept.text === 'string') return concept.text
  const main = mainCoding(concept)
  if (typeof main?.display === 'string') return main.display
  return typeof main?.code === 'string' ? main.code : undefined
}

/** The coding that names a concept: the one that somebody chose, else one with words, else the first. */
export function mainCoding({ coding }: JsonObject): JsonObject | undefined {
  const codings = objectsIn(coding)
  return (
    codings.find((one) => one.userSelected === true) ??
    codings.find((one) => typeof one.display === 'string') ??
    codings[0]
  )
}

/**
 * A concept as a heading. NHN's text specifies the code and does not repeat it (spesifisering), so the two belong together:
 * "kidney" alone would say nothing of a waiting list for one.
 */
export function headingText(concept: Json | undefined): string | undefined {
  const text = conceptText(concept)?.trim()
  const display = isObject(concept) ? mainCoding(concept)?.display : undefined
  if (text === undefined || typeof display !== 'string') return text
  return text.toLowerCase().includes(display.trim().toLowerCase()) ? text : `${display.trim()}: ${text}`
}

/** The concepts that the members of a list have under `key`, in words. */
export function conceptsText(list: Json | undefined, key: string): string | undefined {
  if (!Array.isArray(list)) return undefined
  return list
    .filter(isObject)
    .flatMap((one) => (Array.isArray(one[key]) ? one[key] : []))
    .map((one) => escapeText(conceptText(one) ?? ''))
    .filter((one) => one !== '')
    .join(', ')
}

/** What stands under a choice of times: `onset[x]`, `performed[x]`, `timing[x]`. */
export function timeText(resource: JsonObject, stem: string): string | undefined {
  const date = resource[`${stem}DateTime`]
  if (typeof date === 'string') return escapeText(date)
  const period = resource[`${stem}Period`]
  if (isObject(period)) return periodText(period)
  const age = resource[`${stem}Age`]
  if (isObject(age)) return ageText(age)
  const range = resource[`${stem}Range`]
  if (isObject(range)) return rangeText(range)
  const text = resource[`${stem}String`]
  if (typeof text === 'string') return escapeText(text)
  return absentText(resource[`_${stem}DateTime`] ?? resource[`_${stem}String`])
}

/** Why there is no time; unknown where that is not said (https://hl7.org/fhir/R4/valueset-data-absent-reason.html). */
function absentText(element: Json | undefined): string | undefined {
  if (!isObject(element)) return undefined
  const reason = objectsIn(element.extension).find(({ url }) => url === absentReason)?.valueCode
  return (typeof reason === 'string' && Object.hasOwn(reasons, reason) ? reasons[reason] : undefined) ?? word('unknown')
}

const absentReason = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason'
const reasons: Readonly<Record<string, string>> = {
  'asked-unknown': label('Spurt om, ukjent', 'asked, unknown'),
  'asked-declined': label('Spurt om, ville ikke svare', 'asked, declined'),
  'not-asked': label('Ikke spurt om', 'not asked'),
  masked: label('Skjult', 'masked'),
}

function periodText({ start, end }: JsonObject): string {
  const from = typeof start === 'string' ? `${label('fra', 'from')} ${escapeText(start)}` : ''
  const to = typeof end === 'string' ? `${label('til', 'to')} ${escapeText(end)}` : ''
  return [from, to].filter((one) => one !== '').join(' ')
}

/** UCUM's units of an Age (https://hl7.org/fhir/R4/valueset-age-units.html). */
const ageUnits: Readonly<Record<string, string>> = {
  a: label('år', 'years'),
  mo: label('måneder', 'months'),
  wk: label('uker', 'weeks'),
  d: label('dager', 'days'),
  h: label('timer', 'hours'),
  min: label('minutter', 'minutes'),
}

/** An age with its unit and what is said of its precision. */
export function ageText(age: JsonObject): string {
  return `${label('Alder', 'age')} ${quantityText(age)}`
}

/** An age that lies between two, or on one side of one. */
function rangeText({ low, high }: JsonObject): string {
  const from = isObject(low) ? `${label('fra', 'from')} ${quantityText(low)}` : ''
  const to = isObject(high) ? `${label('til', 'to')} ${quantityText(high)}` : ''
  return [label('Alder', 'age'), from, to].filter((one) => one !== '').join(' ')
}

function quantityText({ comparator, value, unit, code }: JsonObject): string {
  const sign = typeof comparator === 'string' ? `${escapeText(comparator)} ` : ''
  const number = value instanceof Decimal ? value.text : wordOf(value ?? '')
  const known = typeof code === 'string' && Object.hasOwn(ageUnits, code) ? ageUnits[code] : undefined
  return `${sign}${escapeText(number)} ${known ?? escapeText(wordOf(unit ?? code ?? ''))}`
}

/** Texts of notes, line breaks kept. */
export function noteText(notes: readonly Json[]): string | undefined {
  const texts = notes
    .filter(isObject)
    .map((one) => one.text)
    .filter((one): one is string => typeof one === 'string')
  return texts.map((text) => escapeText(text).replaceAll(/\r?\n|\r/g, '<br/>')).join('<br/>')
}
