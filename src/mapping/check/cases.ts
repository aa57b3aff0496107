import { suggest } from '../../document/suggest.ts'
import {
  ANY,
  BLANK,
  type Case,
  type CaseValue,
  type ElementPath,
  type Mappings,
  type Row,
  type Slice,
  type Table,
} from '../table.ts'
import { boundCodes } from './bound.ts'
import { type CheckKit, type SideName, sides, type Tell } from './kit.ts'
import { memberKind } from './kinds.ts'
import { isProblem, type Located, locate } from './locate.ts'

/** The values of cases can stand in their elements; those that are written are codes that the profile allows. */
export function checkCases(mappings: Mappings, kit: CheckKit, tell: Tell): void {
  const slices = new Map(mappings.slices.map((one) => [one.id, one]))
  for (const table of mappings.tables)
    for (const row of table.rows) for (const side of sides) checkSide(row, table, side, kit, slices, tell)
}

function checkSide(
  row: Row,
  table: Table,
  side: SideName,
  kit: CheckKit,
  slices: ReadonlyMap<string, Slice>,
  tell: Tell,
): void {
  for (const [index, element] of row[side].entries()) {
    const found = row.cases === undefined ? undefined : locate(element, table, side, kit, slices)
    if (found === undefined || isProblem(found)) continue
    const codes = found.form === 'ki' ? found.element.words : boundCodes(found, element, kit, slices)
    for (const one of row.cases ?? []) {
      const problem = problemOf(one[side][index] ?? null, found, isWritten(one, side) ? codes : undefined)
      if (problem !== undefined) tell('CHK-005', one, { row: row.id, element: element.id, problem }, side, index)
      else checkSpelling(one, { row, element, side, index }, codes ?? [], tell)
    }
  }
}

interface Place {
  readonly row: Row
  readonly element: ElementPath
  readonly side: SideName
  readonly index: number
}

/** What is only read may be a code of later releases; one that is nearly a bound code is more likely misspelt. */
function checkSpelling(one: Case, { row, element, side, index }: Place, codes: readonly string[], tell: Tell): void {
  const value = one[side][index]
  if (typeof value !== 'string' || value === ANY || value === BLANK || codes.includes(value)) return
  const near = suggest(value, codes)
  if (near !== undefined) tell('CHK-018', one, { row: row.id, element: element.id, value, near }, side, index)
}

/** A case is written on the side that it leads to; what it only reads may come from elsewhere and say more. */
function isWritten({ only, outcome }: Case, side: SideName): boolean {
  return outcome !== 'withheld' && only !== (side === 'left' ? 'forward' : 'backward')
}

function problemOf(value: CaseValue, found: Located, codes: readonly string[] | undefined): string | undefined {
  if (value === null || value === ANY || value === BLANK) return undefined
  const kind = typeof value === 'boolean' ? 'boolean' : 'text'
  const expected = memberKind(found)
  if (expected !== kind && expected !== 'any') return `it holds a ${expected}, and the case has a ${kind}`
  if (codes === undefined || typeof value !== 'string' || codes.includes(value)) return undefined
  return `it is bound to ${codes.join(', ')}`
}
