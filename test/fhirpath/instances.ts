import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fhirModel } from '../../src/definition/model.ts'
import { isObject, type Json, type JsonObject } from '../../src/document/json.ts'
import { read } from '../../src/document/read.ts'
import type { Focus, Surroundings } from '../../src/fhirpath/expression.ts'
import { forChildren } from '../../src/fhirpath/navigate.ts'
import { Types } from '../../src/fhirpath/types.ts'

/** An element of an example with what surrounds it. */
export interface Instance {
  readonly focus: Focus
  readonly surroundings: Surroundings
}

const model = fhirModel()
const types = new Types(model)

/** Definitions and what surrounds them are no examples of records: there are thousands, all alike. */
const conformance = /^(?:StructureDefinition|ValueSet|CodeSystem|SearchParameter|ConceptMap|package|\.)/

/** The published examples of R4 and of the International Patient Summary, up to a size in bytes. */
export function readExamples(largest = Number.POSITIVE_INFINITY): JsonObject[] {
  return ['node_modules/hl7.fhir.r4.core', 'node_modules/hl7.fhir.uv.ips/example'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.json') && !conformance.test(name))
      .map((name) => readFileSync(join(folder, name)))
      .filter((bytes) => bytes.length <= largest)
      .map((bytes) => read(bytes, { model }).root)
      .filter((root) => isObject(root) && typeof root.resourceType === 'string'),
  ) as JsonObject[]
}

/** Visits every element of a resource with its type. */
export function eachElement(root: JsonObject, visit: (type: string, instance: Instance) => void): void {
  const type = String(root.resourceType)
  const surroundings = surroundingsOf(root, root, root)
  visit(type, { focus: { value: root }, surroundings })
  visitChildren(root, type, { value: root }, surroundings, visit)
}

function visitChildren(
  root: JsonObject,
  type: string,
  { value, companion }: Focus,
  surroundings: Surroundings,
  visit: (type: string, instance: Instance) => void,
): void {
  forChildren(types, type, value, companion, (childType, child, beside) => {
    const inner =
      types.isConcrete(childType) && isObject(child ?? null) ? enterResource(root, surroundings, child) : surroundings
    const focus = { value: child, companion: beside }
    visit(childType, { focus, surroundings: inner })
    visitChildren(root, childType, focus, inner, visit)
    return false
  })
}

/** A contained resource keeps its container as `%rootResource`; an entry of a Bundle begins anew. */
function enterResource(root: JsonObject, outer: Surroundings, resource: Json | undefined): Surroundings {
  const isContained = Array.isArray(outer.resource.contained) && outer.resource.contained.includes(resource as Json)
  return surroundingsOf(root, resource as JsonObject, isContained ? outer.rootResource : (resource as JsonObject))
}

export function surroundingsOf(root: JsonObject, resource: JsonObject, rootResource: JsonObject): Surroundings {
  const find = (reference: string) => resolve(root, rootResource, reference)
  return { resource, rootResource, resolve: find, memberOf: () => false }
}

function resolve(root: JsonObject, rootResource: JsonObject, reference: string): JsonObject | undefined {
  if (reference.startsWith('#'))
    return objects(rootResource.contained).find((one) => `#${String(one.id)}` === reference)
  const entry = objects(root.entry).find((one) => one.fullUrl === reference)
  return isObject(entry?.resource) ? entry.resource : undefined
}

function objects(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter((one) => isObject(one)) : []
}
