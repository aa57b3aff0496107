import { readJson } from '../document/json-read.ts'
import { getKey, isObject, type Json, type JsonObject, type Path } from '../document/json.ts'
import { limitsOf } from '../document/limits.ts'

/** Systems of fødselsnummer (national identity number) and D-nummer (its like for foreigners). */
const systems: ReadonlySet<Json | undefined> = new Set([
  'urn:oid:2.16.578.1.12.4.1.4.1',
  'urn:oid:2.16.578.1.12.4.1.4.2',
  'http://hl7.no/fhir/NamingSystem/FNR',
  'http://hl7.no/fhir/NamingSystem/DNR',
])
const types: ReadonlySet<Json | undefined> = new Set(['fodselsnummer', 'dNummer'])

/**
 * Places of Norwegian national identity numbers that are not marked as synthetic. The month of a synthetic one is
 * raised by 80 (Skatteetaten's test population), or by 65 (seen in test data of Norsk helsenett). What has not even
 * a month is not known to be synthetic, so it counts.
 */
export function realIdentityNumbers(root: Json): Path[] {
  const found: Path[] = []
  const step = (value: Json, path: Path): void => {
    if (Array.isArray(value)) for (const [index, member] of value.entries()) step(member, [...path, index])
    if (!isObject(value)) return
    if (isReal(numberOf(value))) found.push(path)
    const attached = attachmentOf(value)
    if (attached !== undefined && realIdentityNumbers(attached).length > 0) found.push([...path, 'data'])
    for (const key of Object.keys(value)) step(getKey(value, key) as Json, [...path, key])
  }
  step(root, [])
  return found
}

/** The number that an identifier of FHIR or of the ki form holds, if it is one of the two kinds. */
function numberOf(holder: JsonObject): Json | undefined {
  const ki = getKey(holder, 'verdi')
  if (ki !== undefined && types.has(getKey(holder, 'type'))) return ki
  return systems.has(getKey(holder, 'system')) ? (getKey(holder, 'value') ?? ki) : undefined
}

function isReal(number: Json | undefined): boolean {
  if (number === undefined) return false
  const month = Number(String(number).replace(/\s/g, '').slice(2, 4))
  return !((month >= 81 && month <= 92) || (month >= 66 && month <= 77))
}

/** A summary may carry the whole original as JSON. */
function attachmentOf(holder: JsonObject): Json | undefined {
  const { contentType, data } = holder
  if (typeof contentType !== 'string' || typeof data !== 'string' || !contentType.includes('json')) return undefined
  try {
    return readJson(Buffer.from(data, 'base64').toString(), limitsOf()).root
  } catch {
    return undefined
  }
}
