import { childOf, isObject, type Json, type JsonObject, objectsIn, wordOf } from '../document/json.ts'

const base = 'http://terminology.hl7.org/CodeSystem/'

/** The one code system of each status, which R4 requires (https://hl7.org/fhir/R4/valueset-condition-ver-status.html). */
const systems: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  AllergyIntolerance: {
    clinicalStatus: `${base}allergyintolerance-clinical`,
    verificationStatus: `${base}allergyintolerance-verification`,
  },
  Condition: {
    clinicalStatus: `${base}condition-clinical`,
    verificationStatus: `${base}condition-ver-status`,
  },
}

/**
 * The element, if there is one, in which a record says how sure it is or whether it holds in a way that cannot be read: words
 * alone, a code of another system (older versions of FHIR had others), a bare string, or two codes that contradict each other.
 * Rows find codes by their system, so that what they do not find would count as never said, and a refuted record as a sure one.
 */
export function unreadStatus(resource: JsonObject): string | undefined {
  const wanted = Object.entries(systems[wordOf(resource.resourceType)] ?? {})
  return wanted.find(([key, system]) => resource[key] !== undefined && !isReadable(resource[key] as Json, system))?.[0]
}

function isReadable(concept: Json, system: string): boolean {
  if (!isObject(concept)) return false
  const codings = concept.coding ?? []
  if (!Array.isArray(codings) || !codings.every(isObject)) return false
  const codes = new Set(codings.filter((one) => one.system === system).map(({ code }) => code))
  // Nothing but a reason why it is absent: that is no status.
  if (codings.length === 0) return concept.text === undefined
  return codes.size === 1
}

/** The code of a status in the one system that R4 requires for it; undefined where there is none. */
export function statusCode(resource: JsonObject, element: 'clinicalStatus' | 'verificationStatus'): string | undefined {
  const system = systems[wordOf(resource.resourceType)]?.[element]
  const codings = objectsIn(childOf(resource[element], 'coding')).filter((one) => one.system === system)
  const code = codings.find((one) => typeof one.code === 'string')?.code
  return typeof code === 'string' ? code : undefined
}
