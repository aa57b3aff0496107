import { childOf, getKey, type Json, type JsonObject, objectsIn, wordOf } from '../document/json.ts'
import { rowsOfLeft } from '../terminology/code-index.ts'
import { deviceIn } from './actor.ts'
import { statusCode } from './certainty.ts'
import type { Hub } from './hub.ts'
import type { Mapper } from './mapper.ts'

/** Elements in which a summary codes what an entry is about, by resource type; `code` for all others. */
const subjects: Readonly<Record<string, string>> = {
  MedicationStatement: 'medicationCodeableConcept',
  MedicationRequest: 'medicationCodeableConcept',
  Immunization: 'vaccineCode',
}

/** A statement that there is nothing: in English, and the coding that makes it. */
export interface Statement {
  readonly text: string
  readonly coding: JsonObject
  /** The coding is a reason why there is no data, and says nothing of what there is. */
  readonly isReason: boolean
}

/**
 * What an entry states if it is no record: that nothing is known, that there is no information (in SNOMED CT or in the codes
 * that IPS 2.0 removed), or a reason for absent data where the code would stand and nothing else is said.
 */
export function statementOf(resource: JsonObject, hub: Hub, mapper: Pick<Mapper, 'codes'>): Statement | undefined {
  const concept = conceptOf(resource, hub)
  const codings = objectsIn(childOf(concept, 'coding'))
  const stated = statedIn(codings, mapper)
  if (stated !== undefined) return isGainsaid(resource, codings, mapper) ? undefined : stated
  const [only] = codings
  if (only === undefined || codings.length > 1 || (concept as JsonObject).text !== undefined) return undefined
  return getKey(resource, 'reaction') === undefined ? reasonOf(only, mapper) : undefined
}

/**
 * What an entry states although the rest of it says otherwise: it names something beside "no known allergy", has a reaction,
 * or is refuted or entered in error. Neither the statement nor what is named can be relied on.
 */
export function gainsaidStatementOf(
  resource: JsonObject,
  hub: Hub,
  mapper: Pick<Mapper, 'codes'>,
): Statement | undefined {
  const codings = objectsIn(childOf(conceptOf(resource, hub), 'coding'))
  const stated = statedIn(codings, mapper)
  return stated !== undefined && isGainsaid(resource, codings, mapper) ? stated : undefined
}

function statedIn(codings: readonly JsonObject[], mapper: Pick<Mapper, 'codes'>): Statement | undefined {
  for (const coding of codings) {
    const note = noteOf(coding, mapper)
    if (note !== undefined) return { text: note, coding, isReason: false }
  }
  return undefined
}

function noteOf(coding: JsonObject, mapper: Pick<Mapper, 'codes'>): string | undefined {
  const [row] = rowsOfLeft(mapper.codes('absent'), `${wordOf(coding.system)}|${wordOf(coding.code)}`)
  return row?.note
}

/** A code of a system that is not known here may name a substance, so it counts as another thing that is said. */
function isGainsaid(resource: JsonObject, codings: readonly JsonObject[], mapper: Pick<Mapper, 'codes'>): boolean {
  const isVoid = ['refuted', 'entered-in-error'].includes(statusCode(resource, 'verificationStatus') ?? '')
  const namesMore = codings.some((one) => one.code !== undefined && noteOf(one, mapper) === undefined)
  return isVoid || namesMore || objectsIn(getKey(resource, 'reaction')).length > 0
}

function reasonOf(coding: JsonObject, mapper: Pick<Mapper, 'codes'>): Statement | undefined {
  const table = mapper.codes('absent-reasons')
  const [row] = coding.system === table.leftSystem ? rowsOfLeft(table, coding.code) : []
  if (row === undefined) return undefined
  return { text: `what it is about is absent (${row.note})`, coding, isReason: true }
}

/** What a resource is about. A device in use is coded by the device that it refers to. */
export function conceptOf(resource: JsonObject, hub: Hub): Json | undefined {
  if (resource.resourceType !== 'DeviceUseStatement')
    return getKey(resource, subjects[wordOf(resource.resourceType)] ?? 'code')
  const device = deviceIn(resource, hub)
  return device === undefined ? undefined : getKey(device, 'type')
}
