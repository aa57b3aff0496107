import { type ElementDefinition, lastStep } from './structure-definition.ts'

/**
 * The elements of a snapshot or differential as a tree. A slice stands beside the element that it slices, a slice of a
 * slice (`name/more`) beside that slice. Nodes are changed in place while a snapshot is made and by nobody else.
 */
export interface ElementTree {
  /** The last step of the id without the slice: `name`, `value[x]`. */
  readonly name: string
  readonly slice?: string
  element: ElementDefinition
  readonly children: ElementTree[]
  readonly slices: ElementTree[]
}

/**
 * Makes a tree of elements that all have ids (https://hl7.org/fhir/R4/elementdefinition.html#id) and stand in the order
 * of a snapshot: an element after its parent, a slice after its element. Gives undefined for none, and leaves out an
 * element without a parent. A `sliceName` where nothing is sliced merely names the element.
 */
export function elementTree(elements: readonly ElementDefinition[]): ElementTree | undefined {
  const nodes = new Map<string, ElementTree>()
  let root: ElementTree | undefined
  for (const element of elements) {
    const id = element.id ?? element.path
    const { parent: parentId, name, slice } = lastStep(id)
    const base = parentId === undefined ? '' : `${parentId}.`
    const sliced = slice === undefined ? undefined : slicedNode(nodes, `${base}${name}`, slice)
    const node: ElementTree = { name, ...(sliced && slice ? { slice } : {}), element, children: [], slices: [] }
    const parent = parentId === undefined ? undefined : nodes.get(parentId)
    if (sliced !== undefined) sliced.slices.push(node)
    else parent?.children.push(node)
    if (parentId === undefined) root ??= node
    nodes.set(id, node)
  }
  return root
}

/** What a slice is a slice of: `a/b` of the slice `a` if there is one, else of the element. */
function slicedNode(nodes: ReadonlyMap<string, ElementTree>, element: string, slice: string): ElementTree | undefined {
  const slash = slice.lastIndexOf('/')
  if (slash < 0) return nodes.get(element)
  return nodes.get(`${element}:${slice.slice(0, slash)}`) ?? nodes.get(element)
}

/** The tree as the list that a snapshot is: an element, its children, then its slices. */
export function flatten(tree: ElementTree): ElementDefinition[] {
  return [tree.element, ...tree.children.flatMap(flatten), ...tree.slices.flatMap(flatten)]
}
