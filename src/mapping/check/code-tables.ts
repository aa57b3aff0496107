import type { CodeRow, CodeTable } from '../../terminology/code-table.ts'
import type { Mappings } from '../table.ts'
import type { CheckKit, SideName, Tell } from './kit.ts'
import { sides } from './kit.ts'

/** Code tables: no code twice, relations that say what stands there, systems and codes that are known. */
export function checkCodeTables(mappings: Mappings, kit: CheckKit, tell: Tell): void {
  const named = systemNames(mappings)
  for (const table of mappings.codes) {
    for (const side of sides) checkSystem(table, side, kit, named, tell)
    checkDuplicates(table, tell)
    for (const row of table.rows) {
      checkRelation(row, tell)
      if (table.rule === undefined) for (const side of sides) checkCode(table, row, side, kit, tell)
    }
  }
}

/** Words of the `ki` form for code systems, and the addresses that tables of systems name. */
function systemNames(mappings: Mappings): ReadonlySet<string> {
  const tables = mappings.codes.filter((table) => /(^|-)systems(-|$)/.test(table.id))
  const own = mappings.codes.flatMap((table) => [table.leftSystem, table.rightSystem])
  const slices = mappings.slices.flatMap((slice) => Object.values(slice.match))
  return new Set([
    ...words,
    ...tables.flatMap((table) => table.rows.flatMap((row) => [row.left, row.right])),
    ...twice(own),
    ...slices,
  ])
}

/** What a side is that has no code system: words of the `ki` form, or codes with their systems before them. */
const words = ['kritisk-informasjon', 'any']

/** A system that two tables name is hardly misspelt. */
function twice(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) < index)
}

function checkSystem(table: CodeTable, side: SideName, kit: CheckKit, named: ReadonlySet<string>, tell: Tell): void {
  const key = side === 'left' ? 'leftSystem' : 'rightSystem'
  const system = table[key]
  if (system === '' || named.has(system) || kit.terminology.knowsSystem(system)) return
  tell('CHK-016', table, { system }, key)
}

function checkDuplicates(table: CodeTable, tell: Tell): void {
  const pairs = new Set<string>()
  const equivalents = { left: new Set<string>(), right: new Set<string>() }
  for (const row of table.rows) {
    const pair = JSON.stringify([row.left, row.right])
    if (pairs.has(pair)) tell('CHK-014', row, { code: row.left, side: 'left' }, 'left')
    pairs.add(pair)
    if (row.relation !== 'equivalent' || isClass(table)) continue
    for (const side of sides) {
      if (equivalents[side].has(row[side])) tell('CHK-014', row, { code: row[side], side }, side)
      equivalents[side].add(row[side])
    }
  }
}

/** A table that puts codes in classes says the same on the right three times over and more, on purpose. */
function isClass(table: CodeTable): boolean {
  const rights = new Set(table.rows.map((row) => row.right))
  return rights.size * 3 <= table.rows.length
}

function checkRelation(row: CodeRow, tell: Tell): void {
  if ((row.relation === 'no-map') === (row.right !== '')) tell('CHK-015', row, { code: row.left }, 'relation')
}

/** Only what a complete code system does not have is surely wrong. */
function checkCode(table: CodeTable, row: CodeRow, side: SideName, kit: CheckKit, tell: Tell): void {
  const system = side === 'left' ? table.leftSystem : table.rightSystem
  if (row[side] === '' || !/^(https?|urn):/.test(system) || (side === 'right' && isClass(table))) return
  if (kit.terminology.code(system, row[side]) === 'out') tell('CHK-017', row, { code: row[side], system }, side)
}
