import type { Safety } from '../mapping/ledger.ts'
import { stepNamed } from '../mapping/steps.ts'
import type { Mappings } from '../mapping/table.ts'
import type { Relation } from '../terminology/code-table.ts'
import { howOf } from './list.ts'

/** What a ledger or a trace means by a name: a row of a table, a criterion, an address or bound of a dialect, or a step of the code around the tables. */
export interface RowFacts {
  readonly kind: 'row' | 'criterion' | 'dialect' | 'step' | 'unknown'
  readonly table?: string
  readonly relation?: Relation
  readonly how?: string
  readonly safety?: Safety
  readonly note: string
  readonly cite: string
}

/** Looks up names that ledgers and traces use. */
export function factsOf(mappings: Mappings): (name: string) => RowFacts {
  const rows = new Map(mappings.tables.flatMap((table) => table.rows.map((row) => [row.id, { table, row }] as const)))
  const others = ofOthers(mappings)
  return (name) => {
    const found = rows.get(name)
    if (found === undefined) return others.get(name) ?? ofStep(name)
    const { table, row } = found
    const { relation, safety, note, cite } = row
    return { kind: 'row', table: table.id, relation, how: howOf(row), safety, note, cite }
  }
}

/** Criteria say of a record whether it is taken; dialects, by which address something goes there. */
function ofOthers({ criteria, dialects }: Mappings): ReadonlyMap<string, RowFacts> {
  const inDialects = dialects.flatMap(({ addresses, bounds }) => [...addresses, ...bounds])
  return new Map<string, RowFacts>([
    ...criteria.map(({ id, safety, reason, cite }) => [id, { kind: 'criterion', safety, note: reason, cite }] as const),
    ...inDialects.map(({ id, note, cite }) => [id, { kind: 'dialect', note, cite }] as const),
  ])
}

function ofStep(name: string): RowFacts {
  const step = stepNamed(name)
  if (step === undefined) return { kind: 'unknown', note: '', cite: '' }
  return { kind: 'step', note: step.about, cite: step.cite }
}
