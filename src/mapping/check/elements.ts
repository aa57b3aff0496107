import { isPlainRoot } from '../load-row.ts'
import type { Mappings, Slice, Table } from '../table.ts'
import { type CheckKit, isFhir, type SideName, sides, type Tell } from './kit.ts'
import { isProblem, locate } from './locate.ts'

/** Profiles are known and of the type; elements stand in them, with the types and extensions that rows name. */
export function checkElements(mappings: Mappings, kit: CheckKit, tell: Tell): void {
  const slices = new Map(mappings.slices.map((one) => [one.id, one]))
  for (const table of mappings.tables) {
    for (const side of sides) checkRoot(table, side, kit, tell)
    for (const side of sides) checkRows(table, side, kit, slices, tell)
  }
}

function checkRoot(table: Table, side: SideName, kit: CheckKit, tell: Tell): void {
  const { root, profile } = table[side]
  if (!isFhir(table, side)) {
    if (!kit.ki.isRoot(root) && !isPlainRoot(root))
      tell('CHK-001', table, { problem: `the ki form has no part "${root}"` }, side)
    return
  }
  if (kit.views.root(root, undefined) === undefined)
    tell('CHK-001', table, { problem: `FHIR R4 has no "${root}"` }, side)
  if (profile === undefined) return
  const definition = kit.definitions.find(profile)
  if (definition === undefined) tell('CHK-001', table, { problem: `the profile ${profile} is not at hand` }, side)
  else if (definition.type !== root.split('.')[0])
    tell('CHK-001', table, { problem: `the profile ${profile} is one of ${definition.type}, not of ${root}` }, side)
}

function checkRows(table: Table, side: SideName, kit: CheckKit, slices: ReadonlyMap<string, Slice>, tell: Tell): void {
  for (const row of table.rows) {
    for (const [index, element] of row[side].entries()) {
      const found = locate(element, table, side, kit, slices)
      if (!isProblem(found)) continue
      const code = found.kind === 'extension' ? 'CHK-003' : 'CHK-002'
      tell(code, row, { row: row.id, problem: found.text }, side, index)
    }
    for (const element of row.context[side]) {
      const found = locate(element, table, side, kit, slices)
      if (isProblem(found)) tell('CHK-002', row, { row: row.id, problem: found.text }, 'with')
    }
  }
}
