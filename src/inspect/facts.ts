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
    if (found === undefined) return others.get(name) ?? ofDialect(name, mappings) ?? ofStep(name)
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

/** What the code of a dialect does besides its tables and addresses, by the second word of the name. */
export const dialectSteps: Readonly<Record<string, string>> = {
  addresses: 'Addresses are written as the plain form has them, and on the way back as the dialect has them.',
  container: 'What stands around the records in the dialect is read, or written, as it has it.',
  entry: 'An entry that the dialect’s tables do not map crosses as it is.',
  unmapped: 'No row of the dialect has taken it.',
}

function ofDialect(name: string, { dialects }: Mappings): RowFacts | undefined {
  const dialect = dialects.find(({ id }) => name.startsWith(`${id}.`))
  if (dialect === undefined) return undefined
  const word = name.slice(dialect.id.length + 1)
  const note = Object.hasOwn(dialectSteps, word) ? dialectSteps[word] : undefined
  const [mark] = dialect.addresses
  const cite = mark?.cite ?? 'https://hl7.org/fhir/R4/profiling.html'
  return {
    kind: 'dialect',
    note: note ?? `The code of the dialect ${dialect.id} reads or writes this part: ${word}.`,
    cite,
  }
}

function ofStep(name: string): RowFacts {
  const step = stepNamed(name)
  if (step === undefined) return { kind: 'unknown', note: '', cite: '' }
  return { kind: 'step', note: step.about, cite: step.cite }
}
