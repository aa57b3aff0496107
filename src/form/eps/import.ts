import { isObject, type JsonObject, textOf, wordOf } from '../../document/json.ts'
import { addressOfSource, bundleEntries, dropRest, type Source, takeWhole } from '../bundle.ts'
import { Hub } from '../hub.ts'
import { refuseStatus } from '../import.ts'
import { dropNarrative, keepBack, type Mapper, nowhere } from '../mapper.ts'
import { isClinical } from '../patient.ts'
import { consentOfAlert, dropAlert } from './alert-import.ts'
import { type Alertable, detailOf, isDerived, recordIdOf } from './alerts.ts'
import { isOriginal } from './attachment.ts'
import { dropComposition, type Framed } from './composition-import.ts'
import { consentIn } from './directive.ts'
import { readDirective } from './directive-import.ts'
import { claimIdentifier } from './identity.ts'
import { type Original, readOriginal } from './original-import.ts'
import { restoreProvenance } from './provenance.ts'
import { tables as recordTables } from './record.ts'
import { collapseRole } from './roles.ts'
import { isTool } from './tool.ts'

export type { Original } from './original-import.ts'

export interface EpsContent {
  readonly hub: Hub
  /** The Norwegian original that is attached, if one is. */
  readonly original: Original | undefined
}

const tables: Readonly<Record<string, string>> = {
  ...recordTables,
  Patient: 'r4-eps/patient',
  Device: 'r4-eps/device',
}

/**
 * A European Patient Summary, whoever wrote it, as hub resources. What this software adds to a summary (its own Device,
 * Provenance, narrative, alerts that it derived, the Composition) is the container and falls away; everything of others stays.
 */
export function epsToHub(root: JsonObject, mapper: Mapper): EpsContent {
  const sources = bundleEntries(root, mapper.books)
  if (root.resourceType === 'Bundle') dropRest(root, 'container.bundle', mapper.books, ['entry'])
  return new Reading(sources, mapper).content()
}

/** One document on its way in. */
class Reading {
  readonly #hub = new Hub()
  readonly #byUrl: ReadonlyMap<string, JsonObject>
  /** By type and id, with the address: the first of each. */
  readonly #byName = new Map<string, readonly [address: string, resource: JsonObject]>()
  /** This software wrote the document. */
  readonly #isOurs: boolean
  /** Records that were made, by their address in the document. */
  readonly #records = new Map<string, JsonObject>()
  /** Records as they stand in the document, kept back or not: what an alert was derived from. */
  readonly #stated = new Map<string, Alertable>()
  readonly #used = new Set<JsonObject>()
  /** What can be told only when all records are known. */
  readonly #later: (() => void)[] = []
  #original: Original | undefined

