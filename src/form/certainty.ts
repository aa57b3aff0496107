import { childOf, isObject, type Json, type JsonObject, objectsIn, textOf, wordOf } from '../document/json.ts'

const base = 'http://terminology.hl7.org/CodeSystem/'

/** The one code system of each status, which R4 requires (https://hl7.org/fhir/R4/valueset-condition-ver-status.html). */
const systems: Readonly<Record<string, Readonly<Record<StatusElement, string>>>> = {
  AllergyIntolerance: {
    clinicalStatus: `${base}allergyintolerance-clinical`,
    verificationStatus: `${base}allergyintolerance-verification`,
  },
  Condition: {
    clinicalStatus: `${base}condition-clinical`,
    verificationStatus: `${base}condition-ver-status`,
  },
}

type StatusElement = 'clinicalStatus' | 'verificationStatus'

/** A status: the one that it is a case of, the words that it is written with, and the codes of SNOMED CT that say the same. */
interface Status {
  readonly within?: string
  readonly words: readonly string[]
  readonly snomed?: readonly string[]
}

/**
 * Words: the codes and displays of R4 and what this software writes. Codes: as others map or have them beside those of R4
 * (https://hl7.org/fhir/us/ccda/ConceptMap-CF-ProblemStatus.html, https://github.com/Nictiz/HL7-mappings,
 * https://simplifier.net/forschungsnetzcovid-19).
 */
const statuses: Readonly<Record<StatusElement, Readonly<Record<string, Status>>>> = {
  clinicalStatus: {
    active: { words: ['active', 'aktiv'], snomed: ['55561003'] },
    recurrence: { within: 'active', words: ['recurrence', 'tilbakefall'], snomed: ['246455001'] },
    relapse: { within: 'active', words: ['relapse', 'tilbakefall'], snomed: ['263855007'] },
    inactive: { words: ['inactive', 'ikke aktiv', 'inaktiv'], snomed: ['73425007'] },
    remission: { within: 'inactive', words: ['remission', 'remisjon'], snomed: ['277022003'] },
    resolved: { within: 'inactive', words: ['resolved', 'opphørt'], snomed: ['413322009'] },
  },
  verificationStatus: {
    unconfirmed: { words: ['unconfirmed', 'suspected', 'mistenkt'] },
    presumed: { within: 'unconfirmed', words: ['presumed', 'sannsynlig', 'sannsynlig (presumed)'] },
    provisional: { within: 'unconfirmed', words: ['provisional', 'foreløpig'], snomed: ['415684004'] },
    differential: {
      within: 'unconfirmed',
      words: ['differential', 'differential diagnosis', 'differensialdiagnose'],
      snomed: ['410590009'],
    },
    confirmed: { words: ['confirmed', 'bekreftet'], snomed: ['410605003'] },
    refuted: { words: ['refuted', 'avkreftet'], snomed: ['410594000', '410516002'] },
    'entered-in-error': { words: ['entered-in-error', 'entered in error', 'slettet', 'feilregistrert'] },
  },
}

const snomed: ReadonlySet<Json | undefined> = new Set(['http://snomed.info/sct', 'urn:oid:2.16.840.1.113883.6.96'])

/**
 * The element, if there is one, in which a record says how sure it is or whether it holds in a way that cannot be read: words
 * alone, a code of another system alone (older versions of FHIR had others), a bare string, codes or words that contradict each
 * other, or a record that has ended and is active. Rows find codes by their system, so that what they do not find would count as
 * never said, and a refuted record as a sure one.
 */
export function unreadStatus(resource: JsonObject): StatusElement | undefined {
  const wanted = systems[wordOf(resource.resourceType)]
  for (const element of ['clinicalStatus', 'verificationStatus'] as const) {
    const [concept, system] = [resource[element], wanted?.[element]]
    if (concept !== undefined && system !== undefined && !isReadable(concept, system, element)) return element
  }
  return deniesItsEnd(resource) ? 'clinicalStatus' : undefined
}

function isReadable(concept: Json, system: string, element: StatusElement): boolean {
  if (!isObject(concept)) return false
  const codings = concept.coding ?? []
  if (!Array.isArray(codings) || !codings.every(isObject)) return false
  // Nothing but a reason why it is absent: that is no status.
  if (codings.length === 0) return concept.text === undefined
  const codes = new Set(codings.filter((one) => one.system === system).map(({ code }) => code))
  const [code] = codes
  return (
    codes.size === 1 &&
    codings.every((one) => one.code === undefined || saysSame(one, code, element)) &&
    [concept.text, ...codings.map(({ display }) => display)].every((words) =>
      agrees(words, known(code, concept), element),
    )
  )
}

/** NHN says that a reaction is presumed by an extension, beside the display of the status that R4 would have and no code. */
function known(code: Json | undefined, { extension }: JsonObject): string {
  return code === undefined && extension !== undefined ? 'unconfirmed' : wordOf(code)
}

/** Older versions of FHIR have the codes of R4 in systems of their own. */
function saysSame(coding: JsonObject, code: Json | undefined, element: StatusElement): boolean {
  if (coding.code === code) return true
  const same = statuses[element][wordOf(code)]?.snomed ?? []
  return snomed.has(coding.system) && same.includes(wordOf(coding.code))
}

/** Words that are those of another status contradict the code; what else they say is for people. */
function agrees(words: Json | undefined, code: string, element: StatusElement): boolean {
  const text = textOf(words).trim().toLowerCase()
  const meant = Object.entries(statuses[element]).filter(([, status]) => status.words.includes(text))
  return (
    meant.length === 0 ||
    meant.some(([other, { within }]) => other === code || within === code || statuses[element][code]?.within === other)
  )
}

const endUrl = 'http://hl7.org/fhir/StructureDefinition/allergyintolerance-abatement'
/** Codes of `clinicalStatus` that say that a record holds now. */
export const standing: ReadonlySet<string | undefined> = new Set(['active', 'recurrence', 'relapse'])

/** What has ended is not active (con-4, https://hl7.org/fhir/R4/condition.html#invs), unless it is said that it never was. */
function deniesItsEnd(resource: JsonObject): boolean {
  if (!standing.has(statusCode(resource, 'clinicalStatus'))) return false
  if (neverHeld(resource)) return false
  return (
    (resource.resourceType === 'Condition' && hasValue(resource, 'abatement')) ||
    objectsIn(resource.extension).some((one) => one.url === endUrl && hasValue(one, 'value'))
  )
}

/** Does the code of certainty say that it never was so? */
export function neverHeld(resource: JsonObject): boolean {
  return ['refuted', 'entered-in-error'].includes(statusCode(resource, 'verificationStatus') ?? '')
}

/** An element without a value, `_abatementDateTime`, tells why there is none. */
function hasValue(resource: JsonObject, choice: string): boolean {
  return Object.keys(resource).some((key) => key.startsWith(choice))
}

/** The code of a status in the one system that R4 requires for it; undefined where there is none. */
export function statusCode(resource: JsonObject, element: StatusElement): string | undefined {
  const system = systems[wordOf(resource.resourceType)]?.[element]
  const codings = objectsIn(childOf(resource[element], 'coding')).filter((one) => one.system === system)
  const code = codings.find((one) => typeof one.code === 'string')?.code
  return typeof code === 'string' ? code : undefined
}
