import { childOf, getKey, isObject, type Json, type JsonObject, objectsIn, wordOf } from '../document/json.ts'
import { rowsOfLeft } from '../terminology/code-index.ts'
import { contained } from './actor.ts'
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

/** What an entry states, in English, if it is no record. */
export function absence(resource: JsonObject, hub: Hub, mapper: Pick<Mapper, 'codes'>): string | undefined {
  return statementOf(resource, hub, mapper)?.text
}

/**
 * What an entry states if it is no record: that nothing is known, that there is no information (in SNOMED CT or in the codes
 * that IPS 2.0 removed), or a reason for absent data where the code would stand and nothing else is said.
 */
export function statementOf(resource: JsonObject, hub: Hub, mapper: Pick<Mapper, 'codes'>): Statement | undefined {
  const concept = conceptOf(resource, hub)
  const codings = objectsIn(childOf(concept, 'coding'))
  for (const coding of codings) {
    const [row] = rowsOfLeft(mapper.codes('absent'), `${wordOf(coding.system)}|${wordOf(coding.code)}`)
    if (row !== undefined) return { text: row.note, coding, isReason: false }
  }
  const [only] = codings
  if (only === undefined || codings.length > 1 || (concept as JsonObject).text !== undefined) return undefined
  return getKey(resource, 'reaction') === undefined ? reasonOf(only, mapper) : undefined
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
  const reference = isObject(resource.device) ? resource.device.reference : undefined
  if (typeof reference !== 'string') return undefined
  const device = reference.startsWith('#') ? contained(resource, reference.slice(1)) : hub.find(reference)?.resource
  return device === undefined ? undefined : getKey(device, 'type')
}
