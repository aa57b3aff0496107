import type { CheckKit, SideName } from '../mapping/check/kit.ts'
import { criterionPrefix } from '../mapping/criterion.ts'
import type { Criterion } from '../mapping/criterion.ts'
import { type Entry, type EntryKind, entriesOf } from '../mapping/render/entry.ts'
import { howOf } from '../mapping/render/words.ts'
import { type ContainerStep, containerSteps, stepNamed } from '../mapping/steps.ts'
import type { Assumption, Mappings, Row, Table } from '../mapping/table.ts'
import type { CodeRow, CodeTable } from '../terminology/code-table.ts'
import { type ElementFacts, elementFacts } from './element.ts'
import type { Evidence, RowEvidence } from './evidence.ts'
import { codeRowId, type ListedRow, listRows } from './list.ts'

/** A row with all that is known of it. */
export interface ShownRow {
  readonly kind: 'row'
  readonly row: Row
  readonly table: string
  readonly left: readonly ElementFacts[]
  readonly right: readonly ElementFacts[]
  /** How values cross, in words. */
  readonly how: string
  readonly assumptions: readonly Assumption[]
  /** What the example stories show of it; nothing if none exercises it. */
  readonly evidence: RowEvidence | undefined
}

/** A row that reads or writes an element, and on which side of its table the element is. */
export interface ElementUse {
  readonly table: string
  readonly side: SideName
  readonly row: ListedRow
  /** The very element, something that holds it, or something in it. */
  readonly names: 'it' | 'what holds it' | 'a part of it'
  readonly facts: ElementFacts
}

/** What a name means; each kind with all that is known of it. */
export type Shown =
  | ShownRow
  | { readonly kind: 'table'; readonly table: Table; readonly rows: readonly ListedRow[] }
  | { readonly kind: 'codes'; readonly table: CodeTable; readonly usedBy: readonly string[] }
  | {
      readonly kind: 'code'
      readonly table: string
      readonly row: CodeRow
      readonly assumptions: readonly Assumption[]
      readonly usedBy: readonly string[]
    }
  | { readonly kind: 'assumption'; readonly assumption: Assumption; readonly rows: readonly ListedRow[] }
  | { readonly kind: 'criterion'; readonly criterion: Criterion; readonly assumptions: readonly Assumption[] }
  | { readonly kind: 'step'; readonly step: ContainerStep; readonly evidence: RowEvidence | undefined }
  | { readonly kind: 'element'; readonly id: string; readonly uses: readonly ElementUse[] }
  | { readonly kind: 'entry'; readonly entry: Entry; readonly assumptions: readonly Assumption[] }

/** What rows are shown with. */
export interface ShowKit {
  readonly mappings: Mappings
  readonly check: CheckKit
  readonly evidence: Evidence | undefined
}

/**
 * What a name means: of a row, table, code table (`7497-snomed`), code (`7497-snomed#2`), assumption, criterion, step of the
 * code around the tables, dialect, address or bound of one, slice, or of an element on any side of any table. Undefined if it
 * is none of these.
 */
export function show(name: string, kit: ShowKit): Shown | undefined {
  return (
    showRow(name, kit) ?? showCodes(name, kit) ?? showOther(name, kit) ?? showElement(name, kit) ?? showEntry(name, kit)
  )
}

/** Everything that `show` knows, for suggestions. */
export function shownNames({ mappings }: Pick<ShowKit, 'mappings'>): string[] {
  const rows = mappings.tables.flatMap((table) => table.rows)
  return [
    ...rows.map((row) => row.id),
    ...[...mappings.tables, ...mappings.codes, ...mappings.assumptions, ...mappings.criteria].map((one) => one.id),
    ...containerSteps.map((step) => step.id),
    ...entriesOf(mappings).flatMap((one) => (shownAsEntries.has(one.kind) ? [one.id] : [])),
    ...mappings.codes.flatMap((table) => table.rows.map((row) => codeRowId(table, row))),
    ...new Set(rows.flatMap((row) => [...row.left, ...row.right].map((one) => one.id))),
  ]
}

