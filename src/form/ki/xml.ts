import { readJson } from '../../document/json-read.ts'
import { Decimal, getKey, type Json, type JsonObject, setKey } from '../../document/json.ts'
import { standardLimits } from '../../document/limits.ts'
import type { Position, Tree } from '../../document/tree.ts'
import type { XmlElement } from '../../document/xml-parse.ts'
import { issue, KritinfoError } from '../../issue/issue.ts'
import {
  documentShape,
  isList,
  kiNamespace,
  kiRootName,
  type ListShape,
  type ObjectShape,
  type Shape,
} from './shape.ts'

/** A number as JSON writes it; anything else stays text, and the validator says so. */
const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

/** Attributes that speak of the XML text and not of the patient. */
const technical = /^(?:xmlns$|xml:|\{http:\/\/www\.w3\.org\/2001\/XMLSchema-instance\})/

/**
 * The XML form of a `ki` document: members are elements of the same name, a list is a wrapper around its items,
 * `verdi` of an extension is JSON text.
 *
 * Law: reading what `writeKiXml` wrote gives the document back, empty lists and the text of numbers included.
 * What has no place in the form is read all the same, so that the validator can name it.
 */
export const kiXmlForm = { namespace: kiNamespace, read: readKiXml }

function readKiXml(root: XmlElement): Tree {
  const document: JsonObject = {}
  setKey(document, 'format', root.name === kiRootName ? 'kritisk-informasjon' : root.name)
  readMembers(root, documentShape, document)
  return { root: document, syntax: 'xml', issues: [], position: (path) => positionOf(root, path) }
}

function read(element: XmlElement, shape: Shape | undefined): Json {
  if (shape === undefined) return readUnknown(element)
  if (typeof shape !== 'string') return isList(shape) ? readList(element, shape) : readMembers(element, shape, {})
  if (shape === 'json') return readValue(element)
  if (hasForeign(element)) return readUnknown(element)
  const text = textOf(element)
  if (shape === 'number') return jsonNumber.test(text) ? numberOf(text) : text
  if (shape === 'boolean') return text === 'true' ? true : text === 'false' ? false : text
  return text
}

/** What the form does not know: text where there is only text, else an object. */
function readUnknown(element: XmlElement): Json {
  return hasForeign(element) ? readMembers(element, undefined, {}) : textOf(element)
}

function readMembers(element: XmlElement, shape: ObjectShape | undefined, target: JsonObject): JsonObject {
  readAttributes(element, shape, target)
  for (const child of element.children) {
    if (typeof child === 'string') addStray(target, child)
    else addMember(target, keyOf(child), read(child, isOurs(child) ? shape?.members.get(child.name) : undefined))
  }
  return target
}

function readList(element: XmlElement, shape: ListShape): Json {
  const elements = childElements(element)
  const asItShould = elements.every((child) => isOurs(child) && child.name === shape.item) && !hasStray(element)
  return asItShould ? elements.map((item) => read(item, shape.of)) : readMembers(element, undefined, {})
}

/** The version of the form is an attribute of the root, as XML documents have it; no other attribute is known. */
function readAttributes(element: XmlElement, shape: ObjectShape | undefined, target: JsonObject): void {
  for (const [name, value] of element.attributes) {
    const isVersion = name === 'versjon' && shape === documentShape
    if (!technical.test(name)) setKey(target, isVersion ? name : `@${name}`, value)
  }
}

/** A name that comes twice becomes a list, which the validator refuses in its place. */
function addMember(target: JsonObject, key: string, value: Json): void {
  const before = getKey(target, key)
  setKey(target, key, before === undefined ? value : [before, value])
}

function addStray(target: JsonObject, text: string): void {
  if (text.trim() !== '') setKey(target, '#text', text)
}

/** The one place with a syntax of its own: a wrong one cannot be read as anything else. */
function readValue(element: XmlElement): Json {
  if (hasForeign(element)) throw new KritinfoError(issue('KI-018', element.position))
  try {
    return readJson(textOf(element), standardLimits).root
  } catch (problem) {
    if (!(problem instanceof KritinfoError)) throw problem
    throw new KritinfoError(issue('KI-018', element.position))
  }
}

/** Keeps the text of a number that JavaScript would write differently, as reading JSON does. */
function numberOf(text: string): number | Decimal {
  return String(Number(text)) === text ? Number(text) : new Decimal(text)
}

function textOf(element: XmlElement): string {
  return element.children.filter((child) => typeof child === 'string').join('')
}

function childElements(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string')
}

function hasStray(element: XmlElement): boolean {
  const attributes = [...element.attributes.keys()].some((name) => !technical.test(name))
  return attributes || element.children.some((child) => typeof child === 'string' && child.trim() !== '')
}

function hasForeign(element: XmlElement): boolean {
  return childElements(element).length > 0 || [...element.attributes.keys()].some((name) => !technical.test(name))
}

function isOurs(element: XmlElement): boolean {
  return element.namespace === kiNamespace
}

function keyOf(element: XmlElement): string {
  return isOurs(element) ? element.name : `{${element.namespace}}${element.name}`
}

function positionOf(root: XmlElement, path: readonly (string | number)[]): Position {
  let element = root
  for (const step of path) {
    const children = childElements(element)
    const next = typeof step === 'number' ? children[step] : children.find((child) => keyOf(child) === step)
    if (next === undefined) break
    element = next
  }
  return element.position
}
