import { isObject, type Json, type JsonObject, objectsIn, wordOf } from '../../document/json.ts'
import { escapeText, label } from './xhtml.ts'

const nhn = 'http://nhn.no/kj/fhir/StructureDefinition/'
const recorded = 'http://hl7.org/fhir/5.0/StructureDefinition/extension-Procedure.recorded'

/** The value of NHN's extension of this name; URLs of NHN's are met in different case. */
export function extensionValue(resource: JsonObject, name: string, key: string): Json | undefined {
  return valueUnder(resource, `${nhn}${name}`, key)
}

function valueUnder(resource: JsonObject, url: string, key: string): Json | undefined {
  const extensions = objectsIn(resource.extension)
  return extensions.find((one) => typeof one.url === 'string' && one.url.toLowerCase() === url.toLowerCase())?.[key]
}

/** When the record was first made, as XHTML. */
export function recordedText(source: JsonObject): string | undefined {
  const date = recordedDate(source)
  return date === undefined ? undefined : escapeText(date)
}

/** When the record was first made; each resource has it elsewhere. */
export function recordedDate(source: JsonObject): string | undefined {
  const dates = [
    source.recordedDate,
    source.recordedOn,
    source.resourceType === 'Consent' ? source.dateTime : undefined,
    valueUnder(source, recorded, 'valueDateTime'),
    extensionValue(source, 'KjRecordedDate', 'valueDateTime'),
  ]
  const date = dates.find((one) => typeof one === 'string')
  return typeof date === 'string' ? date : undefined
}

/**
 * Until when to warn, and what it means that the day has come. It never ends a treatment, an implant or an infection; an
 * alert no longer holds; a limitation of treatment still does (NHN's pages on each kind).
 */
export function untilText(source: JsonObject, now: string): string | undefined {
  const date = untilDate(source)
  if (date === undefined) return undefined
  const text = escapeText(date)
  return hasCome(date, now) ? `${text}. ${passed[wordOf(source.resourceType)] ?? notOver}` : text
}

/** The date until which to warn. */
export function untilDate(source: JsonObject): string | undefined {
  const period = source.resourceType === 'Flag' && isObject(source.period) ? source.period.end : undefined
  const date = period ?? extensionValue(source, 'KjValidUntil', 'valueDateTime')
  return typeof date === 'string' ? date : undefined
}

const notOver = label(
  'Datoen er passert; det betyr ikke at det er over.',
  'The date has passed; that does not mean that it is over.',
)
const passed: Readonly<Record<string, string>> = {
  Flag: label('Datoen er passert; varselet gjelder ikke lenger.', 'The date has passed; the alert no longer holds.'),
  Consent: label('Datoen er passert; den gjelder fortsatt.', 'The date has passed; it is still in force.'),
}

/** A day has come when it is today; a year or month when it is over. */
function hasCome(date: string, now: string): boolean {
  const day = date.slice(0, 10)
  return day.length === 10 ? day <= now.slice(0, 10) : day < now.slice(0, day.length)
}
