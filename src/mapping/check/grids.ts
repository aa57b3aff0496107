import { matchCase } from '../row-grid.ts'
import { ANY, type Case, type CaseValue, type Mappings, type Row, type Slice, type Table } from '../table.ts'
import { boundValues } from './bound.ts'
import type { CheckKit, SideName, Tell } from './kit.ts'
import { isProblem, locate } from './locate.ts'

/** A grid with more combinations than this is checked up to here; none of ours has a tenth of it. */
const limit = 20_000

/**
 * A grid that decides whether a record crosses is total: each combination of the values that its elements can have fits a
 * case, or a case says `outcome: withheld`. A case that fits everything says nothing about any of them and does not count.
 */
export function checkGrids(mappings: Mappings, kit: CheckKit, tell: Tell): void {
  const slices = new Map(mappings.slices.map((one) => [one.id, one]))
  for (const table of mappings.tables) {
    for (const row of table.rows) {
      if (row.cases === undefined) continue
      checkShadowed(row, tell)
      if (row.required)
        for (const direction of ['forward', 'backward'] as const) checkTotal(row, table, direction, kit, slices, tell)
    }
  }
}

type Direction = 'forward' | 'backward'
const fromSide = { forward: 'left', backward: 'right' } as const

function checkTotal(
  row: Row,
  table: Table,
  direction: Direction,
  kit: CheckKit,
  slices: ReadonlyMap<string, Slice>,
  tell: Tell,
): void {
  const side = fromSide[direction]
  const cases = (row.cases ?? []).filter((one) => one[side].some((value) => value !== ANY))
  const bounds = row[side].map((element) => {
    const found = locate(element, table, side, kit, slices)
    return isProblem(found) ? undefined : boundValues(found, element, kit, slices)
  })
  // Where nothing is bound, nobody can say what all the values are.
  if (bounds.every((one) => one === undefined)) return
  const domains = bounds.map((bound, index) => bound ?? named(cases, side, index))
  const missing: string[] = []
  for (const values of combinations(domains, limit)) {
    if (matchCase(cases, direction, values) === undefined) missing.push(values.map(word).join(', '))
  }
  const [first] = missing
  if (first !== undefined) tell('CHK-008', row, { row: row.id, side, values: first, count: missing.length }, 'cases')
}

/** Of an element without a list, what the cases speak of. */
function named(cases: readonly Case[], side: SideName, index: number): readonly CaseValue[] {
  const values = new Set(cases.map((one) => one[side][index] ?? null))
  values.delete(ANY)
  return values.size === 0 ? [null] : [...values]
}

function* combinations(domains: readonly (readonly CaseValue[])[], most: number): Generator<CaseValue[]> {
  const total = Math.min(
    most,
    domains.reduce((product, domain) => product * domain.length, 1),
  )
  for (let number = 0; number < total; number++) {
    let rest = number
    yield domains.map((domain) => {
      const value = domain[rest % domain.length] as CaseValue
      rest = Math.floor(rest / domain.length)
      return value
    })
  }
}

function word(value: CaseValue): string {
  return value === null ? 'absent' : value === '' ? 'blank' : String(value)
}

/** A case that an earlier one always comes before is never used in that direction, and reads as if it were. */
function checkShadowed(row: Row, tell: Tell): void {
  const cases = row.cases ?? []
  for (const [index, one] of cases.entries()) {
    const directions = one.only === undefined ? (['forward', 'backward'] as const) : [one.only]
    const shadowed = directions.find((direction) => isShadowed(one, cases.slice(0, index), direction))
    if (shadowed !== undefined) tell('CHK-009', one, { row: row.id, side: fromSide[shadowed] })
  }
}

function isShadowed(one: Case, earlier: readonly Case[], direction: Direction): boolean {
  const side = fromSide[direction]
  return earlier.some(
    (other) =>
      (other.only === undefined || other.only === direction) &&
      other[side].every((value, index) => value === ANY || value === one[side][index]),
  )
}
