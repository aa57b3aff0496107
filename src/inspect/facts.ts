import type { Safety } from '../mapping/ledger.ts'
import { stepNamed } from '../mapping/steps.ts'
import type { Mappings } from '../mapping/table.ts'
import type { Relation } from '../terminology/code-table.ts'
import { howOf } from './list.ts'

/** What a ledger or a trace means by a name: a row of a table, or a step of the code around the tables. */
export interface RowFacts {
  readonly kind: 'row' | 'step' | 'unknown'
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
  return (name) => {
    const found = rows.get(name)
    if (found === undefined) return ofStep(name)
    const { table, row } = found
    const { relation, safety, note, cite } = row
    return { kind: 'row', table: table.id, relation, how: howOf(row), safety, note, cite }
  }
}

function ofStep(name: string): RowFacts {
  const step = stepNamed(name)
  if (step === undefined) return { kind: 'unknown', note: '', cite: '' }
  return { kind: 'step', note: step.about, cite: step.cite }
}
