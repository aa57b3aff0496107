import { listRows } from '../../../inspect/list.ts'
import { entriesOf, type EntryKind } from '../../../mapping/render/entry.ts'
import { containerSteps } from '../../../mapping/steps.ts'
import type { Mappings } from '../../../mapping/table.ts'
import { holdsAll, wordsOf } from './filter.ts'

/** A place outside the tables where the words were found: codes of a table together, all else by its name. */
export interface Elsewhere {
  readonly name: string
  /** How many codes of the table. */
  readonly codes?: number
}

const kinds: ReadonlySet<EntryKind> = new Set(['dialect', 'address', 'bound', 'criterion', 'slice', 'assumption'])

/** Where else words stand: in code tables, criteria, dialects, slices, assumptions and steps. */
export function foundElsewhere(q: string, mappings: Mappings): Elsewhere[] {
  const words = wordsOf(q)
  const holds = (texts: readonly string[]) => holdsAll(texts.join(' ').toLowerCase(), words)
  const codes = new Map<string, number>()
  for (const { kind, table, id, left, right, note, cite } of listRows(mappings)) {
    if (kind === 'code' && holds([id, ...left, ...right, note, cite])) codes.set(table, (codes.get(table) ?? 0) + 1)
  }
  const entries = entriesOf(mappings).filter(
    ({ kind, id, left, right, notes }) => kinds.has(kind) && holds([id, ...left, ...right, ...notes]),
  )
  const steps = containerSteps.filter(({ id, about, writes }) => holds([id, about, ...writes]))
  return [
    ...[...codes].map(([name, count]) => ({ name, codes: count })),
    ...[...entries, ...steps].map(({ id }) => ({ name: id })),
  ]
}
