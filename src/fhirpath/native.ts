import { getKey, isLeaf, isObject, type Json, type JsonObject } from '../document/json.ts'
import type { Focus, Surroundings } from './expression.ts'

/** What a closure would say, sooner; undefined where only the closure can tell. */
export type Twin = (focus: Focus, surroundings: Surroundings) => boolean | undefined

/**
 * The invariants that every resource and every element has (https://hl7.org/fhir/R4/domainresource.html#invs,
 * https://hl7.org/fhir/R4/element.html#invs), written by hand. They are two thirds of all that is evaluated. A test
 * proves that each says what its expression says.
 */
export const nativeInvariants: ReadonlyMap<string, Twin> = new Map<string, Twin>([
  ['hasValue() or (children().count() > id.count())', hasContent],
  ['extension.exists() != value.exists()', hasExtensionOrValue],
  [
    'contained.contained.empty()',
    ({ value }) => containedOf(value).every((one) => !isPresent(getKey(one, 'contained'))),
  ],
  [
    'contained.meta.versionId.empty() and contained.meta.lastUpdated.empty()',
    ({ value }) => containedOf(value).every((one) => !hasMeta(one, 'versionId') && !hasMeta(one, 'lastUpdated')),
  ],
  ['contained.meta.security.empty()', ({ value }) => containedOf(value).every((one) => !hasMeta(one, 'security'))],
  [
    `contained.where((('#'+id in (%resource.descendants().reference | %resource.descendants().as(canonical) | %resource.descendants().as(uri) | %resource.descendants().as(url))) or descendants().where(reference = '#').exists() or descendants().where(as(canonical) = '#').exists() or descendants().where(as(canonical) = '#').exists()).not()).trace('unmatched', id).empty()`,
    isReferenced,
  ],
])

/** ele-1: a value, or a child besides `id`. */
function hasContent({ value, companion }: Focus): boolean {
  if (value !== undefined && isLeaf(value)) return true
  const object = value ?? companion
  if (object === undefined || !isObject(object)) return false
  for (const key in object) {
    if (key !== 'id' && key !== '_id' && key !== 'resourceType' && isPresent(object[key])) return true
  }
  return false
}

/** ext-1: extensions or a value, not both. The value of an extension is the one key that begins with it. */
function hasExtensionOrValue({ value }: Focus): boolean {
  if (value === undefined || !isObject(value)) return false
  let hasValue = false
  for (const key in value) {
    if ((key.startsWith('value') || key.startsWith('_value')) && isPresent(value[key])) hasValue = true
  }
  return isPresent(getKey(value, 'extension')) !== hasValue
}

const none: readonly JsonObject[] = []

function containedOf(value: Json | undefined): readonly JsonObject[] {
  const contained = value !== undefined && isObject(value) ? value.contained : undefined
  return contained === undefined ? none : objectsOf(contained)
}

function objectsOf(value: Json): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter((one) => isObject(one)) : isObject(value) ? [value] : none
}

function isPresent(value: Json | undefined): boolean {
  if (value === undefined || value === null) return false
  return !Array.isArray(value) || value.some((member) => member !== null)
}

function hasMeta(resource: JsonObject, key: string): boolean {
  const meta = getKey(resource, 'meta')
  if (meta === undefined || !isObject(meta)) return false
  return isPresent(getKey(meta, key)) || isPresent(getKey(meta, `_${key}`))
}

/**
 * dom-3: each contained resource is referred to from the resource, or refers to it. The `reference` of a Reference is
 * told by its name; a text that says `#…` elsewhere may be a canonical or only look like one, which the types know.
 */
function isReferenced({ value }: Focus, { resource }: Surroundings): boolean | undefined {
  const contained = containedOf(value)
  if (contained.length === 0) return true
  const references = new Set<string>()
  const others = new Set<string>()
  gatherLocal(resource, references, others)
  if (others.size > 0 || references.has('#')) return undefined
  if (contained.some((one) => typeof one.id !== 'string')) return undefined
  return contained.every((one) => references.has(`#${String(one.id)}`))
}

function gatherLocal(value: Json, references: Set<string>, others: Set<string>): void {
  if (Array.isArray(value)) {
    for (const member of value) gatherLocal(member, references, others)
  } else if (isObject(value)) {
    for (const key in value) {
      const child = value[key]
      if (typeof child === 'string') {
        if (child.startsWith('#')) (key === 'reference' ? references : others).add(child)
      } else if (typeof child === 'object' && child !== null) gatherLocal(child, references, others)
    }
  } else if (typeof value === 'string' && value.startsWith('#')) others.add(value)
}
