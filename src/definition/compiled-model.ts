import type { PrimitiveKind, XmlElementModel, XmlModel } from '../document/xml-model.ts'

/**
 * What `compileFhirModel` writes. An element is `name`, `*` if it repeats, `@` if it is an XML attribute, `:` and its
 * types with `|` between; elements of a type stand in order with `;` between.
 */
export interface CompiledModel {
  readonly resources: readonly string[]
  readonly primitives: Readonly<Record<string, PrimitiveKind>>
  readonly types: Readonly<Record<string, string>>
}

/** Of a type that is not there: documents can name any, and names of theirs are not remembered. */
const none: ReadonlyMap<string, XmlElementModel> = new Map()

/** A model over compiled definitions. Types are taken apart when they are first asked for: a document needs few. */
export function modelOf(compiled: CompiledModel): XmlModel {
  const resources = new Set(compiled.resources)
  const primitives = new Map(Object.entries(compiled.primitives))
  const types = new Map(Object.entries(compiled.types))
  const known = new Map<string, ReadonlyMap<string, XmlElementModel>>()
  const open = (type: string) => {
    // A primitive is an Element with a value (https://hl7.org/fhir/R4/datatypes.html#primitive).
    const text = types.get(primitives.has(type) ? 'Element' : type)
    if (text === undefined) return none
    const children = parseChildren(text)
    known.set(type, children)
    return children
  }
  const childrenOf = (type: string) => known.get(type) ?? open(type)
  return {
    isResource: (type) => resources.has(type),
    primitive: (type) => primitives.get(type),
    children: (type) => [...childrenOf(type).values()],
    child: (type, name) => childrenOf(type).get(name),
  }
}

function parseChildren(text: string): ReadonlyMap<string, XmlElementModel> {
  const children = new Map<string, XmlElementModel>()
  for (const element of text === '' ? [] : text.split(';')) {
    const [, definition = '', many, attribute, types = ''] = /^([^*@:]+)(\*?)(@?):(.*)$/.exec(element) ?? []
    const choice = definition.endsWith('[x]') ? definition : undefined
    for (const type of types.split('|')) {
      const name = choice === undefined ? definition : choice.slice(0, -3) + capital(type)
      const order = children.size
      children.set(name, { name, type, many: many === '*', attribute: attribute === '@', order, choice })
    }
  }
  return children
}

/** `value[x]` with the type `dateTime` is `valueDateTime` (https://hl7.org/fhir/R4/formats.html#choice). */
function capital(type: string): string {
  return type.charAt(0).toUpperCase() + type.slice(1)
}
