import type { Condition, Criterion } from '../criterion.ts'
import type { Dialect } from '../dialect.ts'
import { type Entry, nothing, placeOf, reviewWord } from './entry.ts'

/** A dialect, the addresses that it changes, and what its records must keep to. */
export function dialectEntries(dialect: Dialect): Entry[] {
  const of = { ...nothing, table: dialect.id }
  return [
    {
      ...of,
      kind: 'dialect',
      id: dialect.id,
      left: dialect.marks.map((mark) => `${mark.in}: ${mark.is}`),
      right: [dialect.form],
      how: [
        `container ${dialect.container}, rank ${dialect.rank}`,
        ...Object.entries(dialect.tables).map(([type, table]) => `${type} by table ${table}`),
      ],
      place: placeOf(dialect),
    },
    ...dialect.addresses.map(
      (one): Entry => ({
        ...of,
        kind: 'address',
        id: one.id,
        left: [one.dialect],
        right: [one.plain],
        relation: 'equivalent',
        how: [`${one.in} for ${one.in}`],
        notes: [one.note],
        assumes: one.assumes,
        cite: one.cite,
        place: placeOf(one),
      }),
    ),
    ...dialect.bounds.map(
      (one): Entry => ({
        ...of,
        kind: 'bound',
        id: one.id,
        left: [one.element.id],
        how: [
          ...(one.min === undefined ? [] : [`at least ${one.min}`]),
          ...(one.max === undefined ? [] : [`at most ${one.max}`]),
          ...(one.is === undefined ? [] : [`is ${one.is}`]),
        ],
        notes: [one.note],
        cite: one.cite,
        place: placeOf(one),
      }),
    ),
  ]
}

const decisionWords = { take: 'taken', leave: 'left', ask: 'asked about' } as const

/** A line of the filter on what comes in. */
export function criterionEntry(one: Criterion): Entry {
  const kind = one.kind === undefined ? '' : `, as kind ${one.kind}`
  return {
    ...nothing,
    kind: 'criterion',
    table: '',
    id: one.id,
    left: [one.resource, ...one.when.map(conditionWords)],
    how: [`${decisionWords[one.decision]}${kind}`],
    notes: [one.reason],
    safety: one.safety === 'none' ? '' : one.safety,
    assumes: one.assumes,
    review: reviewWord(one.review),
    cite: one.cite,
    place: placeOf(one),
  }
}

/** What a condition of a criterion asks, in words. */
export function conditionWords(one: Condition): string {
  if ('oneOf' in one) return one.oneOf.map(conditionWords).join(', or ')
  if ('fact' in one) return `the record is ${one.fact}`
  const from = one.of === undefined ? '' : ` of ${one.of.id}`
  const tests = [
    ...(one.is === undefined ? [] : [`is ${one.is.join(' | ')}`]),
    ...(one.not === undefined ? [] : [`is none of ${one.not.join(' | ')}`]),
    ...(one.in === undefined ? [] : [`is in code table ${one.in}`]),
    ...(one.there === undefined ? [] : [one.there ? 'is there' : 'is not there']),
  ]
  return `${one.element.id}${from} ${tests.join(' and ')}`
}
