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
  /** The node that this one is a copy of, as it was before a differential changed the copy. */
  readonly origin?: ElementTree
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

/**
 * The tree as the list that a snapshot is: an element, its children, then its slices. Ids and paths are those of the
 * place in the tree.
 */
export function flatten(tree: ElementTree): ElementDefinition[] {
  return list(tree, '', '')
}

function list(tree: ElementTree, parentId: string, parentPath: string): ElementDefinition[] {
  const step = tree.slice === undefined ? tree.name : `${tree.name}:${tree.slice}`
  const id = parentId === '' ? step : `${parentId}.${step}`
  const path = parentPath === '' ? tree.name : `${parentPath}.${tree.name}`
  return [
    { ...tree.element, id, path },
    ...tree.children.flatMap((one) => list(one, id, path)),
    ...tree.slices.flatMap((one) => list(one, parentId, parentPath)),
  ]
}

/** A copy that can be changed; the elements themselves are shared, and replaced when they change. */
export function cloneTree(tree: ElementTree): ElementTree {
  return { ...tree, children: tree.children.map(cloneTree), slices: tree.slices.map(cloneTree), origin: tree }
}
