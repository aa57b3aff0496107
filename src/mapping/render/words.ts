import type { Case, CaseValue, CodecCall, Row } from '../table.ts'

/** What each name of `via` does, in words for whoever does not know the names; `{1}` is the first argument. */
const moves: Readonly<Record<string, string>> = {
  same: 'Crosses unchanged',
  portable: 'Crosses unchanged, without extensions that the receiver would need a foreign package for',
  rest: 'Whatever no row above has taken crosses key by key',
  constant: 'Fixed value: left {1}, right {2}',
  table: 'Mapped by table {1}, a list member by member',
  reference: 'In place on one side, referred to on the other; mapped by table {1}, named {2}',
  codings: 'Each code mapped by table {1}; translations from {2…} added to the right and taken back on the left',
  translate: 'Translations from {1…} added to the right and taken back on the left',
  kind: 'The kind of critical information: number and profile of code table {1}',
  absent: 'If nothing was written, the reason is stated: {1}',
  agent: 'Crosses unchanged; of an excipient only the brand, with a text that says what is meant',
  code: 'Code for code by code table {1}; a code without a row does not cross',
  system: 'Address for address by code table {1}; one without a row crosses as it is',
  coded: 'System and code; no system on the left means {1}; addresses by code table {2}',
  identifier: 'Kind of identifier and system by code table {1}; another kind brings its own system',
  completed: 'Completed units and value with comparator: 0 is less than 1',
  numbered: 'Number and the pair of system {1} and number',
  given: 'First and middle names and one list, in which middle names are marked',
  names: 'First and middle names, one text of each on the left, and one list, in which middle names are marked',
  day: 'A whole day; of an instant the left says the day alone, and a year or a month does not cross',
  years: 'Completed years and an Age in UCUM years; an Age in another unit does not cross',
  uuid: 'An identifier that is a UUID and the same as a URI; any other crosses as it is',
  suffixed: 'A name that ends with its number ({1}), and name and identifier of system {2}',
  value: 'The value crosses unchanged, without extensions beside it',
  category: 'Type and category word by code table {1}; else what the allergen ({2}) or drug system ({3}) implies',
}

/** How the values of a row cross, in words. A name that is not described here is shown as it is written. */
export function howOf(row: Row): string {
  if (row.cases !== undefined)
    return `${row.cases.length} cases${row.required ? '; no fitting case keeps the record back' : ''}`
  return row.via === undefined ? 'Does not cross' : inWords(row.via)
}

export function inWords({ name, args }: CodecCall, words: Readonly<Record<string, string>> = moves): string {
  const text = Object.hasOwn(words, name) ? words[name] : undefined
  if (text === undefined) return args.length === 0 ? name : `${name}(${args.join(', ')})`
  const filled = text.replace(/\{(\d)(…?)\}/g, (_all, index: string, more: string) => {
    const from = Number(index) - 1
    return (more === '' ? args.slice(from, from + 1) : args.slice(from)).join(', ')
  })
  return args.length > 0 && !text.includes('{') ? `${filled} (${args.join(', ')})` : filled
}

/** Names that have words. */
export const described: readonly string[] = Object.keys(moves)

/** A value of a grid as the tables write it. */
export function wordOf(value: CaseValue): string {
  if (value === null) return 'absent'
  if (value === '') return 'blank'
  return value === '*' ? 'any' : String(value)
}

/** Which ways a case is used. */
export function waysOf({ only }: Pick<Case, 'only'>): string {
  return only === undefined ? 'both ways' : only === 'forward' ? 'left to right' : 'right to left'
}

/** The words of R5, with a sign for whoever reads quickly. */
export const relationSigns: Readonly<Record<string, string>> = {
  equivalent: '=',
  'related-to': '~',
  'source-is-narrower-than-target': '⊂',
  'source-is-broader-than-target': '⊃',
  'no-map': '∅',
}
