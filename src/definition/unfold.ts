import { cloneTree, type ElementTree, elementTree } from './element-tree.ts'
import type { SnapshotSource } from './snapshot.ts'
import { type ElementType, extensionValues } from './structure-definition.ts'

const core = 'http://hl7.org/fhir/StructureDefinition/'

/**
 * Gives an element of a snapshot the children that its type, the profile on its type or its content reference has.
 * `root` is the tree that a content reference is looked up in. An element whose type is not at hand stays as it is.
 */
export function unfold(node: ElementTree, source: SnapshotSource, root: ElementTree): void {
  const shared = node.element.contentReference
  if (shared === undefined) {
    const type = elementTree(definitionOf(node.element.type ?? [], source)?.snapshot?.element ?? [])
    node.children.push(...(type?.children ?? []).map(cloneTree))
  } else unfoldContent(node, shared, root)
}

/** `#Bundle.link` or the same behind the canonical of the type; the element becomes one of its own. */
function unfoldContent(node: ElementTree, reference: string, root: ElementTree): void {
  const steps = reference.replace(/^.*#/, '').split('.').slice(1)
  const find = (from: ElementTree | undefined, step: string) => from?.children.find((one) => one.name === step)
  const target = steps.reduce(find, root)
  if (target === undefined) return
  const { contentReference: _reference, ...element } = node.element
  node.element = { ...element, ...(target.element.type ? { type: target.element.type } : {}) }
  node.children.push(...target.children.map(cloneTree))
}

/** One type: its profile if it has just one, else the type itself. Several have in common what Element has. */
function definitionOf(types: readonly ElementType[], source: SnapshotSource): ReturnType<SnapshotSource> {
  const [first, ...others] = types
  if (first === undefined) return undefined
  if (others.some((one) => one.code !== first.code)) return source(`${core}Element`)
  const [profile, ...more] = others.length === 0 ? (first.profile ?? []) : []
  const profiled = profile === undefined || more.length > 0 ? undefined : source(profile)
  return profiled ?? source(core + nameOf(first))
}

/** FHIRPath's types have no definition here; the extension names FHIR's. */
function nameOf(type: ElementType): string {
  if (!type.code.startsWith('http://hl7.org/fhirpath/')) return type.code
  return String(extensionValues(type, `${core}structuredefinition-fhir-type`)[0] ?? 'string')
}
