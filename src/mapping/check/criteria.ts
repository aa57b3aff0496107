import { nearTo } from '../../document/suggest.ts'
import { anyType, type Condition, type Criterion, criterionPrefix, type ElementTest } from '../criterion.ts'
import type { Mappings } from '../table.ts'
import type { Report } from './load.ts'

/**
 * The filter has to decide on everything and on nothing twice: the last criterion of each type, and of all, has no
 * conditions, and none stands below it. Criteria name code tables that there are.
 */
export function checkCriteria({ criteria, codes, assumptions }: Mappings, report: Report): void {
  const final = criteria.at(-1)
  if (final === undefined) return
  const known = new Set(codes.map((one) => one.id))
  const closed = new Set<string>()
  for (const criterion of criteria) {
    const { id, resource } = criterion
    if (!id.startsWith(criterionPrefix)) report('IMP-013', criterion, { id, prefix: criterionPrefix }, 'id')
    if (closed.has(resource) || closed.has(anyType)) report('IMP-011', criterion, { id })
    if (criterion.when.length === 0) closed.add(resource)
    for (const table of tablesOf(criterion))
      if (!known.has(table))
        report('MAP-017', criterion, { kind: 'code table', id: table, near: nearTo(table, known) }, 'when')
    for (const [index, one] of criterion.assumes.entries())
      if (!assumptions.some((known) => known.id === one))
        report(
          'MAP-017',
          criterion,
          {
            kind: 'assumption',
            id: one,
            near: nearTo(
              one,
              assumptions.map(({ id }) => id),
            ),
          },
          'assumes',
          index,
        )
    if (criterion.kind === 'table' && tablesOf(criterion).length === 0) report('IMP-014', criterion, { id }, 'kind')
  }
  if (!closed.has(anyType)) report('IMP-010', final, { resource: anyType })
  for (const type of new Set(criteria.map((one) => one.resource)))
    if (type !== anyType && !closed.has(type)) report('IMP-010', lastOf(criteria, type), { resource: type })
}

function lastOf(criteria: readonly Criterion[], type: string): Criterion {
  return criteria.filter((one) => one.resource === type).at(-1) as Criterion
}

function tablesOf({ when }: Criterion): string[] {
  return when.flatMap(testsOf).flatMap((test) => (test.in === undefined ? [] : [test.in]))
}

function testsOf(condition: Condition): ElementTest[] {
  if ('oneOf' in condition) return condition.oneOf.flatMap(testsOf)
  return 'fact' in condition ? [] : [condition]
}
