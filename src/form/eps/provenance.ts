import type { Books } from '../../document/books.ts'
import { isObject, type Json, type JsonObject, objectsIn, wordOf } from '../../document/json.ts'
import { uuid5 } from '../../document/uuid.ts'
import { dropRest } from '../bundle.ts'
import type { HubEntry } from '../hub.ts'
import type { Mapper } from '../mapper.ts'

const activity = { system: 'http://terminology.hl7.org/CodeSystem/v3-DataOperation', code: 'UPDATE' }
const row = 'eps.provenance'

/**
 * Who changed a record and when has no element on the record in R4; its standard home is a Provenance
 * (https://hl7.org/fhir/R4/provenance.html). `occurred` is when the record was changed, with the precision it was
 * stated in; `recorded` is when this document was made.
 */
export function provenanceOf(
  source: JsonObject,
  entry: HubEntry,
  tool: string,
  now: string,
  mapper: Mapper,
  refer: (reference: string) => string | undefined,
): HubEntry | undefined {
  const { books } = mapper
  const updated = extensionOf(source, addressOf('updatedDateTime', mapper))
  const updater = extensionOf(source, addressOf('updater', mapper))
  if (updated === undefined && updater === undefined) return undefined
  const agent: JsonObject = {}
  const made: JsonObject = {
    resourceType: 'Provenance',
    id: uuid5(`Provenance/${entry.fullUrl}`),
    target: [{ reference: entry.fullUrl }],
  }
  if (updated !== undefined && typeof updated.valueDateTime === 'string')
    take(updated, 'valueDateTime', made, 'occurredDateTime', books)
  made.recorded = now
  made.activity = { coding: [activity] }
  made.agent = [agent]
  agent.who = whoOf(updater, books, refer) ?? { reference: tool }
  return { fullUrl: `urn:uuid:${wordOf(made.id)}`, resource: made }
}

function whoOf(
  updater: JsonObject | undefined,
  books: Books,
  refer: (reference: string) => string | undefined,
): JsonObject | undefined {
  const reference = updater?.valueReference
  if (updater === undefined || !isObject(reference)) return undefined
  const text = reference.reference
  const target = typeof text === 'string' ? refer(text) : undefined
  if (target === undefined) return undefined
  const made: JsonObject = {}
  books.claim(updater, 'url')
  take(reference, 'reference', made, 'reference', books)
  made.reference = target
  return made
}

function take(from: JsonObject, key: string, to: JsonObject, toKey: string, books: Books): void {
  to[toKey] = from[key] as Json
  books.claim(from, key)
  books.link(row, from, key, to, toKey)
  if (from.url !== undefined) books.claim(from, 'url')
}

/** The address of an extension of NHN's, by its name in the code table. */
function addressOf(name: string, mapper: Mapper): string {
  return mapper.codes('nhn-extensions').rows.find((one) => one.left === name)?.right ?? ''
}

function extensionOf(resource: JsonObject, url: string): JsonObject | undefined {
  const extensions = objectsIn(resource.extension)
  return extensions.find((one) => typeof one.url === 'string' && one.url.toLowerCase() === url.toLowerCase())
}

/** The way back: a Provenance of an update of one record becomes NHN's two extensions on it. True if it was taken. */
export function restoreProvenance(
  provenance: JsonObject,
  find: (reference: string) => JsonObject | undefined,
  isTool: (reference: string) => boolean,
  mapper: Mapper,
): boolean {
  const targets = objectsIn(provenance.target)
  const reference = targets[0]?.reference
  const record = targets.length === 1 && typeof reference === 'string' ? find(reference) : undefined
  if (record === undefined || !isUpdate(provenance.activity)) return false
  const agents = objectsIn(provenance.agent)
  const updater = agents.find((agent) => isObject(agent.who) && !isTool(wordOf(agent.who.reference)))
  const added = [
    ...(updater === undefined ? [] : updaterExtension(updater.who as JsonObject, record, mapper)),
    ...timeExtension(provenance, record, mapper),
  ]
  if (added.length > 0) record.extension = [...(Array.isArray(record.extension) ? record.extension : []), ...added]
  settleRest(provenance, agents, updater, mapper.books)
  return true
}

/** Where the record has the extension itself (`--carry extensions`), that stands. */
function updaterExtension(who: JsonObject, record: JsonObject, mapper: Mapper): JsonObject[] {
  const url = addressOf('updater', mapper)
  if (extensionOf(record, url) !== undefined) return []
  const valueReference: JsonObject = { ...who }
  for (const key of Object.keys(who)) {
    mapper.books.claim(who, key)
    mapper.books.link(row, who, key, valueReference, key)
  }
  return [{ url, valueReference }]
}

function timeExtension(provenance: JsonObject, record: JsonObject, mapper: Mapper): JsonObject[] {
  const url = addressOf('updatedDateTime', mapper)
  if (typeof provenance.occurredDateTime !== 'string' || extensionOf(record, url) !== undefined) return []
  const extension: JsonObject = { url, valueDateTime: provenance.occurredDateTime }
  mapper.books.claim(provenance, 'occurredDateTime')
  mapper.books.link(row, provenance, 'occurredDateTime', extension, 'valueDateTime')
  return [extension]
}

/** What any such Provenance says again by being made is claimed; all that is left is the container's. */
function settleRest(
  provenance: JsonObject,
  agents: readonly JsonObject[],
  updater: JsonObject | undefined,
  books: Books,
): void {
  for (const key of ['resourceType', 'id', 'target', 'activity'])
    if (provenance[key] !== undefined) books.claim(provenance, key)
  dropRest(provenance, 'container.provenance', books, ['agent'])
  for (const agent of agents) dropRest(agent, 'container.provenance', books, agent === updater ? ['who'] : [])
}

function isUpdate(concept: Json | undefined): boolean {
  const codings = isObject(concept) ? concept.coding : undefined
  return (
    Array.isArray(codings) &&
    codings.some((one) => isObject(one) && one.system === activity.system && one.code === activity.code)
  )
}
