import type { Surroundings } from '../../document/books.ts'
import { isObject, type Json, type JsonObject, wordOf } from '../../document/json.ts'
import { contained } from '../actor.ts'
import { bundleEntries, dropRest, type Source } from '../bundle.ts'
import { type Mapper, nowhere } from '../mapper.ts'
import type { DialectRules, Pass } from './dialect.ts'
import { mapRecord, pass } from './resources.ts'
import { digestOf, roleOfDigest } from './sfm-names.ts'

/**
 * SFM's records to NHN's: health professionals, who are entries of the Bundle, are contained again; the document around the
 * records (Parameters, Composition, Bundle) is a list of medicines that is made anew by SFM, and is told in the ledger.
 */
export function fromSfm(dialect: DialectRules): Pass {
  return (root, mapper) => {
    const bundle = bundleOf(root, mapper)
    const sources = bundleEntries(bundle, mapper.books)
    if (bundle.resourceType === 'Bundle') dropRest(bundle, 'container.sfm.bundle', mapper.books, ['entry'])
    const used = new Set<JsonObject>()
    const records = new Map<JsonObject, JsonObject | undefined>()
    for (const { resource } of sources) {
      if (resource.resourceType === 'AllergyIntolerance')
        records.set(resource, recordOf(resource, dialect, sources, used, mapper))
    }
    if (bundle.resourceType !== 'Bundle') return records.get(bundle) ?? { ...bundle }
    const entry = sources.flatMap((source) => entryOf(source, dialect, records, used, mapper))
    return { resourceType: 'Bundle', type: 'collection', ...(entry.length === 0 ? {} : { entry }) }
  }
}

/** The Bundle that the operation gave back, or what there is instead. */
function bundleOf(root: JsonObject, mapper: Mapper): JsonObject {
  if (root.resourceType !== 'Parameters' || !Array.isArray(root.parameter)) return root
  const place = root.parameter.findIndex(
    (one) => isObject(one) && isObject(one.resource) && one.resource.resourceType === 'Bundle',
  )
  const holder = root.parameter[place]
  if (!isObject(holder) || !isObject(holder.resource)) return root
  mapper.books.claim(root, 'resourceType')
  dropRest(root, 'container.sfm.message', mapper.books, ['parameter'])
  for (const [index] of root.parameter.entries())
    if (index !== place) mapper.books.remark('container.sfm.message', 'dropped', root.parameter, index)
  dropRest(holder, 'container.sfm.message', mapper.books, ['resource'])
  return holder.resource
}

function entryOf(
  { resource, holder }: Source,
  dialect: DialectRules,
  records: ReadonlyMap<JsonObject, JsonObject | undefined>,
  used: ReadonlySet<JsonObject>,
  mapper: Mapper,
): Json[] {
  if (resource.resourceType === 'Composition') {
    mapper.books.keepOut('container.sfm.composition', 'dropped', holder)
    return []
  }
  if (used.has(resource)) return []
  const made: JsonObject = {}
  const entry = holder as JsonObject
  if (entry.fullUrl !== undefined) pass(dialect, entry, 'fullUrl', made, 'fullUrl', mapper)
  dropRest(entry, 'container.sfm.bundle', mapper.books, ['resource', 'fullUrl'])
  if (!records.has(resource)) pass(dialect, entry, 'resource', made, 'resource', mapper)
  else {
    const record = records.get(resource)
    if (record === undefined) return []
    made.resource = record
  }
  return [made]
}

function recordOf(
  resource: JsonObject,
  dialect: DialectRules,
  sources: readonly Source[],
  used: Set<JsonObject>,
  mapper: Mapper,
): JsonObject | undefined {
  const parts: JsonObject[] = []
  const around: Surroundings = {
    ...nowhere,
    resolve: (reference) => actorOf(reference, resource, sources, used, mapper),
    part: () => ({ resourceType: 'PractitionerRole', id: '' }),
    place(part, role) {
      part.id = role
      parts.push(part)
      return `#${role}`
    },
  }
  const made = mapRecord(resource, dialect, 'forward', mapper, () => around)
  if (made !== undefined && parts.length > 0)
    made.contained = [...(Array.isArray(made.contained) ? made.contained : []), ...parts]
  return made
}

/** Whom a reference means: an entry of the Bundle, a contained resource, or one that is only shown. */
function actorOf(
  reference: JsonObject,
  resource: JsonObject,
  sources: readonly Source[],
  used: Set<JsonObject>,
  mapper: Mapper,
): JsonObject | undefined {
  const { books } = mapper
  const address = reference.reference
  const found =
    typeof address === 'string' && address.startsWith('#')
      ? contained(resource, address.slice(1))
      : sources.find((one) => isAt(one, address))?.resource
  if (found === undefined && address === undefined) return shown(reference, mapper)
  if (found?.resourceType !== 'PractitionerRole') return undefined
  used.add(found)
  for (const key of ['reference', 'type']) if (reference[key] !== undefined) books.claim(reference, key)
  if (reference.display !== undefined) {
    books.claim(reference, 'display')
    const isSame = digestOf(found) === reference.display
    books.remark('sfm.recorder.display', isSame ? 'derived' : 'narrowed', reference, 'display')
  }
  books.claim(found, 'resourceType')
  if (found.id !== undefined) books.claim(found, 'id')
  return found
}

/** It comes back as a reference to somebody, which it was not, so the ledger tells. */
function shown(reference: JsonObject, { books }: Mapper): JsonObject | undefined {
  const role = roleOfDigest(reference, books)
  if (role === undefined) return undefined
  books.claim(reference, 'display')
  books.remark('sfm.recorder.display', 'narrowed', reference, 'display')
  if (reference.type !== undefined) books.claim(reference, 'type')
  return role
}

function isAt({ resource, fullUrl }: Source, address: Json | undefined): boolean {
  return (
    address !== undefined &&
    (fullUrl === address || address === `${wordOf(resource.resourceType)}/${wordOf(resource.id)}`)
  )
}
