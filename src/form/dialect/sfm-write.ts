import type { Surroundings } from '../../document/books.ts'
import { isObject, type Json, type JsonObject, objectsIn, wordOf } from '../../document/json.ts'
import { uuid5 } from '../../document/uuid.ts'
import { contained } from '../actor.ts'
import { bundleEntries, dropRest } from '../bundle.ts'
import { keepBack, type Mapper, nowhere } from '../mapper.ts'
import { isClinical } from '../patient.ts'
import type { DialectRules, Pass } from './dialect.ts'
import { mapRecord, pass } from './resources.ts'
import { digestOf } from './sfm-names.ts'

/**
 * NHN's records as SFM has them, with the health professionals beside them. It is a collection and no document: SFM's
 * document is a list of the patient's medicines, and one without medicines would say that there are none.
 */
export function toSfm(dialect: DialectRules): Pass {
  return (root, mapper) => {
    const sources = bundleEntries(root, mapper.books)
    if (root.resourceType === 'Bundle') dropRest(root, 'container.sfm.bundle', mapper.books, ['entry'])
    const roles = new Map<string, JsonObject>()
    const entry: Json[] = []
    for (const { resource, holder, fullUrl } of sources) {
      const record = writeResource(resource, dialect, roles, mapper)
      if (record === undefined) continue
      const made: JsonObject = {}
      if (fullUrl === undefined) made.fullUrl = addressOf(record)
      else pass(dialect, holder as JsonObject, 'fullUrl', made, 'fullUrl', mapper)
      made.resource = record
      entry.push(made)
    }
    for (const [fullUrl, resource] of roles) entry.push({ fullUrl, resource })
    return { resourceType: 'Bundle', type: 'collection', ...(entry.length === 0 ? {} : { entry }) }
  }
}

/** SFM has NHN's allergies and no other kind of critical information. */
function writeResource(
  resource: JsonObject,
  dialect: DialectRules,
  roles: Map<string, JsonObject>,
  mapper: Mapper,
): JsonObject | undefined {
  if (isClinical(resource) && resource.resourceType !== 'AllergyIntolerance') {
    keepBack(resource, 'sfm.kinds', dialect.id, mapper)
    return undefined
  }
  const own = new Map<string, JsonObject>()
  const around: Surroundings = {
    ...nowhere,
    resolve: (reference) => partOf(reference, resource, mapper),
    part: () => ({ resourceType: 'PractitionerRole', id: '' }),
    place(part) {
      const { id: _, ...content } = part
      part.id = uuid5(`PractitionerRole/${JSON.stringify(content)}`)
      const address = `urn:uuid:${part.id}`
      own.set(address, part)
      return address
    },
  }
  const made = mapRecord(resource, dialect, 'backward', mapper, () => around)
  if (made === undefined) return undefined
  for (const [address, part] of own) if (!roles.has(address)) roles.set(address, part)
  for (const reference of referencesIn(made)) show(reference, own)
  return made
}

function partOf(reference: JsonObject, resource: JsonObject, { books }: Mapper): JsonObject | undefined {
  const address = reference.reference
  const part =
    typeof address === 'string' && address.startsWith('#') ? contained(resource, address.slice(1)) : undefined
  if (part?.resourceType !== 'PractitionerRole') return undefined
  books.claim(reference, 'reference')
  books.claim(part, 'resourceType')
  books.claim(part, 'id')
  return part
}

function referencesIn(record: JsonObject): JsonObject[] {
  const extensions = objectsIn(record.extension)
  return [record.recorder, ...extensions.map((one) => one.valueReference)].filter(isObject)
}

/** SFM says of whom a reference is beside the reference itself. */
function show(reference: JsonObject, roles: ReadonlyMap<string, JsonObject>): void {
  const role = roles.get(wordOf(reference.reference))
  if (role === undefined) return
  reference.type = 'PractitionerRole'
  const display = digestOf(role)
  if (display !== undefined) reference.display = display
}

function addressOf(resource: JsonObject): string {
  return `urn:uuid:${uuid5(JSON.stringify([resource.resourceType ?? null, resource.id ?? resource]))}`
}
