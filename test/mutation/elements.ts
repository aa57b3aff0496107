import { readFileSync } from 'node:fs'
import { isObject, type Json, type JsonObject, type Path } from '../../src/document/json.ts'
import { objectOf } from './tree.ts'

/**
 * What R4 says of an element, read from the official definitions: nothing of the validator under test is asked, so a
 * mistake of its own cannot hide here.
 */
export interface Element {
  /** `Patient.contact.name`, `HumanName.family`: the path in the definition that states it. */
  readonly id: string
  /** As JSON has it: `name`, `valueQuantity`. */
  readonly key: string
  readonly min: number
  /** Whether JSON writes an array. */
  readonly repeats: boolean
  readonly type: string
  /** Of how many types it is one; more than one for `value[x]`. */
  readonly choices: readonly string[]
  /** Where its children are defined: a type, or the path of a nested element. */
  readonly children: string
  readonly required: boolean
}

interface ElementDefinition {
  readonly path: string
  readonly min: number
  readonly max: string
  readonly type?: readonly { readonly code: string; readonly extension?: readonly { readonly valueUrl?: string }[] }[]
  readonly contentReference?: string
  readonly binding?: { readonly strength: string }
}

const folder = 'node_modules/hl7.fhir.r4.core'
const definitions = new Map<string, readonly ElementDefinition[]>()
const known = new Map<string, ReadonlyMap<string, Element>>()

/** The children of a type or nested element (`Patient`, `Patient.contact`) by their keys in JSON. */
export function childrenOf(parent: string): ReadonlyMap<string, Element> {
  const found = known.get(parent)
  if (found !== undefined) return found
  const depth = parent.split('.').length + 1
  const made = definitionOf(parent.split('.')[0] ?? parent)
    .filter((one) => one.path.startsWith(`${parent}.`) && one.path.split('.').length === depth)
    .flatMap(elementsOf)
  const map = new Map(made.map((one) => [one.key, one]))
  known.set(parent, map)
  return map
}

function definitionOf(type: string): readonly ElementDefinition[] {
  const found = definitions.get(type)
  if (found !== undefined) return found
  const text = readFileSync(`${folder}/StructureDefinition-${type}.json`, 'utf8')
  const { snapshot } = JSON.parse(text) as { snapshot: { element: ElementDefinition[] } }
  definitions.set(type, snapshot.element)
  return snapshot.element
}

/** One for an ordinary element, one a type for a choice. */
function elementsOf(definition: ElementDefinition): Element[] {
  const name = definition.path.slice(definition.path.lastIndexOf('.') + 1)
  const types = (definition.type ?? [{ code: 'BackboneElement' }]).map(typeName)
  return types.map((type) => ({
    id: definition.path,
    key: name.endsWith('[x]') ? `${name.slice(0, -3)}${type[0]?.toUpperCase()}${type.slice(1)}` : name,
    min: definition.min,
    repeats: definition.max !== '1' && definition.max !== '0',
    type,
    choices: types,
    children: childrenAt(definition, type),
    required: definition.binding?.strength === 'required',
  }))
}

/** `Element.id` and its like have types of FHIRPath in R4, with FHIR's own in an extension, if at all. */
function typeName(type: NonNullable<ElementDefinition['type']>[number]): string {
  return type.code.startsWith('http:') ? (type.extension?.[0]?.valueUrl ?? 'string') : type.code
}

function childrenAt(definition: ElementDefinition, type: string): string {
  if (definition.contentReference !== undefined) return definition.contentReference.slice(1)
  return type === 'BackboneElement' || type === 'Element' ? definition.path : type
}

/** One value of a document with what R4 says of it. */
export interface Site {
  /** To the value; ends in an index when the element repeats. */
  readonly path: Path
  /** The path of the object that has the key. */
  readonly owner: Path
  /** Where the owner's children are defined. */
  readonly parent: string
  readonly element: Element
  readonly value: Json
}

/** Every element of a resource that R4 knows, with those of the resources in it, in the order of the document. */
export function sitesOf(resource: JsonObject, path: Path = []): Site[] {
  const type = resource.resourceType
  return typeof type === 'string' ? within(resource, path, type) : []
}

function within(object: JsonObject, owner: Path, parent: string): Site[] {
  const children = childrenOf(parent)
  return Object.entries(object).flatMap(([key, value]) => {
    const element = children.get(key)
    if (element === undefined) return []
    const values: [Path, Json][] = Array.isArray(value)
      ? value.map((one, index) => [[...owner, key, index], one])
      : [[[...owner, key], value]]
    return values.flatMap(([path, one]) => [{ path, owner, parent, element, value: one }, ...below(one, path, element)])
  })
}

function below(value: Json, path: Path, element: Element): Site[] {
  if (!isObject(value)) return []
  return element.type === 'Resource' ? sitesOf(objectOf(value), path) : within(value, path, element.children)
}

/** Whether a type's values are JSON primitives. */
export function isPrimitive(type: string): boolean {
  return type[0] === type[0]?.toLowerCase()
}
