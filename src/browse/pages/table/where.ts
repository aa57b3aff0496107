import { dialectSteps } from '../../../inspect/facts.ts'
import { codeRowId } from '../../../inspect/list.ts'
import { stepNamed } from '../../../mapping/steps.ts'
import type { Mappings } from '../../../mapping/table.ts'

/** A place of the site. */
export interface Spot {
  readonly path: readonly string[]
  readonly query: Readonly<Record<string, string>>
}

/** The first name of places that are about no single table. */
export const otherGroup = 'other'
export const otherPages = ['criteria', 'dialects', 'slices', 'steps'] as const
export type OtherPage = (typeof otherPages)[number]

/** Where a table is shown. */
export function pathOfTable(id: string): string[] {
  return ['table', ...id.split('/')]
}

/**
 * Where a name is explained that a ledger, a trace or a table uses: of a row, table, code table, code, assumption, criterion,
 * step of the code around the tables, dialect, address or bound of one, slice, or element. Undefined for any other.
 */
export function whereIs(name: string, mappings: Mappings): Spot | undefined {
  return ofRow(name, mappings) ?? ofCodes(name, mappings) ?? ofOther(name, mappings) ?? ofElement(name, mappings)
}

function ofRow(name: string, { tables }: Mappings): Spot | undefined {
  const table = tables.find(({ rows }) => rows.some(({ id }) => id === name))
  if (table !== undefined) return { path: pathOfTable(table.id), query: { row: name } }
  return tables.some(({ id }) => id === name) ? { path: pathOfTable(name), query: {} } : undefined
}

function ofCodes(name: string, { codes }: Mappings): Spot | undefined {
  const whole = codes.find(({ id }) => id === name)
  if (whole !== undefined) return { path: ['codes', name], query: {} }
  const table = codes.find(
    (one) => name.startsWith(`${one.id}#`) && one.rows.some((row) => codeRowId(one, row) === name),
  )
  return table && { path: ['codes', table.id], query: { code: name.slice(table.id.length + 1) } }
}

function ofOther(name: string, mappings: Mappings): Spot | undefined {
  const { assumptions, criteria, slices, dialects } = mappings
  if (assumptions.some(({ id }) => id === name)) return { path: ['assumptions'], query: { id: name } }
  if (criteria.some(({ id }) => id === name)) return onPage('criteria', name)
  const inDialects = dialects.flatMap(({ id, addresses, bounds }) => [
    id,
    ...[...addresses, ...bounds].map((one) => one.id),
  ])
  if (inDialects.includes(name)) return onPage('dialects', name)
  const step = stepNamed(name)
  if (step !== undefined && step.id !== 'unmapped') return onPage('steps', step.id)
  const dialect = dialects.find(({ id }) => name.startsWith(`${id}.`))
  if (dialect !== undefined) return onPage('dialects', isDialectStep(name, dialect.id) ? name : dialect.id)
  if (step !== undefined) return onPage('steps', step.id)
  return slices.some(({ id }) => id === name) ? onPage('slices', name) : undefined
}

function isDialectStep(name: string, dialect: string): boolean {
  return Object.hasOwn(dialectSteps, name.slice(dialect.length + 1))
}

function onPage(page: OtherPage, row: string): Spot {
  return { path: ['table', otherGroup, page], query: { row } }
}

/** An element is explained by the rows that name it, or what stands in it. */
function ofElement(name: string, { tables, containers }: Mappings): Spot | undefined {
  const ids = tables.flatMap(({ rows }) => rows.flatMap((row) => [...row.left, ...row.right].map(({ id }) => id)))
  if (ids.some((id) => id === name || id.startsWith(`${name}.`))) return { path: ['table'], query: { q: name } }
  return name === 'containers' || containers.some(({ id }) => id === name) ? onPage('slices', name) : undefined
}
