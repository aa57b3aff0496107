import type { Binding, Obligation } from '../../definition/definition.ts'
import type { ElementFacts } from '../../inspect/element.ts'
import type { RowEvidence } from '../../inspect/evidence.ts'
import type { ElementUse, Shown, ShownRow } from '../../inspect/show.ts'
import type { Entry } from '../../mapping/render/entry.ts'
import { conditionWords } from '../../mapping/render/entry-other.ts'
import { inWords, waysOf, wordOf } from '../../mapping/render/words.ts'
import type { Assumption, Row } from '../../mapping/table.ts'
import type { CodeTable } from '../../terminology/code-table.ts'
import { columns, wrap } from './columns.ts'
import { listText } from './list.ts'
import { relationWords, reviewWords } from './words.ts'

/** What a name means, in plain words. `width` is the terminal's. */
export function showText(shown: Shown, width: number): string {
  return `${linesOf(shown, width).join('\n')}\n`
}

function linesOf(shown: Shown, width: number): string[] {
  if (shown.kind === 'row') return rowLines(shown, width)
  if (shown.kind === 'codes') return codesLines(shown.table, shown.usedBy, width)
  if (shown.kind === 'code') {
    const { row, table, assumptions, usedBy } = shown
    const right = row.right === '' ? '(nothing)' : named(row.right, row.rightDisplay)
    const fields = { ...commonFields(row), confidence: row.confidence, 'used by': usedBy.join('\n') }
    const head = `${named(row.left, row.leftDisplay)} — ${relationWords[row.relation]} — ${right}`
    return [`${table}#${row.left}`, '', head, '', ...fieldLines(fields, width), ...assumptionLines(assumptions, width)]
  }
  if (shown.kind === 'assumption')
    return [
      ...assumptionLines([shown.assumption], width),
      '',
      'Rests on it:',
      '',
      listText(shown.rows, width).trimEnd(),
    ]
  if (shown.kind === 'criterion') {
    const { id, resource, decision, kind, reason, safety, when } = shown.criterion
    const fields = {
      when: when.length === 0 ? 'always' : when.map(conditionWords).join('\n'),
      kind: kind === 'table' ? 'as the code table says' : (kind ?? ''),
      ...commonFields({ ...shown.criterion, note: reason }),
      safety: safety === 'none' ? '' : safety,
    }
    return [
      `${id} — ${resource}: ${decision}`,
      '',
      ...fieldLines(fields, width),
      ...assumptionLines(shown.assumptions, width),
    ]
  }
  if (shown.kind === 'step')
    return [
      `${shown.step.id} — a step of the code around the tables`,
      '',
      ...fieldLines({ does: shown.step.about, writes: shown.step.writes.join('\n'), source: shown.step.cite }, width),
    ]
  if (shown.kind === 'table') {
    const { left, right, include } = shown.table
    const head = `left  ${left.root} ${left.profile ?? ''}`.trimEnd()
    return [
      head,
      `right ${right.root} ${right.profile ?? ''}`.trimEnd(),
      ...(include.length > 0 ? [`includes ${include.join(', ')}`] : []),
      '',
      listText(shown.rows, width).trimEnd(),
    ]
  }
  if (shown.kind === 'element') return elementLines(shown.id, shown.uses, width)
  return entryLines(shown.entry, shown.assumptions, width)
}

/** A dialect, an address or bound of one, or a slice. */
function entryLines(entry: Entry, assumptions: readonly Assumption[], width: number): string[] {
  const { kind, id, table, left, right, how, notes, cite, place } = entry
  const sides = { left: left.join('\n'), right: right.join('\n'), how: how.join('\n') }
  return [
    `${id} — ${kind}${table === '' || table === id ? '' : ` of ${table}`}  (${place})`,
    '',
    ...fieldLines({ ...sides, why: notes.join('\n'), source: cite }, width),
    ...assumptionLines(assumptions, width),
  ]
}

function rowLines({ row, table, left, right, how, assumptions, evidence }: ShownRow, width: number): string[] {
  const fields = {
    relation: relationWords[row.relation],
    how: row.via === undefined ? how : `${inWords(row.via)}  [${how === inWords(row.via) ? row.via.name : how}]`,
    carrier: row.carrier ?? '',
    ...commonFields(row),
    safety: row.safety === 'none' ? '' : `${row.safety}: a mistake here could turn this meaning round`,
    required: row.required ? 'without a fitting case the whole record is kept back' : '',
  }
  return [
    `${row.id}  (${table}, ${row.source.file}:${row.source.line})`,
    '',
    ...sideLines('left', left, width),
    ...sideLines('right', right, width),
    ...fieldLines(fields, width),
    ...gridLines(row, width),
    ...assumptionLines(assumptions, width),
    '',
    ...evidenceLines(evidence),
  ]
}

function sideLines(side: string, elements: readonly ElementFacts[], width: number): string[] {
  if (elements.length === 0) return [`${side}: nothing`, '']
  return [`${side}:`, ...elements.flatMap((one) => elementFactLines(one, width)), '']
}

