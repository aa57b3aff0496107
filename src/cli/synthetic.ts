import { readJson } from '../document/json-read.ts'
import { getKey, isObject, type Json, type JsonObject, type Path } from '../document/json.ts'
import { limitsOf } from '../document/limits.ts'
import { nationalNumberProblem } from '../rule/norwegian/number.ts'

/** Systems of fødselsnummer (national identity number) and D-nummer (its like for foreigners). */
const systems: ReadonlySet<Json | undefined> = new Set([
  'urn:oid:2.16.578.1.12.4.1.4.1',
  'urn:oid:2.16.578.1.12.4.1.4.2',
  'http://hl7.no/fhir/NamingSystem/FNR',
  'http://hl7.no/fhir/NamingSystem/DNR',
])
const types: ReadonlySet<Json | undefined> = new Set(['fodselsnummer', 'dNummer'])

/** Codes of the same two kinds in the export of SFM (`mappings/dialects/sfm-xml-ident.yaml`). */
const sfmTypes: ReadonlySet<Json | undefined> = new Set(['FNR', 'DNR'])

/**
 * Places of Norwegian national identity numbers that are not marked as synthetic. The month of a synthetic one is
 * raised by 80 (Skatteetaten's test population), or by 65 (seen in test data of Norsk helsenett). What an identifier of
 * these kinds holds and has not even a month is not known to be synthetic, so it counts; so does, wherever it stands, in
 * words too, whatever has the date and the check digits of such a number.
 */
export function realIdentityNumbers(root: Json): Path[] {
  const found: Path[] = []
  const step = (value: Json, path: Path): void => {
    if (Array.isArray(value)) for (const [index, member] of value.entries()) step(member, [...path, index])
    if (holdsReal(value)) found.push(path)
    if (!isObject(value)) return
    const number = numberIn(value)
    if (number !== undefined && isReal(getKey(value, number))) found.push(path)
    if (isRealAttachment(value)) found.push([...path, 'data'])
    for (const key of Object.keys(value)) if (key !== number) step(getKey(value, key) as Json, [...path, key])
  }
  step(root, [])
  return found
}

/** The member that holds the number of an identifier of FHIR, of the ki form or of SFM, if it is one of the two kinds. */
function numberIn(holder: JsonObject): string | undefined {
  if (hasKey(holder, 'verdi') && types.has(getKey(holder, 'type'))) return 'verdi'
  const type = getKey(holder, 'TypeId')
  if (hasKey(holder, 'Id') && isObject(type) && sfmTypes.has(getKey(type, 'V'))) return 'Id'
  if (!systems.has(getKey(holder, 'system'))) return undefined
  return ['value', 'verdi'].find((key) => hasKey(holder, key))
}

function hasKey(holder: JsonObject, key: string): boolean {
  return getKey(holder, key) !== undefined
}

/** True for a text with such a number in it, in one piece or the date apart, or for a number, which has no 0 at its start. */
function holdsReal(value: Json): boolean {
  if (typeof value === 'number') return isNational(String(value).padStart(11, '0'))
  if (typeof value !== 'string') return false
  return [...value.matchAll(/(?<!\d)(\d{6})\s?(\d{5})(?!\d)/g)].some(([, date, rest]) => isNational(`${date}${rest}`))
}

function isNational(number: string): boolean {
  return nationalNumberProblem(number) === undefined && isReal(number)
}

function isReal(number: Json | undefined): boolean {
  const month = Number(String(number).replace(/\s/g, '').slice(2, 4))
  return !((month >= 81 && month <= 92) || (month >= 66 && month <= 77))
}

/** A summary may carry the whole original as JSON; other documents have words. */
function isRealAttachment(holder: JsonObject): boolean {
  const { contentType, data } = holder
  if (typeof contentType !== 'string' || typeof data !== 'string' || !/json|xml|text/.test(contentType)) return false
  const text = Buffer.from(data, 'base64').toString()
  const attached = contentType.includes('json') ? jsonOf(text) : undefined
  return attached === undefined ? holdsReal(text) : realIdentityNumbers(attached).length > 0
}

function jsonOf(text: string): Json | undefined {
  try {
    return readJson(text, limitsOf()).root
  } catch {
    return undefined
  }
}
