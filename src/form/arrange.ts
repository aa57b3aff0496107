import { getKey, isObject, type Json, type JsonObject, setKey } from '../document/json.ts'

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
const rank: ReadonlyMap<string, number> = new Map(order.map((key, index) => [key, index]))
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

/** The document with the elements of its records in order; everything else is the same object. */
export function arrange(root: JsonObject): JsonObject {
  if (root.resourceType !== 'Bundle' || !Array.isArray(root.entry)) return arrangeResource(root)
  return {
    ...root,
    entry: root.entry.map((entry) =>
      isObject(entry) && isObject(entry.resource) ? { ...entry, resource: arrangeResource(entry.resource) } : entry,
    ),
  }
}

export function arrangeResource(resource: JsonObject): JsonObject {
  if (!arranged.has(resource.resourceType)) return resource
  const made: JsonObject = {}
  const keys = Object.keys(resource)
  const known = keys
    .filter((key) => rank.has(key))
    .sort((one, other) => (rank.get(one) as number) - (rank.get(other) as number))
  for (const key of [...known, ...keys.filter((key) => !rank.has(key))])
    setKey(made, key, getKey(resource, key) as Json)
  return made
}
