import fc from 'fast-check'
import { type JsonObject, setKey } from '../../src/document/json.ts'
import { arbitraryJson } from '../document/arbitrary-json.ts'
import { arbitraryDocument, copyOf, put, remove, type Site, sitesOf } from './documents.ts'

const types = ['Patient', 'Bundle', 'Observation', 'AllergyIntolerance', 'Condition', 'Parameters', 'Questionnaire']
const names = ['id', 'meta', 'text', 'contained', 'extension', 'entry', 'resource', 'code', 'coding', 'subject', 'item']

/** A resource of which everything but the type is arbitrary. */
export const arbitraryResource: fc.Arbitrary<JsonObject> = fc
  .tuple(fc.constantFrom(...types), fc.array(fc.tuple(fc.constantFrom(...names), arbitraryJson), { maxLength: 5 }))
  .map(([resourceType, members]) => {
    const resource: JsonObject = { resourceType }
    for (const [name, value] of members) setKey(resource, name, value)
    return resource
  })

/** A change of a document at one of its places, given all of them. */
type Change = (site: Site, all: readonly Site[]) => void

const replaced = arbitraryJson.map(
  (value): Change =>
    (site) =>
      put(site, copyOf(value)),
)
const removed = fc.constant<Change>(remove)
const renamed = fc.constantFrom('__proto__', 'constructor', '_id', 'x', 'resourceType').map(
  (name): Change =>
    (site) => {
      remove(site)
      put(Array.isArray(site.holder) ? site : { ...site, key: name }, site.value)
    },
)
/** The value of another place, so that ids stand twice and resources within themselves. */
const copied = fc.nat().map(
  (from): Change =>
    (site, all) =>
      put(site, copyOf(all[from % all.length]?.value ?? null)),
)
const wrapped = fc.constantFrom<Change>(
  (site) => put(site, [site.value, copyOf(site.value)]),
  (site) => put(site, { extension: [site.value] }),
  (site) => put(site, null),
)

const change = fc.oneof(replaced, removed, renamed, copied, wrapped)

/** A published document with some of its places spoilt. */
export const damagedDocument: fc.Arbitrary<JsonObject> = fc
  .tuple(arbitraryDocument, fc.array(fc.tuple(fc.nat(), change), { minLength: 1, maxLength: 4 }))
  .map(([document, changes]) => {
    for (const [at, apply] of changes) {
      const sites = sitesOf(document)
      const site = sites[at % Math.max(sites.length, 1)]
      if (site !== undefined) apply(site, sites)
    }
    return document
  })
