import type { Constraint, ElementNode, Slicing } from './definition.ts'
import { compact } from './element-node.ts'
import { nodeAt } from './node-at.ts'
import { valueFacts } from './value-facts.ts'

/** A type by its name, as far as its elements matter. */
export type RootLookup = (name: string) => { readonly root: ElementNode } | undefined

/**
 * A type without the constraints that its elements repeat from their own types: a value is checked against those too.
 * The root keeps all of its own.
 */
export function pruneType(root: ElementNode, types: RootLookup): ElementNode {
  const inner = (node: ElementNode): ElementNode =>
    compact({
      ...node,
      min: node.min || undefined,
      slicing: says(node, node.slicing) ? node.slicing : undefined,
      constraints: newConstraints(node, ofTypes(node, types)),
      children: node.children?.map(inner),
      slices: node.slices?.map(inner),
    }) as unknown as ElementNode
  return compact({ ...root, children: root.children?.map(inner) }) as unknown as ElementNode
}

/** A profile without what `base`, the root of its type, says as well. */
export function pruneProfile(root: ElementNode, base: ElementNode | undefined, types: RootLookup): ElementNode {
  const pruned = prune(root, base, types)
  return pruned ?? { id: root.id, name: root.name }
}

/** A slice is kept whatever it says, since its name and place say something; an element only if it adds something. */
function prune(node: ElementNode, base: ElementNode | undefined, types: RootLookup): ElementNode | undefined {
  const { id, name, slice } = node
  const added = {
    ...additions(node, base, types),
    slices: node.slices?.flatMap((one) => prune(one, base, types) ?? []),
    children: node.children?.flatMap((one) => prune(one, childOf(one.name, node, base, types), types) ?? []),
  }
  const kept = compact({ id, name, slice, ...added })
  const says = Object.keys(kept).length > (slice === undefined ? 2 : 3)
  return says || slice !== undefined ? (kept as unknown as ElementNode) : undefined
}

/** What is compared whole: it is said anew or not at all. */
const compared = ['min', 'max', ...valueFacts, 'content', 'modifier', 'mustSupport', 'obligations'] as const

function additions(node: ElementNode, base: ElementNode | undefined, types: RootLookup): Partial<ElementNode> {
  const differing = compared.filter((key) => !same(node[key], base?.[key]))
  const known = [...(base?.constraints ?? []), ...ofTypes(node, types)]
  return compact({
    ...Object.fromEntries(differing.map((key) => [key, node[key]])),
    // How often a slice occurs is its own affair, even where the element occurs as often.
    min: minimumOf(node, base),
    constraints: newConstraints(node, known),
    slicing: says(node, node.slicing) ? node.slicing : undefined,
  }) as Partial<ElementNode>
}

function minimumOf(node: ElementNode, base: ElementNode | undefined): number | undefined {
  const inherited = node.slice === undefined ? (base?.min ?? 0) : 0
  return node.min === inherited ? undefined : node.min
}

/** Slicing by url that is open and has no slice is what every extension has: it tells nothing apart. */
function says(node: ElementNode, slicing: Slicing | undefined): boolean {
  if (node.slices !== undefined || slicing === undefined) return true
  return slicing.rules !== 'open' || slicing.ordered === true || !/^(modifierE|e)xtension$/.test(node.name)
}

function newConstraints(node: ElementNode, known: readonly Constraint[]): Constraint[] | undefined {
  const isKnown = (one: Constraint) =>
    known.some((other) => other.key === one.key && other.expression === one.expression)
  return node.constraints?.filter((one) => !isKnown(one))
}

function ofTypes(node: ElementNode, types: RootLookup): readonly Constraint[] {
  const [first, ...others] = (node.types ?? []).map((type) => types(type.code)?.root.constraints ?? [])
  // Where there is a choice, only what every one of the types states.
  return (first ?? []).filter((one) => others.every((list) => list.some((other) => other.key === one.key)))
}

/** The element that the child of a node constrains: in the type itself, behind a content reference, or in a data type. */
function childOf(
  name: string,
  node: ElementNode,
  base: ElementNode | undefined,
  types: RootLookup,
): ElementNode | undefined {
  const own = base?.children?.find((one) => one.name === name)
  if (own !== undefined) return own
  const content = base?.content
  const shared = content === undefined ? undefined : types(content.split('.')[0] ?? '')
  const shares = shared && content !== undefined ? nodeAt(shared.root, content) : undefined
  const roots = [shares, ...(node.types ?? base?.types ?? []).map((type) => types(type.code)?.root)]
  return roots.flatMap((root) => root?.children?.find((one) => one.name === name) ?? [])[0]
}

/** Both sides were made by the same code, so equal facts have equal text. */
function same(left: unknown, right: unknown): boolean {
  return left === right || textOf(left) === textOf(right)
}

/** Newer tools write the version behind each canonical of R4, which means nothing else: there is one R4 here. */
function textOf(value: unknown): string | undefined {
  return JSON.stringify(value)?.replace(/("http:\/\/hl7\.org\/fhir\/[^"|]*)\|4\.0\.1"/g, '$1"')
}
