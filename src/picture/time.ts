import { Decimal, isObject, type Json, type JsonObject, textOf, wordOf } from '../document/json.ts'
import { absentReason } from './extension.ts'
import type { Language } from './picture.ts'
import { type Pair, say, wordIn } from './words.ts'

/** Words for reasons why there is no date (https://hl7.org/fhir/R4/valueset-data-absent-reason.html). */
const reasons: Readonly<Record<string, Pair>> = {
  unknown: ['ukjent', 'unknown'],
  'asked-unknown': ['spurt, men ukjent', 'asked, and unknown'],
  'temp-unknown': ['foreløpig ukjent', 'unknown for now'],
  'not-asked': ['ikke spurt', 'not asked'],
  'asked-declined': ['spurt, ville ikke svare', 'asked, and declined to answer'],
  masked: ['holdt tilbake', 'masked'],
  'not-applicable': ['ikke aktuelt', 'not applicable'],
}

export const notStated: Pair = ['ikke oppgitt', 'not stated']

/** What stands under a choice of times, `onset[x]`: a date as precise as it was recorded, a period, an age, a range, words, or why not. */
export function timeText(resource: JsonObject, stem: string, lang: Language): string | undefined {
  const date = resource[`${stem}DateTime`]
  if (typeof date === 'string') return date
  const [period, age, range] = [resource[`${stem}Period`], resource[`${stem}Age`], resource[`${stem}Range`]]
  if (isObject(period)) return periodText(period, lang) ?? reasonText(period, lang)
  if (isObject(age)) return age.value === undefined ? reasonText(age, lang) : ageText(age, lang)
  if (isObject(range)) return rangeText(range, lang) ?? reasonText(range, lang)
  const text = textOf(resource[`${stem}String`])
  if (text !== '') return text
  return reasonText(resource[`_${stem}DateTime`], lang) ?? reasonText(resource[`_${stem}String`], lang)
}

/** Why there is no value. */
export function reasonText(element: Json | undefined, lang: Language): string | undefined {
  const reason = absentReason(element)
  return reason === undefined ? undefined : reasonWords(reason, lang)
}

/** A reason for absent data in words; one without words as it is. */
export function reasonWords(reason: string, lang: Language): string {
  return wordIn(reasons, reason, lang) ?? reason
}

const from: Pair = ['fra', 'from']
const to: Pair = ['til', 'to']

/** A period: from, to, or both. */
export function periodText({ start, end }: JsonObject, lang: Language): string | undefined {
  const parts = [
    typeof start === 'string' ? `${say(from, lang)} ${start}` : '',
    typeof end === 'string' ? `${say(to, lang)} ${end}` : '',
  ].filter((one) => one !== '')
  return parts.length === 0 ? undefined : parts.join(' ')
}

/** UCUM's units of an Age (https://hl7.org/fhir/R4/valueset-age-units.html). */
const units: Readonly<Record<string, Pair>> = {
  a: ['år', 'years'],
  mo: ['måneder', 'months'],
  wk: ['uker', 'weeks'],
  d: ['dager', 'days'],
  h: ['timer', 'hours'],
  min: ['minutter', 'minutes'],
}
const age: Pair = ['alder', 'age']

/** An age with its unit, and what is said of how exact it is. */
export function ageText(given: JsonObject, lang: Language): string {
  return `${say(age, lang)} ${quantityText(given, lang)}`.trim()
}

/** An age between two; where one of them is not said, from or to the other. */
function rangeText({ low, high }: JsonObject, lang: Language): string | undefined {
  const [first, last] = [low, high].map((one) => (isObject(one) ? quantityText(one, lang) : ''))
  const parts =
    first && last ? [first, '–', last] : [first && `${say(from, lang)} ${first}`, last && `${say(to, lang)} ${last}`]
  const text = parts.filter(Boolean).join(' ')
  return text === '' ? undefined : `${say(age, lang)} ${text}`
}

function quantityText({ comparator, value, unit, code }: JsonObject, lang: Language): string {
  const word = wordIn(units, textOf(code) || textOf(unit), lang) ?? (textOf(unit) || textOf(code))
  const parts = [textOf(comparator), numberText(value), word]
  return parts.filter((one) => one !== '').join(' ')
}

function numberText(value: Json | undefined): string {
  return value instanceof Decimal ? value.text : typeof value === 'number' ? wordOf(value) : ''
}
