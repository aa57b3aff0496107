import { isObject, type Json, type JsonObject, setKey } from '../document/json.ts'
import { kiOrder } from './ki/order.ts'

/**
 * The order in which FHIR lists the elements of the resources that are made here, so that people find things where they
 * look for them. JSON gives order no meaning (https://hl7.org/fhir/R4/json.html); what is not listed keeps its place.
 */
const order: readonly string[] = [
  'resourceType',
  'id',
  'meta',
  'implicitRules',
  'language',
  'text',
  'contained',
  'extension',
  'modifierExtension',
  'identifier',
  'status',
  'clinicalStatus',
  'verificationStatus',
  'scope',
  'deviceName',
  'type',
  'version',
  'category',
  'criticality',
  'severity',
  'code',
  'bodySite',
  'patient',
  'subject',
  'practitioner',
  'organization',
  'name',
  'gender',
  'birthDate',
  'address',
  'encounter',
  'performedDateTime',
  '_performedDateTime',
  'performedPeriod',
  'performedString',
  'performedAge',
  'performedRange',
  'timingTiming',
  'timingPeriod',
  'timingDateTime',
  '_timingDateTime',
  'period',
  'dateTime',
  'author',
  'recordedOn',
  'source',
  'device',
  'onsetDateTime',
  '_onsetDateTime',
  'onsetAge',
  'onsetPeriod',
  'onsetRange',
  'onsetString',
  'recordedDate',
  'recorder',
  'asserter',
  'performer',
  'policyRule',
  'provision',
  'lastOccurrence',
  'evidence',
  'note',
  'reaction',
]
type Ranks = ReadonlyMap<string, number>

const rank = ranksOf(order)
const kiRank = ranksOf(kiOrder)

function ranksOf(keys: readonly string[]): Ranks {
  return new Map(keys.map((key, index) => [key, index]))
}

const arranged: ReadonlySet<Json | undefined> = new Set([
  'AllergyIntolerance',
  'Condition',
  'Procedure',
  'DeviceUseStatement',
  'Device',
  'Flag',
  'Consent',
  'Patient',
  'PractitionerRole',
  'Practitioner',
  'Organization',
])

/**
 * The document with the elements of its records in order; everything else is the same object. This comes last, for books know
 * objects by identity.
 */
export function arrange(root: JsonObject): JsonObject {
  if (root.format === 'kritisk-informasjon' && Array.isArray(root.registreringer)) {
    return { ...root, registreringer: root.registreringer.map((one) => (isObject(one) ? inOrder(one, kiRank) : one)) }
  }
  if (root.resourceType !== 'Bundle' || !Array.isArray(root.entry)) return arrangeResource(root)
  return {
    ...root,
    entry: root.entry.map((entry) =>
      isObject(entry) && isObject(entry.resource) ? { ...entry, resource: arrangeResource(entry.resource) } : entry,
    ),
  }
}

export function arrangeResource(resource: JsonObject): JsonObject {
  return arranged.has(resource.resourceType) ? inOrder(resource, rank) : resource
}

/** Keys that have a rank by it, and after them the others as they stand. */
function inOrder(object: JsonObject, ranks: Ranks): JsonObject {
  const rankOf = (key: string) => ranks.get(key) ?? ranks.size
  const keys = Object.keys(object)
  const sorted = [...keys].sort((one, other) => rankOf(one) - rankOf(other))
  if (sorted.every((key, index) => key === keys[index])) return object
  const made: JsonObject = {}
  for (const key of sorted) setKey(made, key, object[key] as Json)
  return made
}
