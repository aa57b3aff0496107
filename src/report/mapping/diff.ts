import type { ElementAspect } from '../../definition/compare.ts'
import type { PackageDiff, ProfileChange, ProfileDiff } from '../../mapping/diff/package.ts'
import type { EntryChange, Field, FieldChange, TablesDiff } from '../../mapping/diff/tables.ts'

/** A difference in words, before it is set as text, Markdown or a page. */
export interface Told {
  readonly heading: string
  readonly lines: readonly string[]
}

const fieldWords: Readonly<Record<Field, string>> = {
  left: 'left side',
  relation: 'relation',
  right: 'right side',
  how: 'how it crosses',
  cases: 'cases',
  safety: 'the meaning it could turn round',
  confidence: 'confidence',
  notes: 'notes',
  assumes: 'rests on',
  review: 'review',
  cite: 'source',
}

/** What differs in an element of a profile. */
export const aspectWords: Readonly<Record<ElementAspect, string>> = {
  vanished: 'is gone',
  new: 'is new',
  required: 'is now required',
  minimum: 'has another least number',
  maximum: 'may occur another number of times',
  types: 'has other types',
  binding: 'is bound otherwise',
  value: 'has another fixed value or pattern',
  'must-support': 'must be supported, or no longer',
  obligations: 'has other obligations',
}

/** The differences as text for a terminal. Empty differences are one line. */
export function diffText(diff: TablesDiff | PackageDiff): string {
  const told = toldOf(diff)
  const parts = told.map(({ heading, lines }) => [heading, ...lines.map((line) => `  ${line}`), ''])
  return [titleOf(diff), '', ...parts.flat(), summaryOf(diff), ''].join('\n')
}

/** The same as Markdown. */
export function diffMarkdown(diff: TablesDiff | PackageDiff): string {
  const parts = toldOf(diff).map(({ heading, lines }) => [
    `## ${escaped(heading)}`,
    '',
    ...lines.map((line) => `- ${escaped(line)}`),
    '',
  ])
  return [`# ${escaped(titleOf(diff))}`, '', `${escaped(summaryOf(diff))}`, '', ...parts.flat()].join('\n')
}

export function isSame(diff: TablesDiff | PackageDiff): boolean {
  return diff.kind === 'tables' ? diff.changes.length === 0 : diff.profiles.length === 0
}

/** What was compared: `Mappings 0.1 and 0.2`. */
export function titleOf({ kind, versions: [before, after] }: TablesDiff | PackageDiff): string {
  return kind === 'tables' ? `Mappings ${before} and ${after}` : `Package ${before} and ${after}`
}

/** How much differs, in one sentence. */
export function summaryOf(diff: TablesDiff | PackageDiff): string {
  if (isSame(diff)) return 'No differences.'
  if (diff.kind === 'tables') {
    const flips = diff.changes.filter((one) => one.couldFlip).length
    return `${count(diff.changes.length, 'statement differs', 'statements differ')}, of which ${flips} could turn a meaning round.`
  }
  const changes = diff.profiles.flatMap((one) => one.changes)
  const rows = new Set(changes.flatMap((one) => one.rows))
  const stricter = changes.filter((one) => one.isStricter).length
  return `${count(diff.profiles.length, 'profile differs', 'profiles differ')}: ${count(changes.length, 'change', 'changes')}, of which ${stricter} ask for more; ${count(rows.size, 'row is', 'rows are')} touched.`
}

function count(number: number, one: string, several: string): string {
  return `${number} ${number === 1 ? one : several}`
}

/** Every difference in words, in the order of the differences. */
export function toldOf(diff: TablesDiff | PackageDiff): Told[] {
  return diff.kind === 'tables' ? diff.changes.map(entryTold) : diff.profiles.map(profileTold)
}

function entryTold({ kind, table, id, change, safety, couldFlip, fields }: EntryChange): Told {
  const flip = couldFlip ? `, could turn ${safety} round` : ''
  const place = table === '' || table === id ? '' : ` of ${table}`
  const told = change === 'changed' ? fields : fields.filter((one) => one.field !== 'cite' && one.field !== 'review')
  return { heading: `${kind} ${id}${place}: ${change}${flip}`, lines: told.flatMap((one) => fieldLines(one, change)) }
}

function fieldLines({ field, before, after }: FieldChange, change: EntryChange['change']): string[] {
  const word = fieldWords[field]
  if (change !== 'changed') return [`${word}: ${[...before, ...after].join(' · ')}`]
  const gone = before.filter((one) => !after.includes(one))
  const come = after.filter((one) => !before.includes(one))
  if (gone.length + come.length === 0) return [`${word}: the same in another order`]
  if (gone.length === 1 && come.length === 1) return [`${word}: ${gone[0]} → ${come[0]}`]
  return [...gone.map((one) => `${word}, gone: ${one}`), ...come.map((one) => `${word}, new: ${one}`)]
}

function profileTold({ url, change, changes }: ProfileDiff): Told {
  return { heading: `profile ${url}: ${change}`, lines: changes.map(elementLine) }
}

function elementLine({ element, aspect, isStricter, before, after, rows }: ProfileChange): string {
  const values = [before, after].filter((one) => one !== '').join(' → ')
  const mark = isStricter ? ' [asks for more]' : ''
  const touched = rows.length === 0 ? '' : `; rows: ${rows.join(', ')}`
  return `${element} ${aspectWords[aspect]}${mark}: ${values}${touched}`
}

/** Nothing of a table or package becomes markup. */
function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|!~&$]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
