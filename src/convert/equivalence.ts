import { isObject, type Json, type JsonObject, setKey } from '../document/json.ts'
import { resourcesOf } from '../form/bundle.ts'
import { isTool } from '../form/eps/tool.ts'

/**
 * The published list of what two documents may differ in and still be the same (law 2). It is all there is:
 *
 * 1. Addresses: ids of patients, health professionals and devices, `fullUrl`, and references, which are made anew.
 * 2. Narrative (`text` of resources and sections), which is generated.
 * 3. The order of codings in a concept, of extensions, and of contained resources; where among the records the device of an implant
 *    stands.
 * 4. What the container says of itself: id, timestamp, identifier, language and profile of a Bundle, its kind, and the
 *    Composition, Device and Provenance that this software adds.
 * 5. Standard displays of FHIR's own status codes, and lists and objects without content.
 */
export function canonical(root: Json): Json {
  if (!isObject(root)) return root
  if (root.format === 'kritisk-informasjon') return clean(root, '')
  const kept = resourcesOf(root).filter((one) => !isContainer(one))
  const picture = (isWanted: (one: JsonObject) => boolean) => kept.filter(isWanted).map((one) => clean(one, ''))
  const devices = picture(isDevice)
  return { resources: picture((one) => !isDevice(one)), ...(devices.length === 0 ? {} : { devices }) }
}

function isDevice(resource: JsonObject): boolean {
  return resource.resourceType === 'Device'
}

const containerTypes: ReadonlySet<Json | undefined> = new Set([
  'Composition',
  'Provenance',
  'Practitioner',
  'PractitionerRole',
  'Organization',
])

/** Health professionals are compared where records name them. */
function isContainer(resource: JsonObject): boolean {
  return containerTypes.has(resource.resourceType) || isTool(resource)
}

const statusSystem =
  /^http:\/\/terminology\.hl7\.org\/CodeSystem\/(?:allergyintolerance|condition)-(?:clinical|verification|ver-status)$/

/** Lists whose order FHIR gives no meaning. */
const unordered: ReadonlySet<string> = new Set(['coding', 'extension', 'contained'])

function clean(value: Json, key: string): Json {
  if (Array.isArray(value)) {
    const members = value.map((member) => clean(member, key)).filter(hasContent)
    return unordered.has(key)
      ? members.sort((one, other) => compare(JSON.stringify(one), JSON.stringify(other)))
      : members
  }
  if (!isObject(value)) return value
  const made: JsonObject = {}
  for (const name of Object.keys(value).sort(compare)) {
    const inner = value[name] as Json
    if (isAddress(value, name) || isNarrative(value, name) || isStandardDisplay(value, name)) continue
    const cleaned = clean(inner, name)
    if (hasContent(cleaned)) setKey(made, name, cleaned)
  }
  return made
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function hasContent(value: Json): boolean {
  if (Array.isArray(value)) return value.length > 0
  return isObject(value) ? Object.keys(value).length > 0 : true
}

const readdressed: ReadonlySet<Json | undefined> = new Set(['Patient', 'PractitionerRole', 'Device'])

function isAddress(holder: JsonObject, name: string): boolean {
  if (name === 'reference' && typeof holder.reference === 'string') return true
  return name === 'id' && readdressed.has(holder.resourceType)
}

function isNarrative(holder: JsonObject, name: string): boolean {
  return name === 'text' && isObject(holder.text) && typeof holder.text.div === 'string'
}

function isStandardDisplay(holder: JsonObject, name: string): boolean {
  return name === 'display' && typeof holder.system === 'string' && statusSystem.test(holder.system)
}
