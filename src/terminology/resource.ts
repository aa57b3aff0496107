import { Decimal, getKey, isObject, type Json, type JsonObject, objectsIn } from '../document/json.ts'
import type { CodeSystem, Concept, Filter } from './code-system.ts'
import type { Component, ValueSet } from './value-set.ts'

/** The url of a CodeSystem or ValueSet resource; `undefined` if it has none. */
export function urlOf(resource: JsonObject): string | undefined {
  return text(resource, 'url')
}

/**
 * A CodeSystem resource (https://hl7.org/fhir/R4/codesystem.html). `undefined` if it has no url, or if it is a
 * supplement, which adds to another system's concepts and has none of its own.
 */
export function codeSystemOf(resource: JsonObject): CodeSystem | undefined {
  const url = urlOf(resource)
  const content = text(resource, 'content')
  if (url === undefined || content === 'supplement') return undefined
  const concepts = new Map<string, Concept>()
  addConcepts(concepts, objects(resource, 'concept'), undefined)
  const version = text(resource, 'version')
  const caseSensitive = getKey(resource, 'caseSensitive')
  return {
    url,
    ...(version === undefined ? {} : { version }),
    complete: content === 'complete',
    caseSensitive: typeof caseSensitive === 'boolean' ? caseSensitive : undefined,
    concepts,
  }
}

/** Without recursion, so that no depth of nesting is too deep. A code that stands twice keeps what it said first. */
function addConcepts(into: Map<string, Concept>, tops: readonly JsonObject[], top: string | undefined): void {
  const queue = tops.map((concept) => ({ concept, parent: top })).reverse()
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const { concept, parent } = next
    const code = text(concept, 'code')
    if (code === undefined) continue
    const known = into.get(code)
    into.set(code, known === undefined ? conceptOf(concept, code, parent) : withParent(known, parent))
    for (const child of objects(concept, 'concept').reverse()) queue.push({ concept: child, parent: code })
  }
}

function withParent(concept: Concept, parent: string | undefined): Concept {
  if (parent === undefined || concept.parents.includes(parent)) return concept
  return { ...concept, parents: [...concept.parents, parent] }
}

function conceptOf(concept: JsonObject, code: string, parent: string | undefined): Concept {
  const properties = propertiesOf(concept)
  const named = objects(concept, 'designation').map((one) => text(one, 'value'))
  const displays = [text(concept, 'display'), ...named].filter((one) => one !== undefined)
  const parents = [parent, ...parentProperties.flatMap((name) => properties.get(name) ?? [])]
  return { code, displays, parents: [...new Set(parents.filter((one) => one !== undefined))], properties }
}

/** https://hl7.org/fhir/R4/codesystem.html#defined-props; terminology.hl7.org says `subsumedBy` for the same. */
const parentProperties = ['parent', 'subsumedBy']

function propertiesOf(concept: JsonObject): Map<string, string[]> {
  const properties = new Map<string, string[]>()
  for (const property of objects(concept, 'property')) {
    const name = text(property, 'code')
    const value = propertyValue(property)
    if (name === undefined || value === undefined) continue
    properties.set(name, [...(properties.get(name) ?? []), value])
  }
  return properties
}

/** `value[x]` in the form that a filter writes it (https://hl7.org/fhir/R4/valueset.html#filter). */
function propertyValue(property: JsonObject): string | undefined {
  const coding = getKey(property, 'valueCoding')
  if (isObject(coding)) return text(coding, 'code')
  const keys = ['valueCode', 'valueString', 'valueBoolean', 'valueInteger', 'valueDateTime', 'valueDecimal']
  for (const key of keys) {
    const value = getKey(property, key)
    if (value instanceof Decimal) return value.text
    if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return String(value)
  }
  return undefined
}

/** A ValueSet resource (https://hl7.org/fhir/R4/valueset.html); `undefined` if it has no url. */
export function valueSetOf(resource: JsonObject): ValueSet | undefined {
  const url = urlOf(resource)
  if (url === undefined) return undefined
  const version = text(resource, 'version')
  const name = { url, ...(version === undefined ? {} : { version }) }
  const compose = getKey(resource, 'compose')
  if (isObject(compose)) {
    const [include, exclude] = [objects(compose, 'include'), objects(compose, 'exclude')]
    return { ...name, include: include.map(componentOf), exclude: exclude.map(componentOf) }
  }
  const expansion = getKey(resource, 'expansion')
  return isObject(expansion)
    ? { ...name, ...expanded(expansion) }
    : { ...name, include: [], exclude: [], open: true as const }
}

function componentOf(component: JsonObject): Component {
  const system = text(component, 'system')
  const version = text(component, 'version')
  const codes = objects(component, 'concept').map((one) => text(one, 'code') ?? '')
  const filters = objects(component, 'filter').map(filterOf)
  const valueSets = strings(getKey(component, 'valueSet'))
  return {
    ...(system === undefined ? {} : { system }),
    ...(version === undefined ? {} : { version }),
    ...(codes.length === 0 ? {} : { codes }),
    ...(filters.length === 0 ? {} : { filters }),
    ...(valueSets.length === 0 ? {} : { valueSets }),
  }
}

/** A filter that lacks a part has an operator that nobody knows: it decides nothing. */
function filterOf(filter: JsonObject): Filter {
  const [property = '', op = '', value = ''] = ['property', 'op', 'value'].map((key) => text(filter, key))
  return { property, op, value }
}

/** An expansion that has more pages, or was cut short, says nothing of what it does not list. */
function expanded(expansion: JsonObject): Pick<ValueSet, 'include' | 'exclude' | 'open'> {
  const codes = new Map<string, string[]>()
  const queue = objects(expansion, 'contains')
  let count = 0
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    queue.push(...objects(next, 'contains'))
    const system = text(next, 'system')
    const code = text(next, 'code')
    if (system === undefined || code === undefined || getKey(next, 'abstract') === true) continue
    count++
    const list = codes.get(system)
    if (list === undefined) codes.set(system, [code])
    else list.push(code)
  }
  const total = getKey(expansion, 'total')
  const include = [...codes].map(([system, list]) => ({ system, codes: list }))
  return { include, exclude: [], ...(typeof total === 'number' && total <= count ? {} : { open: true as const }) }
}

function text(object: JsonObject, key: string): string | undefined {
  const value = getKey(object, key)
  return typeof value === 'string' ? value : undefined
}

function objects(object: JsonObject, key: string): JsonObject[] {
  const value = getKey(object, key)
  return objectsIn(value)
}

function strings(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}
