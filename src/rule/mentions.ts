import { getKey, isObject, type Json, type JsonObject, type Path } from '../document/json.ts'
import type { XmlElementModel, XmlModel } from '../document/xml-model.ts'

/** A text in a resource that may mean another one. */
export interface Mention {
  readonly text: string
  readonly path: Path
  /** `Reference.reference`; else a value of the types uri or url. */
  readonly isReference: boolean
  /** The value of the extension narrativeLink. */
  readonly isNarrativeLink: boolean
}

/** Urls that are names of systems, profiles or services and lead to no entry. */
const names: ReadonlySet<string> = new Set([
  'Coding.system',
  'Identifier.system',
  'Quantity.system',
  'Meta.profile',
  'Extension.url',
  'MessageHeader.source.endpoint',
  'MessageHeader.destination.endpoint',
  'Endpoint.address',
  'Bundle.entry.fullUrl',
])
const underscore = 0x5f
const narrativeLink = 'http://hl7.org/fhir/StructureDefinition/narrativeLink'

/**
 * All references and urls of a resource and of what it contains, each text once; not those that stay within (`#id`), and
 * not those in a Bundle that the resource is or holds.
 */
export function mentionsOf(resource: JsonObject, path: Path, model: XmlModel): readonly Mention[] {
  const walk = new Walk(model)
  walk.start(resource, path)
  return [...walk.found.values()]
}

class Walk {
  readonly found = new Map<string, Mention>()
  /** Steps to the value that is being looked at. */
  #path: (string | number)[] = []
  constructor(readonly model: XmlModel) {}

  start(resource: JsonObject, path: Path): void {
    this.#path = [...path]
    this.#resource(resource)
  }

  #resource(resource: JsonObject): void {
    const type = getKey(resource, 'resourceType')
    if (typeof type === 'string' && type !== 'Bundle') this.#members(resource, type)
  }

  #members(object: JsonObject, type: string): void {
    for (const key of Object.keys(object)) {
      const value = object[key] as Json
      // Neither a text nor anything that holds one.
      if (typeof value === 'number' || typeof value === 'boolean') continue
      const isExtra = key.charCodeAt(0) === underscore
      const model = this.model.child(type, isExtra ? key.slice(1) : key)
      if (model === undefined) continue
      this.#path.push(key)
      if (Array.isArray(value)) this.#many(value, object, type, model)
      else this.#value(value, object, type, isExtra ? { ...model, type: 'Element' } : model)
      this.#path.pop()
    }
  }

  #many(values: readonly Json[], holder: JsonObject, type: string, model: XmlElementModel): void {
    for (const [index, value] of values.entries()) {
      this.#path.push(index)
      this.#value(value, holder, type, model)
      this.#path.pop()
    }
  }

  #value(value: Json, holder: JsonObject, type: string, model: XmlElementModel): void {
    if (typeof value === 'string') this.#text(value, holder, type, model)
    else if (!isObject(value)) return
    else if (model.type === 'Resource') this.#resource(value)
    else this.#members(value, this.model.primitive(model.type) === undefined ? model.type : 'Element')
  }

  #text(text: string, holder: JsonObject, type: string, model: XmlElementModel): void {
    const isReference = type === 'Reference' && model.name === 'reference'
    const isUrl = model.type === 'uri' || model.type === 'url'
    if (!isReference && (!isUrl || model.name === 'system' || names.has(`${type}.${model.name}`))) return
    if (text === '' || text.startsWith('#')) return
    const known = this.found.get(text)
    if (known !== undefined && (known.isReference || !isReference)) return
    const isNarrativeLink = type === 'Extension' && getKey(holder, 'url') === narrativeLink
    const path = isReference ? this.#path.slice(0, -1) : [...this.#path]
    this.found.set(text, { text, path, isReference, isNarrativeLink })
  }
}
