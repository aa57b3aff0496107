import type { Case, CaseValue } from '../../table.ts'
import { wordOf } from '../words.ts'
import type { Job } from './job.ts'
import { conditionOf, expressionOf, type Hop, quoted } from './path.ts'
import { type Statement, where } from './rule.ts'
import { Targets } from './targets.ts'

/**
 * A grid as rules, one for each case that the direction uses. Rules of the mapping language all apply, and of a grid only
 * the first case that fits does: so a rule excludes the earlier cases that might fit as well.
 */
export function gridStatements(job: Job): Statement[] {
  const { row, direction } = job
  const side = direction === 'forward' ? 'left' : 'right'
  const used = (row.cases ?? []).filter((one) => one.only === undefined || one.only === direction)
  const statements = used.flatMap((one, at): Statement[] => {
    const earlier = used.slice(0, at).filter((before) => overlaps(before[side], one[side]))
    const told = one.note === undefined ? [] : [`${nameOf(job, one)}: ${one.note}`]
    return [...told, caseStatement(job, one, earlier)]
  })
  return row.required ? [...statements, `${row.id}: what fits no case keeps the whole record back`] : statements
}

/** Cases are counted from 1, as they stand in the row. */
function nameOf({ row }: Job, one: Case): string {
  return `${row.id}.${(row.cases ?? []).indexOf(one) + 1}`
}

/** True unless the two ask something different of an element. */
function overlaps(one: readonly CaseValue[], other: readonly CaseValue[]): boolean {
  return one.every((value, at) => value === '*' || other[at] === '*' || value === other[at])
}

function caseStatement(job: Job, one: Case, earlier: readonly Case[]): Statement {
  const [here, there] = job.direction === 'forward' ? (['left', 'right'] as const) : (['right', 'left'] as const)
  const name = nameOf(job, one)
  const shown = `${name}: ${one[here].map(wordOf).join(', ')}`
  if (one.outcome === 'withheld') return `${shown} keeps the whole record back`
  const targets = new Targets(job.scope)
  for (const [at, hops] of job.to.entries()) put(targets, hops, one[there][at] ?? null)
  if (targets.lines.length === 0) return `${shown} writes nothing`
  const conditions = [
    allOf(job.from, one[here]),
    presence(job, one[here]),
    // Of what is absent a comparison gives nothing, and so does its negation: only a choice says that it does not hold.
    ...earlier.map((before) => `iif(${allOf(job.from, before[here]) ?? 'true'}, false, true)`),
  ].filter((text) => text !== undefined)
  const condition = conditions.length === 0 ? undefined : conditions.join(' and ')
  return { name, source: `${job.scope.source}${where(condition)}`, targets: targets.lines }
}

/** A grid that need not fit does not start for elements that are all absent. */
function presence({ row, from }: Job, values: readonly CaseValue[]): string | undefined {
  const asksOne = values.some((value) => value !== null && value !== '*')
  return row.required || asksOne ? undefined : `(${from.map((hops) => `${expressionOf(hops)}.exists()`).join(' or ')})`
}

function allOf(from: readonly (readonly Hop[])[], values: readonly CaseValue[]): string | undefined {
  const conditions = from.flatMap((hops, at) => conditionOf(hops, values[at] ?? null) ?? [])
  return conditions.length === 0 ? undefined : conditions.join(' and ')
}

function put(targets: Targets, hops: readonly Hop[], value: CaseValue): void {
  if (value === null || value === '*') return
  if (value === '') targets.reach(hops.slice(0, -1))
  else targets.assign(hops, typeof value === 'boolean' ? String(value) : quoted(value))
}
