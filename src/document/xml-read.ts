import type { IssueCode } from '../issue/catalogue.ts'
import { type Issue, issue, KritinfoError, type Params } from '../issue/issue.ts'
import { type Json, type JsonObject, setKey } from './json.ts'
import { type Limits, standardLimits } from './limits.ts'
import { shownAttribute, shownName } from './name.ts'
import type { Tree } from './tree.ts'
import { narrativeOf } from './xhtml.ts'
import type { PrimitiveKind, XmlElementModel, XmlModel } from './xml-model.ts'
import { type XmlElement, xhtmlNamespace } from './xml-parse.ts'
import { Places } from './xml-places.ts'
import { parsePrimitive } from './xml-primitive.ts'

export const fhirNamespace = 'http://hl7.org/fhir'
/** A hint for editors, no part of the resource. */
const schemaLocation = '{http://www.w3.org/2001/XMLSchema-instance}schemaLocation'

export function isFhirXml(root: XmlElement): boolean {
  return root.namespace === fhirNamespace
}

/**
 * FHIR XML to the FHIR JSON tree of the same resource, as https://hl7.org/fhir/R4/json.html#xml relates them.
 * Comments and white space between elements are dropped. Elements out of order are read, and are flaws of the tree
 * (DOC-061): https://hl7.org/fhir/R4/xml.html prescribes the order of the definitions.
 *
 * Throws a `KritinfoError` with all that is unknown to the definitions or out of place (DOC-041 to DOC-048).
 */
export function readFhirXml(root: XmlElement, model: XmlModel, limits: Limits = standardLimits): Tree {
  const reader = new Reader(model, limits, new Places(root.position))
  const resource = reader.resource(root)
  if (reader.issues.length > 0) throw new KritinfoError(reader.issues)
  const position: Tree['position'] = (path) => reader.places.find(resource, path)
  const flaws = reader.flaws.length === 0 ? {} : { flaws: reader.flaws }
  return { root: resource, syntax: 'xml', issues: [], ...flaws, position }
}

class Reader {
  readonly issues: Issue[] = []
  readonly flaws: Issue[] = []
  constructor(
    readonly model: XmlModel,
    readonly limits: Limits,
    readonly places: Places,
  ) {}

  resource(element: XmlElement): JsonObject {
    if (element.namespace !== fhirNamespace) this.#report('DOC-043', element, { element: shownName(element.name) })
    else if (!this.model.isResource(element.name))
      this.#report('DOC-047', element, { element: shownName(element.name) })
    else return this.#complex(element, element.name, { resourceType: element.name })
    return {}
  }

