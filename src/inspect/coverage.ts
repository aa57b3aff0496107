import type { Form } from '../form/detect.ts'
import { allRows, type CheckKit, isFhir, type SideName } from '../mapping/check/kit.ts'
import { isOnTheWay, type Written, writtenBy } from '../mapping/check/written.ts'
import { containerSteps } from '../mapping/steps.ts'
import type { ElementPath, Mappings, Row, Table } from '../mapping/table.ts'
import { type SideElement, sideElements } from './side-elements.ts'

/**
 * What becomes of an element. mapped: a row brings it · container: the code around the tables writes or reads it · carried:
 * it travels in a carrier · dropped: a row says by name that it does not cross, and why · unmapped: nothing is said of it.
 */
export type CoverageState = 'mapped' | 'container' | 'carried' | 'dropped' | 'unmapped'
export const coverageStates: readonly CoverageState[] = ['mapped', 'container', 'carried', 'dropped', 'unmapped']

/** One element of a side, and who speaks of it. */
export interface CoveredElement {
  readonly id: string
  readonly state: CoverageState
  /** Rows, or steps of the code around the tables. */
  readonly by: readonly string[]
  /** Why it does not cross, or how it is carried. */
  readonly reason?: string
}

/** The elements of one side of the tables that are about the same type or part there. */
export interface SideCoverage {
  readonly edge: string
  readonly side: SideName
  readonly form: Form
  readonly root: string
  readonly profile?: string
  readonly tables: readonly string[]
  readonly elements: readonly CoveredElement[]
  readonly counts: Readonly<Record<CoverageState, number>>
}

/** Which edges to look at: those on the way between two forms, all of them where nothing is said. */
export interface CoverageFilter {
  readonly from?: Form | undefined
  readonly to?: Form | undefined
}

const edges = ['ki-r4', 'kj-r4', 'r4-eps'] as const

/** For every side of every table of records: each of its elements, and what becomes of it. */
export function coverage(mappings: Mappings, kit: CheckKit, { from, to }: CoverageFilter = {}): SideCoverage[] {
  const asked = [from, to].filter((form) => form !== undefined && form !== 'r4')
  const wanted = edges.filter(
    (edge) => asked.length === 0 || asked.some((form) => edge.split('-').includes(form ?? '')),
  )
  return wanted.flatMap((edge) => groupsOf(edge, mappings).map((group) => coverSide(group, mappings, kit)))
}

interface Group {
  readonly edge: string
  readonly side: SideName
  readonly tables: readonly Table[]
}

/** Tables that others call or include say more of what those are about, and are no records of their own. */
function groupsOf(edge: string, mappings: Mappings): Group[] {
  const tables = mappings.tables.filter((table) => table.id.startsWith(`${edge}/`) && isWhole(table, mappings))
  return (['left', 'right'] as const).flatMap((side) => {
    const groups = new Map<string, Table[]>()
    for (const table of tables) {
      const { root } = table[side]
      groups.set(root, [...(groups.get(root) ?? []), table])
    }
    return [...groups.values()].map((own) => ({ edge, side, tables: own }))
  })
}

function isWhole(table: Table, mappings: Mappings): boolean {
  const rows = mappings.tables.flatMap((one) => one.rows)
  const isCalled = rows.some(
    (row) => ['table', 'codings'].includes(row.via?.name ?? '') && row.via?.args[0] === table.id,
  )
  return !isCalled && !mappings.tables.some((one) => one.include.includes(table.id))
}

function coverSide(group: Group, mappings: Mappings, kit: CheckKit): SideCoverage {
  const { edge, side, tables } = group
  const { root } = (tables[0] as Table)[side]
  const profile = profileOf(tables, side)
  const rows = tables.map((table) => rowsOf(table, side, mappings))
  const elements = sideElements(root, profile, kit).map((element) => {
    const answers = tables.map((table, index) => answer(element, table, side, rows[index] as SideRows, mappings))
    return best(answers)
  })
  const count = (state: CoverageState) => elements.filter((one) => one.state === state).length
  return {
    edge,
    side,
    form: edge.split('-')[side === 'left' ? 0 : 1] as Form,
    root,
    ...(profile === undefined ? {} : { profile }),
    tables: tables.map((table) => table.id),
    elements,
    counts: Object.fromEntries(coverageStates.map((state) => [state, count(state)])) as SideCoverage['counts'],
  }
}

/** Of several tables for one resource some may state no profile: they say less of it. */
function profileOf(tables: readonly Table[], side: SideName): string | undefined {
  return tables.map((table) => table[side].profile).find((profile) => profile !== undefined)
}

interface SideRows {
  readonly written: readonly Written[]
  readonly dropped: readonly { readonly row: Row; readonly full: readonly string[] }[]
  readonly rest: Row | undefined
}

