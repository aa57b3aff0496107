import type { CheckKit, KiElement } from '../mapping/check/kit.ts'
import { isForbidden, typesOf, type View } from '../mapping/check/view.ts'

/** An element that a side has, whether rows name it or not. */
export interface SideElement {
  readonly id: string
  /** The names below the root, without slices. */
  readonly names: readonly string[]
}

/** What every resource has and no profile of ours speaks of. */
const inherited: ReadonlySet<string> = new Set([
  'implicitRules',
  'contained',
  'extension',
  'modifierExtension',
  'language',
])

/**
 * The elements of a side. Of FHIR: those of the type itself, those below what is defined in place, and those that the profile
 * speaks of, slices included; of the `ki` form all members, lists of words being one.
 */
export function sideElements(root: string, profile: string | undefined, kit: CheckKit): SideElement[] {
  if (kit.ki.isRoot(root)) return kiElements(root, [], kit)
  const view = kit.views.root(root, profile) ?? kit.views.root(root, undefined)
  return view === undefined ? [] : fhirElements(view, root, [], kit)
}

function fhirElements(view: View, id: string, names: readonly string[], kit: CheckKit): SideElement[] {
  const children = [...new Set(view.nodes.flatMap((node) => (node.children ?? []).map((one) => one.name)))]
  return children.flatMap((name) => {
    const child = kit.views.child(view, name)
    if (child === undefined || isForbidden(child)) return []
    const own = { id: `${id}.${name}`, names: [...names, name] }
    const slices = slicesOf(child).map((slice) => ({ ...own, id: `${own.id}:${slice}` }))
    if (inherited.has(name) || (names.length > 0 && name === 'id')) return slices
    const inner = isInPlace(child, own.id) ? fhirElements(child, own.id, own.names, kit) : []
    // What is defined in place is the sum of its parts.
    return [...(inner.length > 0 ? inner : [own]), ...slices]
  })
}

function isInPlace(view: View, id: string): boolean {
  return view.type === id && typesOf(view).every(({ code }) => code === 'BackboneElement' || code === 'Element')
}

function slicesOf(view: View): string[] {
  return [...new Set(view.nodes.flatMap((node) => (node.slices ?? []).flatMap((one) => one.slice ?? [])))]
}

function kiElements(root: string, names: readonly string[], kit: CheckKit): SideElement[] {
  // The parts of a document that have tables of their own are not looked at twice.
  const members = kit.ki.members(root, names).filter((name) => root !== 'dokument' || !ownParts.includes(name))
  return members.flatMap((name) => {
    const path = [...names, name]
    const found: KiElement | undefined = kit.ki.element(root, path)
    const inner = found === undefined || isLeaf(found) ? [] : kiElements(root, path, kit)
    return inner.length > 0 ? inner : [{ id: [root, ...path].join('.'), names: path }]
  })
}

const ownParts: readonly string[] = ['pasient', 'registreringer']

function isLeaf({ kind, of }: KiElement): boolean {
  return kind !== 'object' && of !== 'object'
}
