import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getKey, isObject, type Json, type JsonObject } from '../../src/document/json.ts'

/** A code of an instance with the value set that R4 binds its element to. */
export interface BoundCode {
  readonly path: string
  readonly strength: string
  readonly valueSet: string
  readonly system: string | undefined
  readonly code: string
}

interface Element {
  readonly path: string
  readonly type?: readonly { readonly code: string }[]
  readonly contentReference?: string
  readonly binding?: { readonly strength: string; readonly valueSet?: string }
}

const core = 'node_modules/hl7.fhir.r4.core'

/** All codes under bindings of R4's own resources and data types, read with nothing but their published snapshots. */
export function boundCodes(resource: JsonObject): BoundCode[] {
  return walk(resource, String(resource.resourceType), String(resource.resourceType))
}

/** R4 examples: every resource of the package that is no definition of it. */
export function* examples(): Generator<{ name: string; resource: JsonObject }> {
  for (const name of readdirSync(core)) {
    if (!name.endsWith('.json') || definitional.test(name)) continue
    const resource = JSON.parse(readFileSync(join(core, name), 'utf8')) as JsonObject
    if (typeof resource.resourceType === 'string') yield { name, resource }
  }
}

const definitional =
  /^(?:StructureDefinition|SearchParameter|ValueSet|CodeSystem|ConceptMap|OperationDefinition|CapabilityStatement|package|\.index)/

const snapshots = new Map<string, ReadonlyMap<string, Element>>()

function elementsOf(type: string): ReadonlyMap<string, Element> {
  const known = snapshots.get(type)
  if (known !== undefined) return known
  const text = readFileSync(join(core, `StructureDefinition-${type}.json`), 'utf8')
  const { snapshot } = JSON.parse(text) as { snapshot: { element: Element[] } }
  const elements = new Map(snapshot.element.map((one) => [one.path, one]))
  snapshots.set(type, elements)
  return elements
}

function walk(object: JsonObject, type: string, parent: string): BoundCode[] {
  return Object.keys(object).flatMap((key) => {
    if (key.startsWith('_') || key === 'resourceType') return []
    const found = find(elementsOf(type), parent, key)
    if (found === undefined) return []
    const value = getKey(object, key)
    return (Array.isArray(value) ? value : [value]).flatMap((one) => visit(one, found, type))
  })
}

function find(elements: ReadonlyMap<string, Element>, parent: string, key: string): [Element, string] | undefined {
  const own = elements.get(`${parent}.${key}`)
  if (own !== undefined) return [own, own.type?.[0]?.code ?? '']
  for (const one of elements.values()) {
    if (!one.path.startsWith(`${parent}.`) || !one.path.endsWith('[x]')) continue
    const stem = one.path.slice(parent.length + 1, -3)
    const type = one.type?.find(({ code }) => key === stem + code.charAt(0).toUpperCase() + code.slice(1))
    if (type !== undefined) return [one, type.code]
  }
  return undefined
}

function visit(value: Json | undefined, [element, code]: [Element, string], type: string): BoundCode[] {
  const { strength = '', valueSet } = element.binding ?? {}
  const own =
    valueSet === undefined ? [] : codesOf(value).map((one) => ({ path: element.path, strength, valueSet, ...one }))
  if (!isObject(value)) return own
  if (element.contentReference !== undefined) return walk(value, type, element.contentReference.slice(1))
  if (code === 'BackboneElement' || code === 'Element') return walk(value, type, element.path)
  if (code === 'Resource') return boundCodes(value)
  return [...own, ...walk(value, code, code)]
}

function codesOf(value: Json | undefined): { system: string | undefined; code: string }[] {
  if (typeof value === 'string') return [{ system: undefined, code: value }]
  if (!isObject(value)) return []
  const codings = Array.isArray(value.coding) ? value.coding.filter(isObject) : [value]
  return codings.flatMap(({ system, code }) =>
    typeof code === 'string' ? [{ system: typeof system === 'string' ? system : undefined, code }] : [],
  )
}
