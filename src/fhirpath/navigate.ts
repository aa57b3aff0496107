import { getKey, isObject, type Json, type JsonObject } from '../document/json.ts'
import type { XmlElementModel } from '../document/xml-model.ts'
import { type Next, remember, type Step } from './element.ts'
import { kindOf, type Types } from './types.ts'

/** The type of a focus that is not there. */
export const absent = 'absent'

export const never: Step = () => false

/** The step for elements of a type; a resource says itself what it is, so its step is chosen when it is met. */
export function enter(types: Types, type: string, next: Next): Step {
  if (!types.isResource(type) || types.isConcrete(type)) return next(type)
  const steps = remember(next)
  return (value, companion, world, found) => steps(resourceType(types, type, value))(value, companion, world, found)
}

/** The type that a resource names, if it is one. */
export function resourceType(types: Types, otherwise: string, value: Json | undefined): string {
  const name = value !== undefined && isObject(value) ? getKey(value, 'resourceType') : undefined
  return typeof name === 'string' && types.isConcrete(name) ? name : otherwise
}

/**
 * From an element to its children of a name (https://hl7.org/fhirpath/N1/#path-selection). Names come from the
 * definitions and never from a document, so that they are read without asking whose they are.
 */
export function childStep(types: Types, type: string, name: string, next: Next): Step {
  if (isLeafType(types, type)) return leafStep(types, type, name, next)
  const elements = types.step(type, name)
  if (elements.length === 1) return elements.map((element) => elementStep(types, element, next))[0] ?? never
  return elements.length > 4 ? choiceByKey(types, elements, next) : choiceInTurn(types, elements, next)
}

/** True for primitives, and for `Element` where it may stand for one. */
function isLeafType(types: Types, type: string): boolean {
  return type === 'Element' || type === absent || types.isPrimitive(type) || type.startsWith('System.')
}

/** `id` and `extension` stand beside a primitive, and `value` is the value itself (https://hl7.org/fhir/R4/fhirpath.html). */
function leafStep(types: Types, type: string, name: string, next: Next): Step {
  const element = types.isPrimitive(type) || type === 'Element' ? types.child('Element', name) : undefined
  if (element !== undefined) {
    const step = elementStep(types, element, next)
    return (value, companion, world, found) =>
      step(value !== undefined && isObject(value) ? value : companion, undefined, world, found)
  }
  return name === 'value' && types.isPrimitive(type) ? valueStep(next(systemType(type))) : never
}

function valueStep(step: Step): Step {
  return (value, _companion, world, found) => value !== undefined && step(value, undefined, world, found)
}

function systemType(type: string): string {
  const kind = kindOf(type)
  if (kind === 'number') return type === 'decimal' ? 'System.Decimal' : 'System.Integer'
  if (kind === 'moment') return type === 'date' ? 'System.Date' : 'System.DateTime'
  return kind === 'boolean' ? 'System.Boolean' : kind === 'time' ? 'System.Time' : 'System.String'
}

function elementStep(types: Types, element: XmlElementModel, next: Next): Step {
  const step = enter(types, element.type, next)
  return types.isPrimitive(element.type) ? primitiveStep(element.name, step) : complexStep(element.name, step)
}

function complexStep(name: string, step: Step): Step {
  return (value, _companion, world, found) => {
    if (value === undefined || !isObject(value)) return false
    const child = value[name]
    if (child === undefined || child === null) return false
    if (!Array.isArray(child)) return step(child, undefined, world, found)
    for (const member of child) if (member !== null && step(member, undefined, world, found)) return true
    return false
  }
}

function primitiveStep(name: string, step: Step): Step {
  const beside = `_${name}`
  return (value, _companion, world, found) => {
    if (value === undefined || !isObject(value)) return false
    const child = value[name]
    const companion = value[beside]
    if (Array.isArray(child) || Array.isArray(companion)) {
      return pairs(child, companion, (one, other) => step(one, other, world, found))
    }
    return isThere(child, companion) && step(child ?? undefined, companion ?? undefined, world, found)
  }
}

function isThere(child: Json | undefined, companion: Json | undefined): boolean {
  return (child !== undefined && child !== null) || (companion !== undefined && companion !== null)
}

/** Values and what stands beside them, with `null` in the places of what is missing (https://hl7.org/fhir/R4/json.html#primitive). */
function pairs(
  child: Json | undefined,
  companion: Json | undefined,
  visit: (value: Json | undefined, companion: Json | undefined) => boolean,
): boolean {
  const values = Array.isArray(child) ? child : [child ?? null]
  const besides = Array.isArray(companion) ? companion : [companion ?? null]
  for (let index = 0; index < Math.max(values.length, besides.length); index += 1) {
    const [value, beside] = [values[index], besides[index]]
    if (isThere(value, beside) && visit(value ?? undefined, beside ?? undefined)) return true
  }
  return false
}

function choiceInTurn(types: Types, elements: readonly XmlElementModel[], next: Next): Step {
  const steps = elements.map((element) => later(() => elementStep(types, element, next)))
  return (value, companion, world, found) => steps.some((step) => step(value, companion, world, found))
}

/** Some choices have fifty types, and an object has few keys. */
function choiceByKey(types: Types, elements: readonly XmlElementModel[], next: Next): Step {
  const steps = new Map(elements.map((element) => [element.name, later(() => elementStep(types, element, next))]))
  return (value, companion, world, found) => {
    if (value === undefined || !isObject(value)) return false
    for (const key in value) {
      const step = steps.get(nameOf(key, value))
      if (step?.(value, companion, world, found) === true) return true
    }
    return false
  }
}

/** The element that a key belongs to; nothing for `_valueString` beside `valueString`, where it is met anyway. */
function nameOf(key: string, value: JsonObject): string {
  if (!key.startsWith('_')) return key
  const name = key.slice(1)
  return Object.hasOwn(value, name) ? '' : name
}

function later(make: () => Step): Step {
  let made: Step | undefined
  return (value, companion, world, found) => {
    made ??= make()
    return made(value, companion, world, found)
  }
}

type Visit = (type: string, value: Json | undefined, companion: Json | undefined) => boolean

/** All children of an element, until `visit` gives true. Of a plain `Element` they are told by shape alone. */
export function forChildren(
  types: Types,
  type: string,
  value: Json | undefined,
  companion: Json | undefined,
  visit: Visit,
): boolean {
  const object = value !== undefined && isObject(value) ? value : companion
  if (object === undefined || !isObject(object) || type.startsWith('System.')) return false
  const isOpen = (type === 'Element' || type === 'BackboneElement') && object === value
  for (const key in object) {
    const name = nameOf(key, object)
    const child = types.child(type, name)?.type ?? (isOpen && name !== '' ? 'Element' : undefined)
    if (child !== undefined && visitChild(types, object, name, child, visit)) return true
  }
  return false
}

function visitChild(types: Types, object: JsonObject, name: string, type: string, visit: Visit): boolean {
  const hasCompanion = type === 'Element' || types.isPrimitive(type)
  return pairs(getKey(object, name), hasCompanion ? getKey(object, `_${name}`) : undefined, (value, companion) =>
    visit(types.isResource(type) ? resourceType(types, type, value) : type, value, companion),
  )
}

/** All children, their children, and so on. The reader bounds how deep a document is. */
export function forDescendants(
  types: Types,
  type: string,
  value: Json | undefined,
  companion: Json | undefined,
  visit: Visit,
): boolean {
  return forChildren(
    types,
    type,
    value,
    companion,
    (childType, child, beside) =>
      visit(childType, child, beside) || forDescendants(types, childType, child, beside, visit),
  )
}