function elementFactLines(facts: ElementFacts, width: number): string[] {
  const { id, profile, cardinality, types, binding, obligations, mustSupport, words, problem } = facts
  const head = [id, cardinality, types.join(' | '), mustSupport ? 'must support' : undefined]
  const lines = [
    ...(profile === undefined ? [] : [`in ${profile}`]),
    ...(binding === undefined ? [] : [bindingWords(binding)]),
    ...obligationWords(obligations),
    ...(words === undefined ? [] : [`one of ${words.join(', ')}`]),
    ...(problem === undefined ? [] : [problem]),
  ]
  return [
    `  ${head.filter((one) => one !== undefined && one !== '').join('  ')}`,
    ...lines.flatMap((line) => wrap(line, width - 6).map((one) => `      ${one}`)),
  ]
}

function bindingWords({ strength, valueSet }: Binding): string {
  return `codes: ${strength}${valueSet === undefined ? '' : ` ${valueSet}`}`
}

/** One line for each code, with all who have the obligation. */
function obligationWords(obligations: readonly Obligation[]): string[] {
  const byCode = new Map<string, string[]>()
  for (const { code, actors } of obligations)
    byCode.set(code, [...(byCode.get(code) ?? []), ...actors.map((one) => one.split('/').at(-1) ?? one)])
  return [...byCode].map(([code, actors]) => `obligation: ${code} (${[...new Set(actors)].join(', ')})`)
}

function commonFields(of: {
  readonly note: string
  readonly cite: string
  readonly review: Row['review']
}): Record<string, string> {
  return { why: of.note, source: of.cite, review: reviewWords(of.review) }
}

function fieldLines(fields: Readonly<Record<string, string>>, width: number): string[] {
  const rows = Object.entries(fields).filter(([, text]) => text !== '')
  const heads = [
    { heading: '', width: 12 },
    { heading: '', width: width - 14 },
  ]
  return columns(heads, rows)
}

function gridLines({ cases, left, right }: Row, width: number): string[] {
  if (cases === undefined) return []
  const share = Math.max(10, Math.floor((width - 40) / (left.length + right.length)))
  const last = (id: string) => id.split('.').slice(-2).join('.')
  const heads = [
    ...left.map((one) => ({ heading: '', id: `left: ${last(one.id)}` })),
    ...right.map((one) => ({ heading: '', id: `right: ${last(one.id)}` })),
  ]
  const rows = cases.map((one) => [
    ...one.left.map(wordOf),
    ...one.right.map(wordOf),
    [waysOf(one), one.outcome ?? '', one.note ?? ''].filter((part) => part !== '').join('; '),
  ])
  const widths = [...heads.map(() => ({ heading: '', width: share })), { heading: '', width: 40 }]
  return ['', 'cases, the first that fits:', '', ...columns(widths, [[...heads.map(({ id }) => id), 'used'], ...rows])]
}

function assumptionLines(assumptions: readonly Assumption[], width: number): string[] {
  return assumptions.flatMap(({ id, statement, basis, breaks, override, value }) => [
    '',
    `assumption ${id}`,
    ...fieldLines({ states: statement, value: value ?? '', basis, 'if wrong': breaks, 'to change': override }, width),
  ])
}

function evidenceLines(evidence: RowEvidence | undefined): string[] {
  if (evidence === undefined) return ['No example story exercises this row.']
  const { fired, documents, worst, lastTrip } = evidence
  const stories = [...new Set(documents.map((one) => one.split('/').slice(0, -1).join('/')))]
  const back =
    lastTrip.differences === 0 ? 'came back the same' : `came back otherwise in ${lastTrip.differences} places`
  return [
    `In the example stories it fired ${fired} times: ${stories.join(', ')}.`,
    `Worst that became of what it took: ${worst ?? 'it crossed'}. Last trip: ${lastTrip.document} by way of ${lastTrip.via}, ${back}.`,
  ]
}

function codesLines(table: CodeTable, usedBy: readonly string[], width: number): string[] {
  const share = Math.max(20, Math.floor((width - 50) / 2))
  const heads = [
    { heading: 'left', width: share },
    { heading: 'relation', width: 13 },
    { heading: 'right', width: share },
    { heading: 'sure', width: 6 },
    { heading: 'review', width: 9 },
  ]
  const rows = table.rows.map((row) => [
    named(row.left, row.leftDisplay),
    relationWords[row.relation],
    row.right === '' ? '' : named(row.right, row.rightDisplay),
    row.confidence,
    row.review.state,
  ])
  return [
    `${table.id}  (${table.source.file})`,
    '',
    ...fieldLines({ left: table.leftSystem, right: table.rightSystem, 'used by': usedBy.join('\n') }, width),
    '',
    ...columns(heads, rows),
  ]
}

function named(code: string, display: string | undefined): string {
  return display === undefined ? code : `${code} ${display}`
}

function elementLines(id: string, uses: readonly ElementUse[], width: number): string[] {
  const [first] = uses.filter((use) => use.names === 'it')
  const heads = [
    { heading: 'table', width: 22 },
    { heading: 'side', width: 5 },
    { heading: 'row', width: 32 },
    { heading: 'names', width: 13 },
    { heading: 'relation', width: 13 },
    { heading: 'why', width: Math.max(24, width - 100) },
  ]
  // A row that names several parts of the element is one line.
  const rows = uses
    .map(({ table, side, row, names }) => [table, side, row.id, names, relationWords[row.relation], row.note])
    .filter((row, index, all) => index === 0 || row.join('\n') !== all[index - 1]?.join('\n'))
  return [
    ...(first === undefined ? [id] : elementFactLines(first.facts, width).map((line) => line.slice(2))),
    '',
    ...columns(heads, rows),
  ]
}
