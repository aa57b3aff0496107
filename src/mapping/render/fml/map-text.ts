import type { Direction } from '../../hop.ts'
import type { Mappings, Row, Side, Table } from '../../table.ts'
import { canonicalOf, computableName, mapName } from '../concept-map.ts'
import { howOf } from '../words.ts'
import { gridStatements } from './grid.ts'
import { type Hop, hopsOf } from './path.ts'
import type { Job } from './job.ts'
import { groupScope, print, type Scope, type Statement } from './rule.ts'
import { viaStatements } from './writers.ts'

/** The map of one table in one direction. */
export function mapText(mappings: Mappings, table: Table, direction: Direction): string {
  const [source, target] = sidesOf(table, direction)
  const parts = callsOf(mappings, table).filter(isPart)
  const called = [table, ...parts].flatMap((one) => callsOf(mappings, one)).filter((one) => !isPart(one))
  const imports = [...new Set(called)].map((one) => `imports "${mapUrl(one.id, direction)}"\n`)
  const name = groupName(table.id, direction)
  const body = orEmpty(statementsOf(mappings, table, direction, groupScope)).map((one) => print(one, '  '))
  return [
    `map "${mapUrl(table.id, direction)}" = "${name}"\n\n`,
    `// Made from table ${oneLine(table.id)}, mappings ${oneLine(mappings.version)}. Rules have the names of their rows.\n\n`,
    `uses "${canonicalOf({ root: source.root })}"${aliasOf(source)} as source\n`,
    `uses "${canonicalOf({ root: target.root })}"${aliasOf(target)} as target\n`,
    '\n',
    ...imports,
    imports.length === 0 ? '' : '\n',
    `group ${name}(source src${typed(sourceType(mappings, table, direction))}, target tgt${typed(target.root)}) {\n`,
    ...body,
    '}\n',
  ].join('')
}

/** All rows of a table, those that it includes too. */
function statementsOf(mappings: Mappings, table: Table, direction: Direction, scope: Scope): Statement[] {
  const included = mappings.tables.filter((one) => table.include.includes(one.id))
  const rows = [...table.rows, ...included.flatMap((one) => one.rows)]
  return rows.flatMap((row) => rowStatements(mappings, table, row, direction, scope))
}

/** What a reference leads to is contained in a list of resources of any type, so its group takes any. */
function sourceType(mappings: Mappings, table: Table, direction: Direction): string | undefined {
  const [{ root }] = sidesOf(table, direction)
  const rows = mappings.tables.flatMap((one) => one.rows)
  const isReferred = rows.some(({ via }) => via?.name === 'reference' && via.args[0] === table.id)
  return isReferred && !isKi(root) ? undefined : root
}

function sidesOf(table: Table, direction: Direction): readonly [source: Side, target: Side] {
  return direction === 'forward' ? [table.left, table.right] : [table.right, table.left]
}

/** Tables that a table's rows, or those that it includes, name. */
export function callsOf(mappings: Mappings, table: Table): Table[] {
  const included = mappings.tables.filter((one) => table.include.includes(one.id))
  const named = new Set([table, ...included].flatMap((one) => one.rows).flatMap((row) => row.via?.args ?? []))
  return mappings.tables.filter((one) => named.has(one.id) && one !== table)
}

export function isKi(root: string): boolean {
  return !/^[A-Z]/.test(root)
}

/** True for a table about a part of a resource, which is of no type that could be named. */
export function isPart({ left, right }: Table): boolean {
  return left.root.includes('.') || right.root.includes('.')
}

function mapUrl(id: string, direction: Direction): string {
  return `urn:kritinfo:StructureMap:${mapName(id, direction)}`
}

function groupName(id: string, direction: Direction): string {
  return computableName(mapName(id, direction))
}

/** Types of FHIR are known by their names; a model of ours needs one. */
function aliasOf({ root }: Side): string {
  return isKi(root) ? ` alias ${root}` : ''
}

function typed(root: string | undefined): string {
  return root === undefined ? '' : ` : ${root}`
}

/** A group has a rule, even if the language has words for none (R4, StructureMap.group.rule is 1..*). */
function orEmpty(statements: readonly Statement[]): readonly Statement[] {
  if (statements.some((one) => typeof one !== 'string')) return statements
  return [...statements, { name: 'nothing', source: 'src where (false)', targets: [] }]
}

/** A row begins with what it says in words, so that each row stands in each map. */
function rowStatements(
  mappings: Mappings,
  table: Table,
  row: Row,
  direction: Direction,
  scope: Scope,
): readonly Statement[] {
  const safety = row.safety === 'none' ? '' : ` [${row.safety}]`
  const said: Statement = `${row.id}: ${row.note}${safety}. ${row.relation}; ${howOf(row)}`
  if (row.relation === 'no-map') return [said]
  const [from, to] = direction === 'forward' ? [row.left, row.right] : [row.right, row.left]
  const sources = from.map((element) => hopsOf(element, mappings.slices))
  const targets = to.map((element) => hopsOf(element, mappings.slices))
  const isBeyond = [...sources, ...targets].includes(undefined) && row.via?.name !== 'given'
  if (isBeyond) return [said, `${row.id}, beyond this language: it reaches beside a list of values`]
  const [source, target] = sidesOf(table, direction)
  const job: Job = {
    row,
    direction,
    args: row.via?.args ?? [],
    from: known(sources),
    to: known(targets),
    mappings,
    isKi: { from: isKi(source.root), to: isKi(target.root) },
    scope,
    ...callsFrom(mappings, direction, scope),
  }
  return [said, ...(row.cases === undefined ? viaStatements(job) : gridStatements(job))]
}

/** A table about a part of a resource has no group; its rules stand in place, with variables of their own. */
function callsFrom(mappings: Mappings, direction: Direction, scope: Scope): Pick<Job, 'called' | 'sourceType'> {
  const find = (id: string) => mappings.tables.find((one) => one.id === id)
  return {
    called(id, from, to) {
      const table = find(id)
      if (table === undefined || !isPart(table)) return { call: `${groupName(id, direction)}(${from}, ${to})` }
      const inner = { source: from, target: to, mark: `${scope.mark}p` }
      return { inner: statementsOf(mappings, table, direction, inner) }
    },
    sourceType(id) {
      const table = find(id)
      const type = table === undefined || isPart(table) ? undefined : sourceType(mappings, table, direction)
      return type === undefined || isKi(type) ? undefined : type
    },
  }
}

function known(list: readonly (readonly Hop[] | undefined)[]): (readonly Hop[])[] {
  return list.filter((one) => one !== undefined)
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ')
}