function rowsOf(table: Table, side: SideName, mappings: Mappings): SideRows {
  const all = allRows(table, mappings)
  const ending = all.filter((row) => row.relation === 'no-map')
  return {
    written: [...writtenBy(table, side, mappings), ...readBy(table, all, side)],
    dropped: ending.flatMap((row) => row[side].map((element) => ({ row, full: fullOf(element) }))),
    rest: all.find((row) => row.via?.name === 'rest'),
  }
}

/** A constant that is only expected here is taken here all the same. */
function readBy(table: Table, rows: readonly Row[], side: SideName): Written[] {
  return rows
    .filter((row) => row.via?.name === 'constant')
    .flatMap((row) =>
      row[side].map((element) => ({ row, table, names: plainOf(element), full: fullOf(element), whole: true })),
    )
}

/** The names below the root, which may itself have several. */
function fullOf({ id, steps }: Pick<ElementPath, 'id' | 'steps'>): string[] {
  const all = id.split('.')
  return all.slice(all.length - steps.length)
}

function plainOf(element: ElementPath): string[] {
  return fullOf(element).map((name) => (name.split(':')[0] ?? '').replace(/^_/, ''))
}

/** Neither names a slice, or a type of a choice, that the other does not mean. */
function isSameSlice(one: readonly string[], other: readonly string[]): boolean {
  return one.every((name, index) => {
    const [, slice] = name.split(':')
    const [, otherSlice] = (other[index] ?? '').split(':')
    return slice === undefined || otherSlice === undefined || slice === otherSlice
  })
}

/** The element itself, or something that holds it; one slice of a list is not the list. */
function holds(full: readonly string[], element: readonly string[]): boolean {
  const isAt = (name: string, at: number) => element[at] === name || element[at]?.split(':')[0] === name
  return full.length <= element.length && full.every(isAt)
}

function answer(
  { id, names }: SideElement,
  table: Table,
  side: SideName,
  rows: SideRows,
  mappings: Mappings,
): CoveredElement {
  const own = id.split('.').slice(-names.length)
  const mapped = rows.written.filter(
    (one) =>
      isOnTheWay(one.names, names) && isSameSlice(one.full, own) && (one.names.length >= names.length || one.whole),
  )
  if (mapped.length > 0) return { id, state: 'mapped', by: unique(mapped.map((one) => one.row.id)) }
  const ended = rows.dropped.find((one) => holds(one.full, own))
  if (ended !== undefined) {
    const { row } = ended
    const state = row.carrier === undefined ? 'dropped' : 'carried'
    return { id, state, by: [row.id], reason: row.carrier === undefined ? row.note : `${row.carrier}: ${row.note}` }
  }
  const built = builtBy(id, names, table, mappings)
  if (built.length > 0) return { id, state: 'container', by: built }
  if (rows.rest !== undefined) return { id, state: 'mapped', by: [rows.rest.id] }
  // Of health professionals the form keeps nothing but what its rows say; all else has room in `utvidelser`.
  const isHubOfKi = table.id.startsWith('ki-r4/') && isFhir(table, side) && table.right.root !== 'PractitionerRole'
  if (isHubOfKi)
    return { id, state: 'carried', by: ['ki.utvidelser'], reason: 'in utvidelser, with its address and place' }
  return { id, state: 'unmapped', by: [] }
}

/** The code around the tables: by its own list of what it must write, and by its steps. */
function builtBy(id: string, names: readonly string[], table: Table, mappings: Mappings): string[] {
  const listed = mappings.containers.some(
    (one) => one.id === id && one.tables.some((name) => table.id.startsWith(name)),
  )
  const place = inDocument(id)
  const step = containerSteps.find((one) =>
    one.writes.some(
      (name) =>
        (name === `*.${names[0]}` && !id.includes(':')) || (name.includes('.') && `${place}.`.startsWith(`${name}.`)),
    ),
  )
  return step === undefined ? (listed ? ['containers'] : []) : [step.id]
}

/** Parts of the `ki` form have names of their own in tables; the code around the tables speaks of the whole document. */
function inDocument(id: string): string {
  const [root = '', ...names] = id.split('.')
  const parts: Readonly<Record<string, string>> = {
    dokument: 'kritiskInformasjon',
    pasient: 'kritiskInformasjon.pasient',
    registrering: 'kritiskInformasjon.registreringer',
  }
  return [Object.hasOwn(parts, root) ? parts[root] : root, ...names].join('.')
}

/** Where tables of several kinds share a side, an element is as far as the best of them takes it. */
function best(answers: readonly CoveredElement[]): CoveredElement {
  const sorted = [...answers].sort(
    (one, other) => coverageStates.indexOf(one.state) - coverageStates.indexOf(other.state),
  )
  const [first] = sorted as [CoveredElement]
  return { ...first, by: unique(answers.filter((one) => one.state === first.state).flatMap((one) => one.by)) }
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}
