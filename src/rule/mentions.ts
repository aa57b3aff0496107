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
const narrativeLink = 'http://hl7.org/fhir/StructureDefinition/narrativeLink'

/**
 * All references and urls of a resource and of what it contains, each text once; not those that stay within (`#id`), and
 * not those in a Bundle that the resource is or holds.
 */
export function mentionsOf(resource: JsonObject, path: Path, model: XmlModel): readonly Mention[] {
  const walk = new Walk(model)
  walk.resource(resource, path)
  return [...walk.found.values()]
}

class Walk {
  readonly found = new Map<string, Mention>()
  constructor(readonly model: XmlModel) {}

  resource(resource: JsonObject, path: Path): void {
    const type = getKey(resource, 'resourceType')
    if (typeof type === 'string' && type !== 'Bundle') this.#members(resource, type, path)
  }

  #members(object: JsonObject, type: string, path: Path): void {
    for (const key of Object.keys(object)) {
      const isExtra = key.startsWith('_')
      const model = this.model.child(type, isExtra ? key.slice(1) : key)
      if (model === undefined) continue
      const value = object[key] as Json
      const at = [...path, key]
      if (!Array.isArray(value)) this.#value(value, object, type, isExtra ? { ...model, type: 'Element' } : model, at)
      else for (const [index, one] of value.entries()) this.#value(one, object, type, model, [...at, index])
    }
  }

  #value(value: Json, holder: JsonObject, type: string, model: XmlElementModel, path: Path): void {
    if (isObject(value)) {
      if (model.type === 'Resource') this.resource(value, path)
      else this.#members(value, this.model.primitive(model.type) === undefined ? model.type : 'Element', path)
    } else if (typeof value === 'string') this.#text(value, holder, type, model, path)
  }

  #text(text: string, holder: JsonObject, type: string, model: XmlElementModel, path: Path): void {
    const isReference = type === 'Reference' && model.name === 'reference'
    const isUrl = model.type === 'uri' || model.type === 'url'
    if (!isReference && (!isUrl || model.name === 'system' || names.has(`${type}.${model.name}`))) return
    if (text === '' || text.startsWith('#') || (this.found.has(text) && !isReference)) return
    if (this.found.get(text)?.isReference) return
    const isNarrativeLink = type === 'Extension' && getKey(holder, 'url') === narrativeLink
    this.found.set(text, { text, path: isReference ? path.slice(0, -1) : path, isReference, isNarrativeLink })
  }
}
