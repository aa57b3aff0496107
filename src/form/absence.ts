import { childOf, getKey, type Json, type JsonObject, objectsIn, textOf, wordOf } from '../document/json.ts'
import { rowsOfLeft } from '../terminology/code-index.ts'
import { referred } from './actor.ts'
import { neverHeld } from './certainty.ts'
import type { Hub } from './hub.ts'
import type { Mapper } from './mapper.ts'

/** Elements in which a summary codes what an entry is about, by resource type; `code` for all others. */
const subjects: Readonly<Record<string, string>> = {
  MedicationStatement: 'medicationCodeableConcept',
  MedicationRequest: 'medicationCodeableConcept',
  Immunization: 'vaccineCode',
}

/** A statement that there is nothing: in English, and the coding that makes it; of words alone, one that has them as its display. */
export interface Statement {
  readonly text: string
  readonly coding: JsonObject
  /** The coding is a reason why there is no data, and says nothing of what there is. */
  readonly isReason: boolean
  /**
   * The rest of the entry says otherwise: it names something beside "no known allergy", has a reaction, or is refuted or entered
   * in error. Neither the statement nor what is named can be relied on.
   */
  readonly isGainsaid: boolean
}

type Tables = Pick<Mapper, 'codes'>

/**
 * What an entry states if it is no record: that nothing is known, that there is no information (in codes, or in words where no
 * code stands beside them), or a reason for absent data where the code would stand and nothing else is said.
 */
export function statementOf(resource: JsonObject, hub: Hub, mapper: Tables): Statement | undefined {
  const concept = conceptOf(resource, hub)
  const stated = statedIn(concept, mapper)
  if (stated !== undefined) return { ...stated, isGainsaid: isGainsaid(resource, concept, mapper) }
  const codings = codingsOf(concept)
  if (childOf(concept, 'text') !== undefined || getKey(resource, 'reaction') !== undefined) return undefined
  const reasons = codings.map((one) => reasonOf(one, mapper))
  return reasons.includes(undefined) ? undefined : reasons[0]
}

/**
 * Is a code of SNOMED CT an expression (https://hl7.org/fhir/R4/snomedct.html)? What it is about has a context or values then,
 * "known absent" for one, which nothing here reads.
 */
export function hasExpression(resource: JsonObject, hub: Hub, mapper: Tables): boolean {
  return codingsOf(conceptOf(resource, hub)).some(
    ({ system, code }) => /[:=+|]/.test(wordOf(code)) && plainSystem(system, mapper) === snomed,
  )
}

function statedIn(concept: Json | undefined, mapper: Tables): Omit<Statement, 'isGainsaid'> | undefined {
  const codings = codingsOf(concept)
  for (const coding of codings) {
    const note = noteOf(coding, mapper)
    if (note !== undefined) return { text: note, coding, isReason: false }
  }
  for (const display of [childOf(concept, 'text'), ...codings.map((one) => one.display)]) {
    const [row] = rowsOfLeft(mapper.codes('absent-words'), plainWords(textOf(display)))
    if (row !== undefined) return { text: row.note, coding: { display: textOf(display) }, isReason: false }
  }
  return undefined
}

/** As the table of words has it: SNOMED CT puts the kind of concept behind its names. */
function plainWords(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^ | ?\.? ?$/g, '')
    .replace(/ \(situation\)$/, '')
}

/** A code of `absent` needs no system: none of them is a code of anything else. */
function noteOf({ system, code }: JsonObject, mapper: Tables): string | undefined {
  const table = mapper.codes('absent')
  if (system === undefined && typeof code === 'string')
    return table.rows.find(({ left }) => left.slice(left.indexOf('|') + 1) === code)?.note
  return rowsOfLeft(table, `${plainSystem(system, mapper)}|${wordOf(code)}`)[0]?.note
}

function reasonOf(coding: JsonObject, mapper: Tables): Statement | undefined {
  const { system, code } = coding
  const [row] = rowsOfLeft(mapper.codes('absent-reasons'), `${plainSystem(system, mapper)}|${wordOf(code)}`)
  if (row === undefined) return undefined
  return { text: `what it is about is absent (${row.note})`, coding, isReason: true, isGainsaid: false }
}

const snomed = 'http://snomed.info/sct'

/** The address by which the tables name a code system; SNOMED CT may have its edition behind its own. */
function plainSystem(system: Json | undefined, mapper: Tables): string {
  const given = wordOf(system)
  const address = given.startsWith(`${snomed}/`) ? snomed : given
  const table = mapper.codes('systems-europe')
  const [row] = rowsOfLeft(table, address)
  if (row === undefined) return address
  return table.rows.find(({ right, relation }) => right === row.right && relation === 'equivalent')?.left ?? address
}

/** A code of a system that is not known here may name a substance, so it counts as another thing that is said. */
function isGainsaid(resource: JsonObject, concept: Json | undefined, mapper: Tables): boolean {
  return (
    neverHeld(resource) ||
    codingsOf(concept).some((one) => namesMore(one, mapper)) ||
    objectsIn(getKey(resource, 'reaction')).length > 0
  )
}

function namesMore(coding: JsonObject, mapper: Tables): boolean {
  return coding.code !== undefined && noteOf(coding, mapper) === undefined && reasonOf(coding, mapper) === undefined
}

function codingsOf(concept: Json | undefined): readonly JsonObject[] {
  return objectsIn(childOf(concept, 'coding'))
}

/** What a resource is about. A device in use is coded by the device that it refers to. */
export function conceptOf(resource: JsonObject, hub: Hub): Json | undefined {
  if (resource.resourceType !== 'DeviceUseStatement')
    return getKey(resource, subjects[wordOf(resource.resourceType)] ?? 'code')
  const device = referred(resource.device, resource, hub)
  return device === undefined ? undefined : getKey(device, 'type')
}
