import { isObject, type Json, type JsonObject, setKey } from '../../document/json.ts'
import type { Hub, HubEntry } from '../hub.ts'
import { dropNarrative, type Mapper } from '../mapper.ts'
import { isClinical } from '../patient.ts'
import { actorText, addText } from './narrative-actors.ts'
import { around, type EpsOptions } from './options.ts'
import { expandRole } from './roles.ts'

const types: ReadonlySet<Json | undefined> = new Set(['PractitionerRole', 'Practitioner', 'Organization', 'Device'])

/** Resources that come along because a record refers to them: health professionals, and the devices of implants. */
export class Companions {
  readonly entries: HubEntry[] = []
  readonly provenances: HubEntry[] = []
  readonly #placed = new Map<HubEntry, HubEntry>()
  constructor(
    readonly hub: Hub,
    readonly mapper: Mapper,
    readonly patient: string,
    readonly options: EpsOptions,
  ) {}

  /** The address in the document of what a reference means; undefined if that does not come along. */
  refer(reference: string): string | undefined {
    if (reference.startsWith('#')) return reference
    const entry = this.hub.find(reference)
    if (entry === undefined) return undefined
    if (entry.resource.resourceType === 'Patient') return this.patient
    if (isClinical(entry.resource)) return undefined
    if (!types.has(entry.resource.resourceType)) return undefined
    return this.#place(entry).fullUrl
  }

  #place(entry: HubEntry): HubEntry {
    const known = this.#placed.get(entry)
    if (known !== undefined) return known
    const made = this.#made(entry)
    this.#placed.set(entry, made)
    addText(made.resource, actorText(made.resource))
    this.entries.push(made)
    if (made.resource.resourceType === 'PractitionerRole') this.#follow(made.resource)
    return made
  }

  #made(entry: HubEntry): HubEntry {
    if (entry.resource.resourceType === 'PractitionerRole')
      return expandRole(entry, this.mapper.books, (part) => this.#add(part))
    return entry.resource.resourceType === 'Device' ? this.#device(entry) : this.#whole(entry)
  }

  /** A device has a table of its own, as the records have that refer to it. */
  #device({ fullUrl, resource }: HubEntry): HubEntry {
    const made: JsonObject = { resourceType: 'Device' }
    this.mapper.books.claim(resource, 'resourceType')
    if (resource.text !== undefined) this.mapper.books.claim(resource, 'text')
    dropNarrative(resource, this.mapper)
    const surroundings = around(this.options, (reference) => this.refer(reference))
    this.mapper.map('r4-eps/device', 'forward', resource, made, surroundings)
    return { fullUrl, resource: made }
  }

  #add(part: HubEntry): HubEntry {
    const known = this.entries.find((one) => one.fullUrl === part.fullUrl)
    if (known !== undefined) return known
    addText(part.resource, actorText(part.resource))
    this.entries.push(part)
    return part
  }

  #whole(entry: HubEntry): HubEntry {
    const made: JsonObject = {}
    for (const key of Object.keys(entry.resource)) {
      this.mapper.books.claim(entry.resource, key)
      setKey(made, key, entry.resource[key] as Json)
      this.mapper.books.link('eps.actor', entry.resource, key, made, key)
    }
    return { fullUrl: entry.fullUrl, resource: made }
  }

  /** References of a role that lead to other resources of the hub lead to them in the document too, or say no more than a name. */
  #follow(role: JsonObject): void {
    for (const key of ['practitioner', 'organization']) {
      const reference = role[key]
      if (!isObject(reference) || typeof reference.reference !== 'string') continue
      const text = reference.reference
      if (this.entries.some((one) => one.fullUrl === text)) continue
      const target = this.refer(text)
      const { reference: _, ...rest } = reference
      role[key] = target === undefined ? rest : { ...rest, reference: target }
    }
    for (const key of ['location', 'healthcareService', 'endpoint']) delete role[key]
  }
}
