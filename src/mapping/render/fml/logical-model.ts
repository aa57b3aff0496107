import type { JsonObject } from '../../../document/json.ts'
import { kiLists } from '../../element.ts'
import type { ElementPath, Mappings, Row } from '../../table.ts'
import { computableName, logicalUrl, plainName } from '../concept-map.ts'

interface Node {
  readonly children: Map<string, Node>
  type: string
}

/**
 * The part of the `ki` form that begins with `root`, as a logical model: the elements that rows name, so that maps have
 * something to be held against. The form itself is defined by its schema (`profiles/kritinfo.ki`).
 */
export function logicalModel(mappings: Mappings, root: string): JsonObject {
  const tree: Node = { children: new Map(), type: '' }
  for (const table of mappings.tables.filter((one) => one.left.root === root)) {
    for (const row of table.rows)
      for (const element of [...row.left, ...row.context.left]) add(tree, element, row, mappings)
  }
  const url = logicalUrl(root)
  const all = [definition(root, root, '*', undefined), ...elements(tree, root)]
  return {
    resourceType: 'StructureDefinition',
    id: plainName(root),
    url,
    version: mappings.version,
    name: computableName(root),
    title: `${root} of the ki form, as far as rows name it`,
    status: 'draft',
    fhirVersion: '4.0.1',
    kind: 'logical',
    abstract: false,
    type: root,
    baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Element',
    derivation: 'specialization',
    snapshot: { element: all.map(whole) },
    differential: { element: all },
  }
}

function add(tree: Node, element: ElementPath, row: Row, mappings: Mappings): void {
  let node = tree
  for (const { key } of element.steps) {
    const next = node.children.get(key) ?? { children: new Map(), type: 'string' }
    node.children.set(key, next)
    node = next
  }
  if (node !== tree) node.type = typeOf(element, row, mappings) ?? node.type
}

/** What another table maps is of the model that the table's left side is of; the rest is text, or true and false. */
function typeOf(element: ElementPath, row: Row, mappings: Mappings): string | undefined {
  const table = mappings.tables.find((one) => one.id === row.via?.args[0])
  if (table !== undefined && row.left.includes(element)) return logicalUrl(table.left.root)
  const at = row.left.indexOf(element)
  const isBoolean = (row.cases ?? []).some((one) => typeof one.left[at] === 'boolean')
  return isBoolean || row.right[0]?.id.endsWith('valueBoolean') === true ? 'boolean' : undefined
}

function elements(node: Node, path: string): JsonObject[] {
  return [...node.children].flatMap(([key, child]) => {
    const inner = `${path}.${key}`
    const type = child.children.size > 0 ? 'BackboneElement' : child.type
    return [definition(inner, key, kiLists.has(key) ? '*' : '1', type), ...elements(child, inner)]
  })
}

function definition(path: string, name: string, max: string, type: string | undefined): JsonObject {
  return {
    id: path,
    path,
    short: name,
    definition: name,
    min: 0,
    max,
    ...(type === undefined ? {} : { type: [{ code: type }] }),
  }
}

/** As a snapshot has it, with what the base says: nothing more. */
function whole(element: JsonObject): JsonObject {
  return { ...element, base: { path: element.path ?? '', min: element.min ?? 0, max: element.max ?? '*' } }
}