  constructor(
    readonly sources: readonly Source[],
    readonly mapper: Mapper,
  ) {
    this.#isOurs = sources.some(({ resource }) => isTool(resource))
    this.#byUrl = new Map(sources.map((source) => [addressOfSource(source), source.resource]))
    for (const [address, resource] of this.#byUrl) {
      const name = `${wordOf(resource.resourceType)}/${textOf(resource.id)}`
      if (!name.endsWith('/') && !this.#byName.has(name)) this.#byName.set(name, [address, resource])
    }
  }

  content(): EpsContent {
    for (const source of this.sources) this.#take(source, addressOfSource(source))
    for (const one of this.#later) one()
    return { hub: this.#hub, original: this.#original }
  }

  #take(source: Source, address: string): void {
    const { resource } = source
    const { mapper } = this
    const type = wordOf(resource.resourceType)
    const consent = consentIn(resource)
    if (type === 'Composition') dropComposition(this.#framed(resource), mapper)
    else if (isTool(resource)) mapper.books.keepOut('container.tool', 'dropped', resource)
    else if (isOriginal(resource)) this.#original = readOriginal(resource, this.sources, mapper)
    else if (consent !== undefined) this.#directive(resource, consent, address)
    else if (isDerived(resource)) this.#later.push(() => this.#alert(resource, address))
    else if (type === 'PractitionerRole') this.#role(resource, address)
    else if (isClinical(resource) || Object.hasOwn(tables, type)) this.#record(resource, address)
    else if (type === 'Provenance') this.#later.push(() => this.#provenance(source))
    else this.#later.push(() => this.#other(source))
  }

  #framed(resource: JsonObject): Framed {
    return { resource, isOurs: this.#isOurs, isThere: (reference) => this.#locate(reference) !== undefined }
  }

  #role(resource: JsonObject, address: string): void {
    const { role, used } = collapseRole(resource, (reference) => this.#find(reference), this.mapper.books)
    dropGenerated(role, resource, this.mapper)
    for (const part of used) this.#used.add(part)
    this.#hub.add(role, address)
  }

  #record(resource: JsonObject, address: string): void {
    const { mapper } = this
    this.#stated.set(address, { fullUrl: address, record: resource, concept: this.#conceptOf(resource) })
    // Looked at before the rows see it: words are taken from a certainty on the way, for what goes out has words beside the code.
    if (refuseStatus(resource, mapper)) return
    const type = wordOf(resource.resourceType)
    const made: JsonObject = { resourceType: type }
    mapper.books.claim(resource, 'resourceType')
    mapper.books.link('eps.type', resource, 'resourceType', made, 'resourceType')
    if (isObject(resource.text)) mapper.books.claim(resource, 'text')
    dropNarrative(resource, mapper)
    claimIdentifier(resource, mapper.books)
    const row = mapper.map(tables[type] as string, 'backward', resource, made, nowhere)
    if (row !== undefined) keepBack(resource, row, 'r4', mapper)
    else this.#add(made, address, resource)
  }

  #add(made: JsonObject, address: string, source: JsonObject): void {
    if (!this.#records.has(address)) this.#records.set(address, made)
    this.#hub.addRecord(made, address, source, this.mapper)
  }

  #directive(document: JsonObject, consent: JsonObject, address: string): void {
    const made = readDirective(document, consent, this.mapper)
    this.#stated.set(address, { fullUrl: address, record: consent, concept: undefined })
    if (made !== undefined) this.#add(made, address, document)
  }

  /** An alert of ours falls away beside its record; alone it is what is left of the record. */
  #alert(flag: JsonObject, address: string): void {
    const detail = detailOf(flag)
    const stated = this.#recordOf(flag, detail)
    const consent = stated === undefined ? consentOfAlert(flag, this.mapper) : undefined
    if (stated !== undefined) dropAlert(flag, stated, this.mapper)
    else if (consent === undefined) this.#record(flag, address)
    else this.#hub.add(consent, detail ?? address)
  }

  /** The record that an alert leads to, else the one whose id it bears: servers rewrite addresses, and some miss this one. */
  #recordOf(flag: JsonObject, detail: string | undefined): Alertable | undefined {
    const found = detail === undefined ? undefined : this.#locate(detail)
    const id = recordIdOf(flag)
    const known = found === undefined ? undefined : this.#stated.get(found[0])
    return known ?? (id === undefined ? undefined : [...this.#stated.values()].find(({ record }) => record.id === id))
  }

  #provenance(source: Source): void {
    const taken = restoreProvenance(
      source.resource,
      (reference) => this.#records.get(reference),
      (reference) => isTool(this.#find(reference) ?? {}),
      this.mapper,
    )
    if (taken) dropGenerated({}, source.resource, this.mapper)
    else this.#other(source)
  }

  #other(source: Source): void {
    if (!this.#used.has(source.resource)) takeWhole(source, this.#hub, this.mapper)
  }

  /** What a record is about; an implant is a resource of its own. */
  #conceptOf(resource: JsonObject) {
    const { code, device } = resource
    if (resource.resourceType !== 'DeviceUseStatement') return code
    const reference = isObject(device) ? device.reference : undefined
    return typeof reference === 'string' ? this.#find(reference)?.type : undefined
  }

  #find(reference: string): JsonObject | undefined {
    return this.#locate(reference)?.[1]
  }

  /** What a reference means, and where it stands: by its address, else by the type and id that it ends with. */
  #locate(reference: string): readonly [address: string, resource: JsonObject] | undefined {
    const found = this.#byUrl.get(reference)
    if (found !== undefined) return [reference, found]
    const plain = reference.replace(/\/_history\/[^/]*$/, '')
    return this.#byName.get(plain.split('/').slice(-2).join('/'))
  }
}

/** A generated narrative on what was drawn together again says nothing of its own. */
function dropGenerated(made: JsonObject, resource: JsonObject, mapper: Mapper): void {
  dropNarrative(resource, mapper)
  if (isObject(resource.text)) delete made.text
}