  #complex(element: XmlElement, type: string, object: JsonObject): JsonObject {
    for (const [name, value] of element.attributes) {
      if (name === schemaLocation) continue
      if (this.model.child(type, name)?.attribute !== true)
        this.#report('DOC-042', element, { attribute: shownAttribute(name) })
      else this.#put(object, name, value, element)
    }
    const children = this.#elements(element)
    for (const child of children) this.#child(object, type, child)
    this.#order(type, children)
    return object
  }

  /** Each element stands at or after the place of the one before it. */
  #order(type: string, children: readonly XmlElement[]): void {
    let reached = -1
    for (const child of children) {
      const order = this.model.child(type, child.name)?.order ?? reached
      if (order >= reached) reached = order
      else if (this.flaws.length < this.limits.problems) {
        this.flaws.push(issue('DOC-061', child.position, { element: shownName(child.name) }))
      }
    }
  }

  /** Child elements; text among them is an error, since FHIR has no mixed content outside of narrative. */
  #elements(element: XmlElement): XmlElement[] {
    const isText = (child: XmlElement | string) => typeof child === 'string' && child.trim() !== ''
    if (element.children.some(isText)) this.#report('DOC-044', element, { element: shownName(element.name) })
    return element.children.filter((child) => typeof child !== 'string')
  }

  #child(object: JsonObject, type: string, element: XmlElement): void {
    const model = this.model.child(type, element.name)
    const kind = model && this.model.primitive(model.type)
    if (model === undefined || model.attribute) this.#report('DOC-041', element, { element: shownName(element.name) })
    else if (kind === 'xhtml') this.#narrative(object, element)
    else if (element.namespace !== fhirNamespace) this.#report('DOC-043', element, { element: shownName(element.name) })
    else if (!model.many && this.#isTaken(object, model.name))
      this.#report('DOC-045', element, { element: shownName(element.name) })
    else if (kind !== undefined) this.#primitive(object, element, model, kind)
    else this.#add(object, model, this.#value(element, model), element)
  }

  #value(element: XmlElement, model: XmlElementModel): Json {
    if (model.type !== 'Resource') return this.#complex(element, model.type, {})
    const [resource, ...more] = this.#elements(element)
    if (resource !== undefined && more.length === 0 && element.attributes.size === 0) return this.resource(resource)
    this.#report('DOC-046', element, { element: shownName(element.name) })
    return {}
  }

  #add(object: JsonObject, model: XmlElementModel, value: Json, element: XmlElement): void {
    if (!model.many) {
      this.#put(object, model.name, value, element)
      return
    }
    const present = Object.hasOwn(object, model.name) ? (object[model.name] as Json[]) : []
    if (present.length === 0) this.#put(object, model.name, present, element)
    this.places.note(present, present.length, element.position)
    present.push(value)
  }

  #narrative(object: JsonObject, element: XmlElement): void {
    if (element.namespace !== xhtmlNamespace) this.#report('DOC-048', element, {})
    else if (this.#isTaken(object, element.name)) this.#report('DOC-045', element, { element: shownName(element.name) })
    else this.#put(object, element.name, narrativeOf(element), element)
  }

  /** The value goes to `name`, `id` and extensions to `_name` (https://hl7.org/fhir/R4/json.html#primitive). */
  #primitive(object: JsonObject, element: XmlElement, model: XmlElementModel, kind: PrimitiveKind): void {
    const text = element.attributes.get('value')
    const value = text === undefined ? null : parsePrimitive(kind, text)
    const attributes = new Map([...element.attributes].filter(([name]) => name !== 'value'))
    const extra = this.#complex({ ...element, attributes }, model.type, {})
    const more = Object.keys(extra).length > 0 ? extra : null
    if (value === null && more === null) this.#report('DOC-049', element, { element: shownName(element.name) })
    if (model.many) {
      this.#addPrimitive(object, element, model.name, value, more)
      return
    }
    if (value !== null) this.#put(object, model.name, value, element)
    if (more !== null) this.#put(object, `_${model.name}`, more, element)
  }

  /** Two arrays kept equally long with `null`; an array that would hold nothing but `null` is left out. */
  #addPrimitive(object: JsonObject, element: XmlElement, name: string, value: Json, more: Json): void {
    const values = arrayAt(object, name)
    const extras = arrayAt(object, `_${name}`)
    const index = Math.max(values?.length ?? 0, extras?.length ?? 0)
    this.#pad(object, name, values, value, index, element)
    this.#pad(object, `_${name}`, extras, more, index, element)
  }

  #pad(
    object: JsonObject,
    name: string,
    present: Json[] | undefined,
    value: Json,
    index: number,
    at: XmlElement,
  ): void {
    if (present === undefined && value === null) return
    const members = present ?? new Array<Json>(index).fill(null)
    if (present === undefined) this.#put(object, name, members, at)
    this.places.note(members, index, at.position)
    members.push(value)
  }

  #isTaken(object: JsonObject, name: string): boolean {
    return Object.hasOwn(object, name) || Object.hasOwn(object, `_${name}`)
  }

  #put(object: JsonObject, name: string, value: Json, element: XmlElement): void {
    setKey(object, name, value)
    this.places.note(object, name, element.position)
  }

  #report(code: IssueCode, element: XmlElement, params: Params): void {
    this.issues.push(issue(code, element.position, params))
    if (this.issues.length >= this.limits.problems) throw new KritinfoError(this.issues)
  }
}

function arrayAt(object: JsonObject, name: string): Json[] | undefined {
  return Object.hasOwn(object, name) ? (object[name] as Json[]) : undefined
}