function showRow(name: string, { mappings, check, evidence }: ShowKit): Shown | undefined {
  const table = mappings.tables.find((one) => one.rows.some((row) => row.id === name))
  const row = table?.rows.find((one) => one.id === name)
  if (table === undefined || row === undefined) return undefined
  const slices = new Map(mappings.slices.map((slice) => [slice.id, slice]))
  const facts = (side: SideName) => row[side].map((element) => elementFacts(element, table, side, check, slices))
  return {
    kind: 'row',
    row,
    table: table.id,
    left: facts('left'),
    right: facts('right'),
    how: howOf(row),
    assumptions: assumptionsOf(mappings, row.assumes),
    evidence: evidence?.rows[name],
  }
}

function assumptionsOf(mappings: Mappings, ids: readonly string[]): Assumption[] {
  return mappings.assumptions.filter((one) => ids.includes(one.id))
}

function showCodes(name: string, { mappings }: ShowKit): Shown | undefined {
  const table = mappings.codes.find((one) => one.id === name)
  if (table !== undefined) return { kind: 'codes', table, usedBy: usersOf(mappings, table.id) }
  for (const codes of mappings.codes) {
    const row = codes.rows.find((one) => codeRowId(codes, one) === name)
    if (row !== undefined) {
      const assumptions = assumptionsOf(mappings, row.assumes)
      return { kind: 'code', table: codes.id, row, assumptions, usedBy: usersOf(mappings, codes.id) }
    }
  }
  return undefined
}

/** Rows that translate with a code table. */
function usersOf(mappings: Mappings, codes: string): string[] {
  return mappings.tables.flatMap((table) =>
    table.rows.filter((row) => row.via?.args.includes(codes) === true).map((row) => row.id),
  )
}

function showOther(name: string, { mappings, evidence }: ShowKit): Shown | undefined {
  const table = mappings.tables.find((one) => one.id === name)
  if (table !== undefined) return { kind: 'table', table, rows: listRows(mappings, { table: name }) }
  const assumption = mappings.assumptions.find((one) => one.id === name)
  if (assumption !== undefined) return { kind: 'assumption', assumption, rows: listRows(mappings, { assumes: name }) }
  const criterion = name.startsWith(criterionPrefix) ? mappings.criteria.find((one) => one.id === name) : undefined
  if (criterion !== undefined)
    return { kind: 'criterion', criterion, assumptions: assumptionsOf(mappings, criterion.assumes) }
  const step = stepNamed(name)
  return step === undefined ? undefined : { kind: 'step', step, evidence: evidence?.rows[name] }
}

const shownAsEntries: ReadonlySet<EntryKind> = new Set(['dialect', 'address', 'bound', 'slice'])

function showEntry(name: string, { mappings }: ShowKit): Shown | undefined {
  const entry = entriesOf(mappings).find((one) => one.id === name && shownAsEntries.has(one.kind))
  return entry && { kind: 'entry', entry, assumptions: assumptionsOf(mappings, entry.assumes) }
}

function showElement(name: string, { mappings, check }: ShowKit): Shown | undefined {
  const slices = new Map(mappings.slices.map((slice) => [slice.id, slice]))
  const listed = new Map(listRows(mappings).map((row) => [row.id, row]))
  const uses = mappings.tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      (['left', 'right'] as const).flatMap((side) =>
        row[side].flatMap((element): ElementUse[] => {
          const names = nearness(element.id, name)
          if (names === undefined) return []
          const facts = elementFacts(element, table, side, check, slices)
          return [{ table: table.id, side, row: listed.get(row.id) as ListedRow, names, facts }]
        }),
      ),
    ),
  )
  return uses.length === 0 ? undefined : { kind: 'element', id: name, uses }
}

/** Slices and types of choices may be left out of the name that is asked for. A whole resource is not what holds an element. */
function nearness(id: string, name: string): ElementUse['names'] | undefined {
  for (const one of [id, id.replace(/:[^.]+/g, '')]) {
    if (one === name) return 'it'
    if (one.startsWith(`${name}.`) && name.includes('.')) return 'a part of it'
    if (name.startsWith(`${one}.`) && one.includes('.')) return 'what holds it'
  }
  return undefined
}
