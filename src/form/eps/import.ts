import { isObject, type Json, type JsonObject } from '../../document/json.ts'
import { addressOfSource, bundleEntries, dropRest, type Source, takeWhole } from '../bundle.ts'
import { Hub, type HubEntry } from '../hub.ts'
import { dropNarrative, type Mapper, nowhere } from '../mapper.ts'
import { isClinical } from '../patient.ts'
import { digestIn, digestOf, isOriginal, originalText } from './attachment.ts'
import { isBusinessIdentifier } from './identity.ts'
import { restoreProvenance } from './provenance.ts'
import { collapseRole } from './roles.ts'
import { isTool } from './tool.ts'

/** An original as it came: its text, and whether the entries beside it are just those that it went out with. */
export interface Original {
  readonly text: string
  readonly isUnchanged: boolean
}

export interface EpsContent {
  readonly hub: Hub
  /** The Norwegian original that is attached, if one is. */
  readonly original: Original | undefined
}

const tables: Readonly<Record<string, string>> = {
  AllergyIntolerance: 'r4-eps/allergy',
  Condition: 'r4-eps/condition',
  Patient: 'r4-eps/patient',
}

/**
 * A European Patient Summary, whoever wrote it, as hub resources. What this software adds to a summary (its own Device,
 * Provenance, narrative, the Composition) is the container and falls away; everything of others stays.
 */
export function epsToHub(root: JsonObject, mapper: Mapper): EpsContent {
  const sources = bundleEntries(root, mapper.books)
  dropRest(root, 'container.bundle', mapper.books, ['entry'])
  const byUrl = new Map(sources.map((source) => [addressOfSource(source), source.resource]))
  const hub = new Hub()
  const records = new Map<string, JsonObject>()
  const used = new Set<JsonObject>()
  let original: Original | undefined
  const later: (() => void)[] = []
  const find = (reference: string) =>
    byUrl.get(reference) ??
    [...byUrl.values()].find(
      (one) => reference.endsWith(`/${String(one.id)}`) && reference.split('/').at(-2) === one.resourceType,
    )
  for (const source of sources) {
    const { resource } = source
    const address = addressOfSource(source)
    if (resource.resourceType === 'Composition') composition(resource, mapper)
    else if (isTool(resource)) tool(resource, mapper)
    else if (isOriginal(resource)) original = attachment(resource, sources, mapper)
    else if (resource.resourceType === 'PractitionerRole') {
      const collapsed = collapseRole(resource, find, mapper.books)
      dropGenerated(collapsed.role, resource, mapper)
      for (const part of collapsed.used) used.add(part)
      hub.add(collapsed.role, address)
    } else if (isClinical(resource) || resource.resourceType === 'Patient') {
      const made = record(resource, mapper)
      records.set(address, made)
      hub.add(made, address)
    } else if (resource.resourceType === 'Provenance') {
      later.push(() => {
        const taken = restoreProvenance(
          resource,
          (reference) => records.get(reference),
          (reference) => isToolReference(reference, find),
          mapper.books,
        )
        if (taken) dropGenerated({}, resource, mapper)
        else takeWhole(source, hub, mapper.books)
      })
    } else {
      later.push(() => {
        if (!used.has(resource)) takeWhole(source, hub, mapper.books)
      })
    }
  }
  for (const one of later) one()
  return { hub, original }
}

function isToolReference(reference: string, find: (reference: string) => JsonObject | undefined): boolean {
  const resource = find(reference)
  return resource !== undefined && isTool(resource)
}

function record(resource: JsonObject, mapper: Mapper): JsonObject {
  const type = String(resource.resourceType)
  const made: JsonObject = { resourceType: type }
  mapper.books.claim(resource, 'resourceType')
  mapper.books.link('eps.type', resource, 'resourceType', made, 'resourceType')
  if (isObject(resource.text)) mapper.books.claim(resource, 'text')
  dropNarrative(resource, mapper)
  claimIdentifier(resource, mapper)
  mapper.map(tables[type] as string, 'backward', resource, made, nowhere)
  return made
}

/** The identifier that a summary gives a record is made from its id, so it falls away where the id stands. */
function claimIdentifier(resource: JsonObject, mapper: Mapper): void {
  const list = resource.identifier
  if (!Array.isArray(list) || resource.resourceType === 'Patient') return
  const others = list.filter((one) => !isBusinessIdentifier(one, resource.id))
  if (others.length === list.length) return
  if (others.length === 0) mapper.books.claim(resource, 'identifier')
  for (const [index, one] of list.entries()) if (isBusinessIdentifier(one, resource.id)) mapper.books.claim(list, index)
}

/** Sections say which entries belong to them, which their types say too; all else of the Composition is the container's. */
function composition(resource: JsonObject, mapper: Mapper): void {
  mapper.books.claim(resource, 'resourceType')
  if (resource.type !== undefined) mapper.books.claim(resource, 'type')
  dropRest(resource, 'container.composition', mapper.books, ['section', 'text'])
  for (const section of sectionsOf(resource)) {
    if (section.entry !== undefined) mapper.books.claim(section, 'entry')
    if (section.code !== undefined) mapper.books.claim(section, 'code')
    dropRest(section, 'container.composition', mapper.books, ['text', 'emptyReason'])
    dropNarrative(section, mapper)
    if (isObject(section.emptyReason))
      mapper.books.keepOut(emptyRow(section.emptyReason), 'dropped', section.emptyReason)
  }
  dropNarrative(resource, mapper)
}

/** Reasons that say nothing about the patient; that there is none is a statement that no register of critical facts can hold. */
const neutral: ReadonlySet<Json | undefined> = new Set(['unavailable', 'notasked', 'withheld', 'notstarted', 'closed'])

function emptyRow(reason: JsonObject): string {
  const codings = Array.isArray(reason.coding) ? reason.coding.filter(isObject) : []
  return codings.length > 0 && codings.every((one) => neutral.has(one.code))
    ? 'container.composition'
    : 'eps.emptyReason'
}

function sectionsOf(resource: JsonObject): JsonObject[] {
  return Array.isArray(resource.section) ? resource.section.filter(isObject) : []
}

/** The software that made the summary is not the one that makes the next document. */
function tool(resource: JsonObject, mapper: Mapper): void {
  mapper.books.keepOut('container.tool', 'dropped', resource)
}

/** Of the attachment, its content counts; what is said about it is said anew. */
function attachment(resource: JsonObject, sources: readonly Source[], mapper: Mapper): Original | undefined {
  const content = Array.isArray(resource.content) ? resource.content.filter(isObject)[0] : undefined
  const file = isObject(content?.attachment) ? content.attachment : {}
  if (file.data !== undefined) mapper.books.claim(file, 'data')
  dropRest(file, 'container.original', mapper.books)
  dropRest(resource, 'container.original', mapper.books, ['content'])
  const text = originalText(resource)
  return text === undefined ? undefined : { text, isUnchanged: digestIn(resource) === digestOf(marked(sources)) }
}

/** The entries that the mark was made of, in the order of the document. */
function marked(sources: readonly Source[]): HubEntry[] {
  const others = sources.filter(
    ({ resource }) => resource.resourceType !== 'Composition' && !isOriginal(resource) && !isTool(resource),
  )
  return others.map(({ resource, fullUrl }) => ({ fullUrl: fullUrl ?? '', resource }))
}

/** A generated narrative on what was drawn together again says nothing of its own. */
function dropGenerated(made: JsonObject, resource: JsonObject, mapper: Mapper): void {
  dropNarrative(resource, mapper)
  if (isObject(resource.text)) delete made.text
}
