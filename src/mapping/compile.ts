import type { Codec } from '../codec/codec.ts'
import type { CodeTable } from '../terminology/code-table.ts'
import { compileCriteria, type Judge } from './criteria.ts'
import type { Criterion } from './criterion.ts'
import { compileCodec } from './row-codec.ts'
import { compileGrid } from './row-grid.ts'
import type { Direction, Plan, RowPlan, Run } from './hop.ts'
import { type RowContext, structures } from './structure.ts'
import type { Stride } from './slot.ts'
import { type CompiledSlice, compileSlice } from './slice.ts'
import type { ElementPath, Mappings, Row, Table } from './table.ts'
import { picker } from './wake.ts'

export interface Compiled {
  plan(table: string): Plan
  codes(table: string): CodeTable
  row(id: string): Row | undefined
  /** What the criteria say of a record of others. */
  judge: Judge
  criterion(id: string): Criterion | undefined
}

/**
 * Compiles tables to closures, each once and when it is first asked for: one document needs a few of them, and all take
 * longer than a document does. Tables may call each other (`table(kode)`), so a call is looked up when it is first made.
 * What comes out never changes.
 */
export function compile(
  mappings: Mappings,
  makeCodec: (name: string, args: readonly string[], codes: (id: string) => CodeTable) => Codec | undefined,
): Compiled {
  const slices = new Map(mappings.slices.map((slice) => [slice.id, compileSlice(slice)]))
  const codes = new Map(mappings.codes.map((table) => [table.id, table]))
  const rows = new Map(mappings.tables.flatMap((table) => table.rows.map((row) => [row.id, row] as const)))
  const criteria = new Map(mappings.criteria.map((one) => [one.id, one]))
  const tables = new Map(mappings.tables.map((table) => [table.id, table]))
  const plans = new Map<string, Plan>()
  let judge: Judge | undefined
  const compiled: Compiled = {
    plan: (id) => {
      const known = plans.get(id)
      if (known !== undefined) return known
      const plan = compileTable(withIncluded(demand(tables, id), tables), slices, compiled, makeCodec)
      plans.set(id, plan)
      return plan
    },
    codes: (id) => demand(codes, id),
    row: (id) => rows.get(id),
    judge: (resource, around) => {
      judge ??= compileCriteria(mappings, slices)
      return judge(resource, around)
    },
    criterion: (id) => criteria.get(id),
  }
  return compiled
}

/** The rows of a table, and after them those of the tables that it includes. */
function withIncluded(table: Table, tables: ReadonlyMap<string, Table>): Table {
  return { ...table, rows: [...table.rows, ...table.include.flatMap((id) => demand(tables, id).rows)] }
}

function demand<T>(known: ReadonlyMap<string, T>, id: string): T {
  const found = known.get(id)
  if (found === undefined) throw new RangeError(`no table "${id}"`)
  return found
}

type MakeCodec = Parameters<typeof compile>[1]

function compileTable(
  table: Table,
  slices: ReadonlyMap<string, CompiledSlice>,
  compiled: Compiled,
  makeCodec: MakeCodec,
): Plan {
  const rows = table.rows.map((row) => compileRow(row, contextOf(row, table, slices, compiled), makeCodec))
  const all = (direction: Direction): Run => {
    const pick = picker(rows.map((plan) => ({ run: plan[direction], wakes: plan.wakes[direction] })))
    const watched = watchedRun(table, rows, direction)
    return (source, target, hop) => {
      if (hop.account.watch !== undefined) return watched(source, target, hop)
      const runs = pick(source)
      for (let index = 0; index < runs.length; index++) {
        ;(runs[index] as Run)(source, target, hop)
        if (hop.withheld !== undefined) return
      }
    }
  }
  return { forward: all('forward'), backward: all('backward') }
}

/** Under somebody's eyes all rows take their turns, also those with nothing to do. */
function watchedRun(table: Table, rows: readonly Plan[], direction: Direction): Run {
  return (source, target, hop) => {
    const { watch } = hop.account
    watch?.enter(target)
    for (const [index, plan] of rows.entries()) {
      watch?.begin((table.rows[index] as Row).id, direction)
      plan[direction](source, target, hop)
      watch?.end(target)
      if (hop.withheld !== undefined) return
    }
  }
}

function contextOf(row: Row, table: Table, slices: ReadonlyMap<string, CompiledSlice>, compiled: Compiled): RowContext {
  const strides = (element: ElementPath): readonly Stride[] =>
    element.steps.map((step) => ({
      key: step.key,
      many: step.many,
      choice: step.choice === true,
      slice: step.slice === undefined ? undefined : demand(slices, `${step.key}:${step.slice}`),
    }))
  const context = { left: row.context.left.map(strides), right: row.context.right.map(strides) }
  return {
    row,
    table,
    compiled,
    context,
    left: row.left.map(strides),
    right: row.right.map(strides),
    args: row.via?.args ?? [],
    fhir: /^[A-Z]/.test(table.left.root),
  }
}

function compileRow(row: Row, context: RowContext, makeCodec: MakeCodec): RowPlan {
  if (row.cases !== undefined) return compileGrid(context, row.cases)
  if (row.via === undefined) return structures['no-map']?.(context) as RowPlan
  const structure = structures[row.via.name]
  if (structure !== undefined) return structure(context)
  const codec = makeCodec(row.via.name, row.via.args, context.compiled.codes)
  if (codec === undefined) throw new RangeError(`no codec "${row.via.name}"`)
  return compileCodec(context, codec)
}
