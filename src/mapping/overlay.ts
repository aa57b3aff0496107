import { nearTo } from '../document/suggest.ts'
import { type Issue, issue } from '../issue/issue.ts'
import type { CodeTable } from '../terminology/code-table.ts'
import type { Criterion } from './criterion.ts'
import type { Layer, LayerTable } from './load.ts'
import type { Assumed } from './load-assume.ts'
import type { LayerCodes } from './load-codes.ts'
import { Places } from './places.ts'
import type { Assumption, Mappings, Table } from './table.ts'

/**
 * Lays an overlay over mappings: rows with a known id replace, others are added, `drop` takes away. An overlay is a
 * folder like ours, of the files that change something; the result is checked as ours is (`check/load.ts`).
 */
export function overlay(base: Mappings, layer: Layer, issues: Issue[], places = new Places()): Mappings {
  const lay = new Overlay(issues, places)
  return {
    version: versionOf(base.version, layer),
    tables: lay.merge(base.tables, layer.tables, (table, change) => lay.table(table, change)),
    codes: lay.merge(base.codes, layer.codes, (table, change) => lay.codes(table, change)),
    slices: replaceById(base.slices, layer.slices, (one) => one.id),
    assumptions: lay.assume(
      replaceById(base.assumptions, layer.assumptions, (one) => one.id),
      layer.assumed,
    ),
    containers: replaceById(base.containers, layer.containers, (one) => one.id),
    dialects: replaceById(base.dialects, layer.dialects, (one) => one.id),
    criteria: lay.criteria(base.criteria, layer.criteria),
  }
}

/** Build metadata of https://semver.org: the overlay's own version, then what came by itself. */
function versionOf(base: string, { version, marks }: Layer): string {
  const own = version ?? (marks.size === 0 ? 'overlay' : undefined)
  return [base, [own, ...[...marks].sort()].filter((one) => one !== undefined).join('.')].join('+')
}

interface Change<T> {
  readonly table: T
  readonly drop: readonly string[]
  readonly extends: boolean
}

class Overlay {
  constructor(
    readonly issues: Issue[],
    readonly places: Places,
  ) {}

  merge<T extends Table | CodeTable, C extends Change<T>>(
    base: readonly T[],
    changes: ReadonlyMap<string, C>,
    lay: (table: T, change: C) => T,
  ): T[] {
    const known = new Set(base.map((one) => one.id))
    for (const [id, { table, extends: isExtending }] of changes) {
      if (isExtending && !known.has(id))
        this.issues.push(issue('MAP-013', this.places.of(table), { id, near: nearTo(id, known) }))
      if (!isExtending && known.has(id)) this.issues.push(issue('MAP-014', this.places.of(table), { id }))
    }
    const changed = base.map((one) => {
      const change = changes.get(one.id)
      return change?.extends ? lay(one, change) : one
    })
    const added = [...changes.values()].filter((one) => !known.has(one.table.id)).map((one) => one.table)
    return [...changed, ...added]
  }

  table(table: Table, change: LayerTable): Table {
    const ids = new Set(table.rows.map((row) => row.id))
    this.#checkDrop(change, ids)
    const rows = replaceById(table.rows, change.table.rows, (row) => row.id)
    const made = { ...table, ...change.stated, rows: rows.filter((row) => !change.drop.includes(row.id)) }
    this.places.copy(table, made)
    return made
  }

  codes(table: CodeTable, change: LayerCodes): CodeTable {
    const codes = new Set(table.rows.map((row) => row.left))
    this.#checkDrop(change, codes)
    const rows = replaceById(table.rows, change.table.rows, (row) => row.left)
    const made = { ...table, ...change.stated, rows: rows.filter((row) => !change.drop.includes(row.left)) }
    this.places.copy(table, made)
    return made
  }

  #checkDrop({ table, drop }: Change<Table | CodeTable>, known: ReadonlySet<string>): void {
    for (const [index, id] of drop.entries())
      if (!known.has(id))
        this.issues.push(issue('MAP-015', this.places.of(table, 'drop', index), { id, near: nearTo(id, known) }))
  }

  /** New criteria stand before ours, for the first that holds decides. */
  criteria(criteria: readonly Criterion[], { rows, drop }: Layer['criteria']): Criterion[] {
    const known = new Set(criteria.map((one) => one.id))
    for (const { id, at } of drop)
      if (!known.has(id)) this.issues.push(issue('MAP-015', at, { id, near: nearTo(id, known) }))
    const dropped = new Set(drop.map((one) => one.id))
    return replaceById(criteria, rows, (one) => one.id).filter((one) => !dropped.has(one.id))
  }

  /** Values of assumptions: only one that is there and has a value can have another, of the same kind. */
  assume(assumptions: readonly Assumption[], assumed: readonly Assumed[]): Assumption[] {
    const byId = new Map(assumptions.map((one) => [one.id, one]))
    for (const { id, value, at } of assumed) {
      const known = byId.get(id)
      if (known === undefined)
        this.issues.push(issue('MAP-017', at, { kind: 'assumption', id, near: nearTo(id, byId.keys()) }))
      else if (known.value === undefined) this.issues.push(issue('MAP-031', at, { id }))
      else if (isAddress(known.value) !== isAddress(value))
        this.issues.push(issue('MAP-032', at, { id, kind: isAddress(known.value) ? 'an absolute URI' : 'a code' }))
    }
    const values = new Map(assumed.map(({ id, value }) => [id, value]))
    return assumptions.map((one) => this.#withValue(one, values.get(one.id)))
  }

  #withValue(assumption: Assumption, value: string | undefined): Assumption {
    if (value === undefined) return assumption
    const made = { ...assumption, value }
    this.places.copy(assumption, made)
    return made
  }
}

/** An absolute URI (https://www.rfc-editor.org/rfc/rfc3986#section-4.3), without spaces. */
function isAddress(value: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\S+$/i.test(value)
}

/**
 * Replacements stand where the replaced stood: the order of rows means something (`rest` is last). New ones go first.
 * All rows of one id are replaced together, once.
 */
function replaceById<T>(base: readonly T[], changes: readonly T[], id: (one: T) => string): T[] {
  const left = new Map<string, T[]>()
  for (const one of changes) left.set(id(one), [...(left.get(id(one)) ?? []), one])
  const changed = new Set(left.keys())
  const known = new Set(base.map(id))
  const kept = base.flatMap((one) => {
    const replacement = left.get(id(one))
    left.delete(id(one))
    return changed.has(id(one)) ? (replacement ?? []) : [one]
  })
  return [...changes.filter((one) => !known.has(id(one))), ...kept]
}
