import { isScalar, type YAMLMap } from 'yaml'
import type { Outcome } from '../document/books.ts'
import type { Relation } from '../terminology/code-table.ts'
import type { Review } from '../terminology/review.ts'
import { type ElementModel, resolveElement } from './element.ts'
import type { Safety } from './ledger.ts'
import { readReview } from './load-review.ts'
import type { YamlSource } from './source.ts'
import type { Case, CaseValue, CodecCall, ElementPath, Row, Side } from './table.ts'

export const relations: readonly Relation[] = [
  'equivalent',
  'related-to',
  'source-is-narrower-than-target',
  'source-is-broader-than-target',
  'no-map',
]
export const safeties: readonly Safety[] = ['none', 'status', 'certainty', 'criticality', 'negation', 'agent']
const outcomes: readonly Outcome[] = ['carried', 'narrowed', 'broadened', 'defaulted', 'derived', 'dropped', 'withheld']

/** Words of the left forms that are not FHIR types; their elements are not looked up in the FHIR model. */
const plainRoots: ReadonlySet<string> = new Set([
  'registrering',
  'pasient',
  'kode',
  'reaksjon',
  'kilde',
  'helsepersonell',
  'alder',
  'begrep',
  'dokument',
  'legemiddelreaksjon',
  'demografiskInfo',
  'ident',
])

/** Is this the name of a part of a form that is not FHIR? */
export function isPlainRoot(root: string): boolean {
  return plainRoots.has(root)
}

/** What holds for all rows of a table. */
export interface RowFrame {
  readonly left: Side
  readonly right: Side
  /** The review of rows that state none. */
  readonly review: Review
}

/** One row of a table, checked as far as it can be by itself. */
export function readRow(yaml: YamlSource, map: YAMLMap, frame: RowFrame, model: ElementModel): Row {
  const { left, right } = frame
  yaml.onlyKeys(map, [
    'id',
    'left',
    'right',
    'with',
    'relation',
    'via',
    'cases',
    'required',
    'carrier',
    'note',
    'cite',
    'safety',
    'assumes',
    'review',
  ])
  const via = readCall(yaml, map)
  const cases = map.has('cases') ? readCases(yaml, map) : undefined
  const carrier = yaml.text(map, 'carrier')
  const given = yaml.map(map, 'with')
  const row: Row = {
    id: yaml.text(map, 'id', true),
    left: readElements(yaml, map, 'left', left.root, model),
    right: readElements(yaml, map, 'right', right.root, model),
    context: {
      left: given === undefined ? [] : readElements(yaml, given, 'left', left.root, model),
      right: given === undefined ? [] : readElements(yaml, given, 'right', right.root, model),
    },
    relation: yaml.word(map, 'relation', relations),
    required: yaml.flag(map, 'required', false),
    note: yaml.text(map, 'note', true),
    cite: yaml.text(map, 'cite', true),
    safety: yaml.word(map, 'safety', safeties, 'none'),
    assumes: yaml.texts(map, 'assumes'),
    review: readReview(yaml, map, frame.review),
    source: yaml.source(map),
    ...(via === undefined ? {} : { via }),
    ...(cases === undefined ? {} : { cases }),
    ...(carrier === undefined ? {} : { carrier }),
  }
  checkRow(yaml, map, row)
  return yaml.note(row, map)
}

function checkRow(yaml: YamlSource, map: YAMLMap, row: Row): void {
  if (row.via !== undefined && row.cases !== undefined) yaml.report('MAP-008', map, { row: row.id })
  if (
    row.relation === 'no-map'
      ? row.via !== undefined || row.cases !== undefined
      : row.via === undefined && row.cases === undefined
  ) {
    yaml.report('MAP-009', map, { row: row.id })
  }
  for (const [index, one] of (row.cases ?? []).entries()) {
    if (one.left.length === row.left.length && one.right.length === row.right.length) continue
    yaml.report('MAP-010', yaml.maps(map, 'cases')[index], {
      row: row.id,
      left: row.left.length,
      right: row.right.length,
    })
  }
}

function readElements(
  yaml: YamlSource,
  map: YAMLMap,
  key: 'left' | 'right',
  root: string,
  model: ElementModel,
): ElementPath[] {
  return yaml.list(map, key).flatMap((node) => {
    const id = isScalar(node) && typeof node.value === 'string' ? node.value : ''
    const path = resolveElement(id, root, isPlainRoot(root) ? undefined : model)
    if (typeof path !== 'string') return [path]
    yaml.report('MAP-011', node, { problem: path })
    return []
  })
}

function readCall(yaml: YamlSource, map: YAMLMap): CodecCall | undefined {
  const text = yaml.text(map, 'via')
  if (text === undefined) return undefined
  const match = /^([a-zA-Z]+)(?:\(((?:[^()]|assumed\([\w-]+\))*)\))?$/.exec(text)
  if (match === null) yaml.report('MAP-012', map.get('via', true), { via: text })
  const args = match?.[2] ?? ''
  return { name: match?.[1] ?? text, args: args === '' ? [] : args.split(',').map((one) => one.trim()) }
}

function readCases(yaml: YamlSource, map: YAMLMap): Case[] {
  return yaml.maps(map, 'cases').map((one) => {
    yaml.onlyKeys(one, ['left', 'right', 'only', 'outcome', 'note'])
    const only = one.has('only') ? yaml.word(one, 'only', ['forward', 'backward'] as const) : undefined
    const outcome = one.has('outcome') ? yaml.word(one, 'outcome', outcomes) : undefined
    const note = yaml.text(one, 'note')
    const made: Case = {
      left: readValues(yaml, one, 'left'),
      right: readValues(yaml, one, 'right'),
      ...(only === undefined ? {} : { only }),
      ...(outcome === undefined ? {} : { outcome }),
      ...(note === undefined ? {} : { note }),
    }
    return yaml.note(made, one)
  })
}

const words: Readonly<Record<string, CaseValue>> = { absent: null, blank: '', any: '*' }

function readValues(yaml: YamlSource, map: YAMLMap, key: 'left' | 'right'): CaseValue[] {
  return yaml.list(map, key).map((node) => {
    const value = isScalar(node) ? node.value : undefined
    if (typeof value === 'boolean') return value
    if (typeof value === 'number') return String(isScalar(node) ? (node.source ?? value) : value)
    if (typeof value !== 'string') {
      yaml.report('MAP-002', node, { key, kind: 'a list of codes, or absent, blank, any' })
      return null
    }
    return Object.hasOwn(words, value) ? (words[value] as CaseValue) : value
  })
}
