import type { ElementNode } from '../../definition/definition.ts'
import type { Mappings, Table } from '../table.ts'
import { allRows, type CheckKit, type Tell } from './kit.ts'
import { isOnTheWay, writtenBy } from './written.ts'

/** Guides whose obligations a summary has. */
const guides = ['http://hl7.eu/fhir/eps/', 'http://hl7.org/fhir/uv/ips/']
/** The edge that leads to the summary. */
const edge = 'r4-eps/'

/**
 * What the European and the International Patient Summary oblige their creators to fill, and what the Norwegian side
 * writes into R4, has a row of its own on the way to the summary: not the `rest` row, which would pass on whatever comes
 * and say nothing about it.
 */
export function checkObligations(mappings: Mappings, kit: CheckKit, tell: Tell): void {
  for (const table of mappings.tables) {
    const { root } = table.right
    if (!table.id.startsWith(edge) || table.left.root !== root) continue
    for (const path of obligedPaths(root, kit)) {
      if (hasSource(root, path, mappings) && !hasRow(table, path, mappings))
        tell('CHK-007', table, { table: table.id, element: [root, ...path].join('.') }, 'right')
    }
  }
}

/** Paths with an obligation of those who create, in whichever profile of the type. */
function obligedPaths(type: string, kit: CheckKit): string[][] {
  const found = new Map<string, string[]>()
  const visit = (node: ElementNode, path: string[]) => {
    const isObliged = node.obligations?.some(({ actors }) => actors.some((actor) => /creator|producer/i.test(actor)))
    if (isObliged && path.length > 0) found.set(path.join('.'), path)
    for (const child of node.children ?? []) visit(child, [...path, child.name])
  }
  for (const canonical of kit.definitions.canonicals) {
    const definition = guides.some((guide) => canonical.startsWith(guide)) ? kit.definitions.find(canonical) : undefined
    if (definition?.type === type && definition.derivation === 'constraint') visit(definition.root, [])
  }
  return [...found.values()]
}

/** A default of ours (`absent`) is no source. */
function hasSource(type: string, path: readonly string[], mappings: Mappings): boolean {
  return mappings.tables
    .filter((table) => !table.id.startsWith(edge) && table.right.root === type)
    .some((table) =>
      writtenBy(table, 'right', mappings).some(
        ({ names, row, whole }) =>
          row.via?.name !== 'absent' &&
          names.length > 0 &&
          isOnTheWay(names, path) &&
          (names.length >= path.length || whole),
      ),
    )
}

function hasRow(table: Table, path: readonly string[], mappings: Mappings): boolean {
  const isContainers = mappings.containers.some(
    ({ id, tables }) => id === [table.right.root, ...path].join('.') && tables.some((one) => table.id.startsWith(one)),
  )
  const rows = new Set(allRows(table, mappings).filter((row) => row.via?.name !== 'absent'))
  return (
    isContainers ||
    writtenBy(table, 'right', mappings).some(
      ({ names, row }) => rows.has(row) && names.length > 0 && isOnTheWay(names, path),
    )
  )
}
