import type { CompiledModel } from '../definition/compiled-model.ts'
import type { PrimitiveKind } from '../document/xml-model.ts'
import { readResources } from './read-resources.ts'

interface Definition {
  readonly name: string
  readonly type: string
  readonly kind: string
  readonly abstract: boolean
  readonly derivation?: string
  readonly snapshot: { readonly element: readonly Element[] }
}

interface Element {
  readonly path: string
  readonly max: string
  readonly representation?: readonly string[]
  readonly contentReference?: string
  readonly type?: readonly { code: string; extension?: readonly { url: string; valueUrl?: string }[] }[]
}

const kinds: Readonly<Record<string, PrimitiveKind>> = {
  boolean: 'boolean',
  integer: 'number',
  positiveInt: 'number',
  unsignedInt: 'number',
  decimal: 'number',
  xhtml: 'xhtml',
}

/** Says the FHIR type where an element's type is one of FHIRPath's (`id`, `url` of an extension). */
const fhirType = 'http://hl7.org/fhir/StructureDefinition/structuredefinition-fhir-type'

/**
 * Reads the snapshots of all resources and data types of a package (profiles left out) and gives what XML needs of
 * them as the text of a `CompiledModel`. Throws if the folder holds no definitions, or one without a snapshot.
 */
export function compileFhirModel(packageFolder: string): string {
  const definitions = readDefinitions(packageFolder)
  if (definitions.length === 0) throw new Error(`no StructureDefinition in ${packageFolder}`)
  const names = (kind: string) => definitions.filter((one) => one.kind === kind && !one.abstract).map((one) => one.type)
  const complex = definitions.filter((one) => one.kind !== 'primitive-type')
  const model: CompiledModel = {
    resources: names('resource'),
    primitives: Object.fromEntries(names('primitive-type').map((type) => [type, kinds[type] ?? 'string'])),
    types: Object.fromEntries(complex.flatMap((one) => typesOf(one.snapshot.element))),
  }
  return JSON.stringify(model)
}

/** `Element` and `Resource` derive from nothing; everything else that is no profile specializes another type. */
function readDefinitions(folder: string): Definition[] {
  return readResources<Definition>(folder, 'StructureDefinition').filter(
    (one) => one.derivation !== 'constraint' && one.kind !== 'logical',
  )
}

/** A type and every element within it that has children of its own, each with its children in order. */
function typesOf(elements: readonly Element[]): [string, string][] {
  const children = new Map<string, Element[]>()
  for (const element of elements) {
    const parent = element.path.slice(0, Math.max(element.path.lastIndexOf('.'), 0))
    if (parent !== '') children.set(parent, [...(children.get(parent) ?? []), element])
  }
  return [...children].map(([parent, list]) => [parent, list.map((one) => print(one, children)).join(';')])
}

function print(element: Element, children: ReadonlyMap<string, unknown>): string {
  const name = element.path.slice(element.path.lastIndexOf('.') + 1)
  const attribute = element.representation?.includes('xmlAttr') ? '@' : ''
  const types = children.has(element.path) ? [element.path] : typeNames(element)
  return `${name}${element.max === '1' ? '' : '*'}${attribute}:${types.join('|')}`
}

function typeNames(element: Element): string[] {
  if (element.contentReference !== undefined) return [element.contentReference.replace(/^.*#/, '')]
  return (element.type ?? []).map((type) => {
    if (!type.code.includes('/')) return type.code
    return type.extension?.find((one) => one.url === fhirType)?.valueUrl ?? 'string'
  })
}
