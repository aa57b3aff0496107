import { equal } from '../document/equal.ts'
import { isObject, type Json, type JsonObject, wordOf } from '../document/json.ts'
import { shownName } from '../document/name.ts'
import { uuid5 } from '../document/uuid.ts'
import type { Mapper } from './mapper.ts'

/** One resource of the hub and the address under which others refer to it. */
export interface HubEntry {
  readonly fullUrl: string
  readonly resource: JsonObject
}

/** The plain R4 resources that every translation passes through, in the order of the source. */
export class Hub {
  readonly entries: HubEntry[] = []
  /** The patient was given apart from the records, which may refer to it by any address. */
  isPatientGiven = false
  readonly #byUrl = new Map<string, HubEntry>()
  /** Resources that came under one address and say different things, each with all of them. */
  readonly #versions = new Map<JsonObject, JsonObject[]>()

  /**
   * Adds a resource, or finds the one that says the same under this address. Another that says something else, say a later
   * version (https://hl7.org/fhir/R4/bundle.html, bdl-7), gets an address of its own: references mean the first.
   */
  add(resource: JsonObject, address: string): HubEntry {
    let fullUrl = address
    let earlier: HubEntry | undefined
    for (let known = this.#byUrl.get(fullUrl); known !== undefined; known = this.#byUrl.get(fullUrl)) {
      if (equal(known.resource, resource)) return known
      earlier ??= known
      fullUrl = `urn:uuid:${uuid5(`${fullUrl}/next`)}`
    }
    const entry = { fullUrl, resource }
    this.entries.push(entry)
    this.#byUrl.set(fullUrl, entry)
    const { resourceType, id } = resource
    const relative = `${typeof resourceType === 'string' ? resourceType : ''}/${typeof id === 'string' ? id : ''}`
    const namesake = this.#byUrl.get(relative)
    if (namesake === undefined) this.#byUrl.set(relative, entry)
    else if (isUnaddressed(namesake) && isUnaddressed(entry)) earlier ??= namesake
    if (earlier !== undefined) this.#addVersion(earlier.resource, resource)
    return entry
  }

  #addVersion(earlier: JsonObject, later: JsonObject): void {
    const versions = this.#versions.get(earlier) ?? [earlier]
    versions.push(later)
    for (const one of [earlier, later]) this.#versions.set(one, versions)
  }

  /** Adds a record, and tells of one that stands under the address of another and says something else. */
  addRecord(resource: JsonObject, address: string, source: JsonObject, mapper: Mapper): void {
    this.add(resource, address)
    if (this.versionsOf(resource).length > 0)
      mapper.report('CNV-015', source, 'resourceType', { kind: shownName(wordOf(resource.resourceType)) })
  }

  /** Puts another resource in an entry's place, under the same address. */
  replace(entry: HubEntry, resource: JsonObject): void {
    const made = { fullUrl: entry.fullUrl, resource }
    this.entries[this.entries.indexOf(entry)] = made
    for (const [address, known] of this.#byUrl) if (known === entry) this.#byUrl.set(address, made)
  }

  /**
   * What a reference means (https://hl7.org/fhir/R4/bundle.html#references): an address as it stands, else, leniently,
   * a resource of the type and id that it ends with; documents of many senders mix the two.
   */
  find(reference: string): HubEntry | undefined {
    const plain = reference.includes('/_history/') ? reference.replace(/\/_history\/[^/]*$/, '') : reference
    return this.#byUrl.get(plain) ?? this.#byUrl.get(plain.split('/').slice(-2).join('/'))
  }

  /** What came under the address of a record, the record among it; nothing where that is the record alone. */
  versionsOf(resource: JsonObject): readonly JsonObject[] {
    return this.#versions.get(resource) ?? []
  }

  of(type: string): HubEntry[] {
    return this.entries.filter((entry) => entry.resource.resourceType === type)
  }
}

/** The address of a record: the same wherever and whenever the record is converted. */
export function addressOf(type: string, id: Json | undefined, version: Json | undefined): string {
  return `urn:uuid:${uuid5([type, id ?? '', version ?? ''].map(wordOf).join('/'))}`
}

/** Of what came without an address, its type and id are all that tells which record it is. */
function isUnaddressed({ fullUrl, resource: { resourceType, id, meta } }: HubEntry): boolean {
  const isNamed = typeof resourceType === 'string' && typeof id === 'string' && id !== ''
  return isNamed && fullUrl === addressOf(resourceType, id, isObject(meta) ? meta.versionId : undefined)
}

export function versionOf(resource: JsonObject): Json | undefined {
  return isObject(resource.meta) ? resource.meta.versionId : undefined
}

/** The element that names the patient: AllergyIntolerance has `patient`, Condition `subject`. */
export function patientKey(type: Json | undefined): string {
  return type === 'AllergyIntolerance' || type === 'Immunization' || type === 'Consent' ? 'patient' : 'subject'
}
