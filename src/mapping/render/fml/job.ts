import type { CodeTable } from '../../../terminology/code-table.ts'
import type { Direction } from '../../hop.ts'
import type { Mappings, Row } from '../../table.ts'
import { conceptMapUrl } from '../concept-map.ts'
import { inWords } from '../words.ts'
import { type Hop, quoted } from './path.ts'
import { type Conditions, type Ending, reading, type Rule, type Scope, type Statement } from './rule.ts'
import { Targets } from './targets.ts'

/** A row on its way to rules. */
export interface Job {
  readonly row: Row
  readonly direction: Direction
  readonly args: readonly string[]
  readonly from: readonly (readonly Hop[])[]
  readonly to: readonly (readonly Hop[])[]
  readonly mappings: Mappings
  /** The elements of a side are members of a `ki` document and not of a FHIR resource. */
  readonly isKi: { readonly from: boolean; readonly to: boolean }
  readonly scope: Scope
  /** What is done with another table, from a variable to a variable: a group that is called, or rules in place. */
  called(table: string, from: string, to: string): Pick<Ending, 'call' | 'inner'>
  /** The type that the group of another table reads; undefined for one that reads any. */
  sourceType(table: string): string | undefined
}

export type Writer = (job: Job) => Statement[]

/** A row that the language has no words for, in ours. */
export function remark({ row }: Job): Statement[] {
  return [`${row.id}, beyond this language: ${row.via === undefined ? 'does not cross' : inWords(row.via)}`]
}

/** Reads the element at a place of the row; `part` tells several rules of one row apart. */
export function read(
  { row, from, scope }: Job,
  at: number,
  ending: (variable: string) => Ending,
  conditions: Conditions = {},
  part = '',
): Rule {
  return reading(`${row.id}${part}`, from[at] ?? [], ending, conditions, scope)
}

/** Writes values into the elements at the places of the row that they stand at. */
export function write({ to, scope }: Job, ...values: readonly (string | undefined)[]): Ending {
  const targets = new Targets(scope)
  for (const [at, value] of values.entries()) if (value !== undefined) targets.assign(to[at] ?? [], value)
  return { targets: targets.lines }
}

export function codesOf({ mappings }: Job, id: string | undefined): CodeTable | undefined {
  return mappings.codes.find((one) => one.id === id)
}

export function translation(job: Job, id: string, value: string, what: 'code' | 'Coding'): string {
  return `translate(${value}, ${quoted(conceptMapUrl(id, job.direction))}, ${quoted(what)})`
}
