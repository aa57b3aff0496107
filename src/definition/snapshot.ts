import { cloneTree, type ElementTree, elementTree, flatten } from './element-tree.ts'
import { mergeElement } from './merge-element.ts'
import { newSlice, shortName } from './new-slice.ts'
import { type ElementDefinition, lastStep, type StructureDefinition } from './structure-definition.ts'
import { unfold } from './unfold.ts'

/** A definition with its snapshot, by canonical with or without version; undefined if it is not at hand. */
export type SnapshotSource = (canonical: string) => StructureDefinition | undefined

/** An element of a differential that its base has no place for. */
export class UnplacedElement extends Error {
  override readonly name = 'UnplacedElement'
  constructor(readonly element: string) {
    super(`no place for ${element}`)
  }
}

/** A type may hold itself, so a path could go on for ever; no honest one is this long. */
const deepest = 50

/** What a differential is applied to, and where the definitions of types and profiles come from. */
export interface Generation {
  readonly base: StructureDefinition
  readonly source: SnapshotSource
}

/**
 * The snapshot of a profile: the base's, with each element of the differential laid over its own
 * (https://hl7.org/fhir/R4/profiling.html#snapshot). Where the differential walks into a data type, another profile or a
 * content reference, the elements behind it are copied in; slices are made of the element that they slice.
 *
 * The differential stands in the order of its base. An element without id gets one from its path and slice name; a path
 * with a type in it (`valueQuantity`) means the slice of that name. Throws `UnplacedElement`.
 */
export function generateSnapshot(
  differential: readonly ElementDefinition[],
  generation: Generation,
): ElementDefinition[] {
  const root = layOver(differential, generation)
  raiseMinimums(root)
  return flatten(root)
}

/** The same as a tree, in which an element may still say that it occurs less often than its slices do together. */
export function layOver(differential: readonly ElementDefinition[], { base, source }: Generation): ElementTree {
  const origin = elementTree(base.snapshot?.element ?? [])
  if (origin === undefined) throw new Error(`${base.url} has no snapshot`)
  const root = cloneTree(origin)
  for (const element of identified(differential)) {
    const node = locate(element, root, (into) => unfold(into, source, origin))
    node.element = mergeElement(node.element, element)
  }
  return root
}

/** Elements with ids: where one has none, the slices are those of the last element with that path. */
function identified(differential: readonly ElementDefinition[]): ElementDefinition[] {
  const last = new Map<string, string>()
  return differential.map((element) => {
    const id = element.id ?? idOf(element, last)
    last.set(element.path, id)
    return { ...element, id }
  })
}

function idOf(element: ElementDefinition, last: ReadonlyMap<string, string>): string {
  const { parent, name } = lastStep(element.path)
  const slice = element.sliceName === undefined ? '' : `:${element.sliceName}`
  return parent === undefined ? element.path : `${last.get(parent) ?? parent}.${name}${slice}`
}

/** The node that an element of the differential is about; what lies on the way to it is made. */
function locate(element: ElementDefinition, root: ElementTree, open: (node: ElementTree) => void): ElementTree {
  const id = element.id ?? element.path
  const steps = id.split('.').slice(1)
  if (steps.length > deepest) throw new UnplacedElement(id.slice(0, 100))
  return steps.reduce<ElementTree>((node, step) => {
    if (node.children.length === 0) open(node)
    const found = childAt(node, step)
    if (found === undefined) throw new UnplacedElement(id)
    return found
  }, root)
}

function childAt(node: ElementTree, step: string): ElementTree | undefined {
  const { name, slice } = lastStep(step)
  const child = node.children.find((one) => one.name === name)
  if (child !== undefined) return slice === undefined ? child : sliceAt(child, slice, false)
  const choice = node.children.find((one) => isChoiceOf(one, name))
  // Where the profile has left the choice one type, its other name is just that.
  const single = choice?.element.type?.length === 1 && choice.slices.length === 0
  return single ? choice : choice && sliceAt(choice, slice ?? name, true)
}

function isChoiceOf(node: ElementTree, name: string): boolean {
  return ((node.origin ?? node).element.type ?? []).some(({ code }) => shortName(node.name, code) === name)
}

/** The slice of that name, made if there is none; `a/b` is a slice of the slice `a`. */
function sliceAt(node: ElementTree, slice: string, short: boolean): ElementTree {
  const known = node.slices.find((one) => one.slice === slice || slice.startsWith(`${one.slice}/`))
  if (known === undefined) return newSlice(node, slice, short)
  return known.slice === slice ? known : sliceAt(known, slice, short)
}

/** An element occurs at least as often as its slices do together. */
function raiseMinimums(node: ElementTree): void {
  const needed = node.slices.reduce((sum, one) => sum + (one.element.min ?? 0), 0)
  if (needed > (node.element.min ?? 0)) node.element = { ...node.element, min: needed }
  for (const one of [...node.children, ...node.slices]) raiseMinimums(one)
}
