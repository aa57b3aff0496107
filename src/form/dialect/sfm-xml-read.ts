import { getKey, type Json, type JsonObject, setKey } from '../../document/json.ts'
import { shownName } from '../../document/name.ts'
import type { Position, Tree } from '../../document/tree.ts'
import type { XmlElement } from '../../document/xml-parse.ts'
import { issue, KritinfoError } from '../../issue/issue.ts'
import { memberOf, sfmNamespace, sfmRoots, sfmShape, type SfmShape } from './sfm-xml-shape.ts'

const instance = '{http://www.w3.org/2001/XMLSchema-instance}'
/** Attributes that speak of the XML text and not of the patient. */
const technical = new RegExp(`^(?:xmlns$|xml:|${instance.replace(/[{}.]/g, '\\$&')})`)

/**
 * XML of SFM's export as a tree: elements are members of the same name, attributes of codes members of theirs (`V`, `S`,
 * `DN`, `OT`), and what stands several times is a list. An element that says it is nil says nothing and is left out.
 *
 * @throws KritinfoError (DIA-006) for a root element that is not about a patient.
 */
export const sfmXmlForm = { namespace: sfmNamespace, read: readSfmXml }

function readSfmXml(root: XmlElement): Tree {
  if (!(sfmRoots as readonly string[]).includes(root.name))
    throw new KritinfoError(issue('DIA-006', root.position, { element: shownName(root.name) }))
  const made: JsonObject = { xmlns: sfmNamespace }
  setKey(made, root.name, readElement(root, memberOf(sfmShape, root.name)?.shape))
  return { root: made, syntax: 'xml', issues: [], position: (path) => positionOf(root, path.slice(1)) }
}

function readElement(element: XmlElement, shape: SfmShape | undefined): Json {
  const children = elementsOf(element)
  const attributes = [...element.attributes].filter(([name]) => !technical.test(name))
  const text = element.children.filter((child) => typeof child === 'string').join('')
  if (children.length === 0 && attributes.length === 0 && typeof shape !== 'object' && shape !== 'coded')
    return readText(text, shape)
  const made: JsonObject = {}
  for (const [name, value] of attributes) setKey(made, name, value)
  for (const child of children) addMember(made, child, shape)
  if (text.trim() !== '') setKey(made, '#text', text)
  return made
}

function addMember(target: JsonObject, element: XmlElement, shape: SfmShape | undefined): void {
  if (element.attributes.get(`${instance}nil`) === 'true') return
  const key = keyOf(element)
  const member = memberOf(shape, key)
  const value = readElement(element, member?.shape)
  const before = getKey(target, key)
  if (Array.isArray(before)) before.push(value)
  else if (before !== undefined) setKey(target, key, [before, value])
  else setKey(target, key, member?.many === true ? [value] : value)
}

/** A number or a truth that is none stays a text, which no row takes. */
function readText(text: string, shape: SfmShape | undefined): Json {
  if (shape === 'boolean') {
    const word = text.trim()
    return word === 'true' || word === '1' ? true : word === 'false' || word === '0' ? false : text
  }
  return shape === 'number' && /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : text
}

function elementsOf(element: XmlElement): XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string')
}

function keyOf(element: XmlElement): string {
  return element.namespace === sfmNamespace ? element.name : `{${element.namespace}}${element.name}`
}

function positionOf(root: XmlElement, path: readonly (string | number)[]): Position {
  let element = root
  let same: XmlElement[] = []
  for (const step of path) {
    if (typeof step === 'string') same = elementsOf(element).filter((child) => keyOf(child) === step)
    const next = typeof step === 'number' ? same[step] : same[0]
    if (next === undefined) break
    element = next
  }
  return element.position
}
