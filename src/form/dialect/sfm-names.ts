import type { Books } from '../../document/books.ts'
import { isObject, type JsonObject } from '../../document/json.ts'

const categories = 'http://nhn.no/kj/fhir/CodeSystem/CategoriesOfHealthProfessionals'
const summary = /^(.*?, HPR: \d+)(?:, ((?:.+?, )?HER: \d+))?(?:, ([A-Z]{2}\d?):)?$/s

/**
 * What SFM shows of a health professional where records refer to one:
 * `Ola Test, HPR: 1234567, Testsykehuset, HER: 1234, LE:`. The names are those of SFM, which hold the numbers.
 */
export function digestOf(role: JsonObject): string | undefined {
  const parts = [displayOf(role.practitioner), displayOf(role.organization)]
  const code = codeOf(role)
  if (code !== undefined) parts.push(`${code}:`)
  const known = parts.filter((part) => part !== undefined)
  return known.length === 0 ? undefined : known.join(', ')
}

/** The health professional whom a reference shows without referring to one; leaves are aliases of its display. */
export function roleOfDigest(reference: JsonObject, books: Books): JsonObject | undefined {
  const match = typeof reference.display === 'string' ? summary.exec(reference.display) : null
  if (match === null) return undefined
  const [, practitioner, organization, code] = match
  const named = (display: string | undefined): JsonObject | undefined => {
    if (display === undefined) return undefined
    const made: JsonObject = { display }
    books.alias(made, 'display', reference, 'display')
    return made
  }
  const role: JsonObject = { resourceType: 'PractitionerRole' }
  const [person, unit] = [named(practitioner), named(organization)]
  if (person !== undefined) role.practitioner = person
  if (unit !== undefined) role.organization = unit
  if (code !== undefined) {
    const coding: JsonObject = { system: categories, code }
    books.alias(coding, 'code', reference, 'display')
    role.code = [{ coding: [coding] }]
  }
  return role
}

function displayOf(reference: JsonObject[string] | undefined): string | undefined {
  return isObject(reference) && typeof reference.display === 'string' ? reference.display : undefined
}

function codeOf(role: JsonObject): string | undefined {
  const [concept] = Array.isArray(role.code) ? role.code : []
  const [coding] = isObject(concept) && Array.isArray(concept.coding) ? concept.coding : []
  return isObject(coding) && typeof coding.code === 'string' ? coding.code : undefined
}
