import { isScalar, type YAMLMap } from 'yaml'
import type { Issue } from '../issue/issue.ts'
import type { CodeRow, CodeTable, Relation } from '../terminology/code-table.ts'
import { type ElementModel, resolveElement } from './element.ts'
import type { Outcome } from '../document/books.ts'
import type { Safety } from './ledger.ts'
import { type SourceFile, YamlSource } from './source.ts'
import type { Assumption, Case, CaseValue, CodecCall, ElementPath, Mappings, Row, Side, Slice, Table } from './table.ts'

const relations: readonly Relation[] = [
  'equivalent',
  'related-to',
  'source-is-narrower-than-target',
  'source-is-broader-than-target',
  'no-map',
]
const safeties: readonly Safety[] = ['none', 'status', 'certainty', 'criticality', 'negation', 'agent']
const outcomes: readonly Outcome[] = ['carried', 'narrowed', 'broadened', 'defaulted', 'derived', 'dropped', 'withheld']

/** Words of the left forms that are not FHIR types; their elements are not looked up in the FHIR model. */
const kiRoots: ReadonlySet<string> = new Set([
  'registrering',
  'pasient',
  'kode',
  'reaksjon',
  'kilde',
  'helsepersonell',
  'alder',
  'dokument',
])

/** What a mappings folder says, before it is laid over another. */
export interface Layer {
  version: string | undefined
  readonly tables: Map<string, LayerTable>
  readonly codes: Map<string, LayerCodes>
  readonly slices: Slice[]
  readonly assumptions: Assumption[]
}

export interface LayerTable {
  readonly table: Table
  readonly drop: readonly string[]
  /** An overlay adds to and replaces in a table that is there; only a layer that is not one may begin a table. */
  readonly extends: boolean
}

export interface LayerCodes {
  readonly table: CodeTable
  readonly drop: readonly string[]
  readonly extends: boolean
}

/**
 * Reads a folder of mapping files. Problems are added to `issues`, each with file, line and column; the layer holds
 * what could be read.
 */
export function readLayer(files: readonly SourceFile[], model: ElementModel, issues: Issue[]): Layer {
  const layer: Layer = { version: undefined, tables: new Map(), codes: new Map(), slices: [], assumptions: [] }
  for (const file of files) readFile(new YamlSource(file, issues), model, layer)
  return layer
}

function readFile(yaml: YamlSource, model: ElementModel, layer: Layer): void {
  const root = yaml.root
  if (root === undefined) return
  const kinds = ['table', 'codes', 'slices', 'assumptions', 'mappings'].filter((key) => root.has(key))
  if (kinds.length !== 1) yaml.report('MAP-006', root)
  else if (kinds[0] === 'table') readTable(yaml, root, model, layer)
  else if (kinds[0] === 'codes') readCodes(yaml, root, layer)
  else if (kinds[0] === 'slices') layer.slices.push(...yaml.maps(root, 'slices').map((map) => readSlice(yaml, map)))
  else if (kinds[0] === 'assumptions')
    layer.assumptions.push(...yaml.maps(root, 'assumptions').map((map) => readAssumption(yaml, map)))
  else layer.version = yaml.text(root, 'mappings', true)
}

function readTable(yaml: YamlSource, root: YAMLMap, model: ElementModel, layer: Layer): void {
  yaml.onlyKeys(root, ['table', 'extends', 'include', 'left', 'right', 'displays', 'about', 'rows', 'drop'])
  const id = yaml.text(root, 'table', true)
  const left = readSide(yaml, root, 'left')
  const right = readSide(yaml, root, 'right')
  const rows = yaml.maps(root, 'rows').map((map) => readRow(yaml, map, left, right, model))
  const displays = yaml.flag(root, 'displays', false)
  const table: Table = {
    id,
    left,
    right,
    displays,
    include: yaml.texts(root, 'include'),
    rows,
    source: yaml.source(root),
  }
  if (layer.tables.has(id)) yaml.report('MAP-007', root, { id })
  layer.tables.set(id, { table, drop: yaml.texts(root, 'drop'), extends: yaml.flag(root, 'extends', false) })
}

function readSide(yaml: YamlSource, root: YAMLMap, key: 'left' | 'right'): Side {
  const map = yaml.map(root, key)
  if (map === undefined) {
    yaml.report('MAP-003', root, { key })
    return { root: '' }
  }
  yaml.onlyKeys(map, ['root', 'profile'])
  const profile = yaml.text(map, 'profile')
  return { root: yaml.text(map, 'root', true), ...(profile === undefined ? {} : { profile }) }
}

function readRow(yaml: YamlSource, map: YAMLMap, left: Side, right: Side, model: ElementModel): Row {
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
    source: yaml.source(map),
    ...(via === undefined ? {} : { via }),
    ...(cases === undefined ? {} : { cases }),
    ...(carrier === undefined ? {} : { carrier }),
  }
  checkRow(yaml, map, row)
  return row
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
    const path = resolveElement(id, root, kiRoots.has(root) ? undefined : model)
    if (typeof path !== 'string') return [path]
    yaml.report('MAP-011', node, { problem: path })
    return []
  })
}

function readCall(yaml: YamlSource, map: YAMLMap): CodecCall | undefined {
  const text = yaml.text(map, 'via')
  if (text === undefined) return undefined
  const match = /^([a-zA-Z]+)(?:\(([^()]*)\))?$/.exec(text)
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
    return {
      left: readValues(yaml, one, 'left'),
      right: readValues(yaml, one, 'right'),
      ...(only === undefined ? {} : { only }),
      ...(outcome === undefined ? {} : { outcome }),
      ...(note === undefined ? {} : { note }),
    }
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

function readCodes(yaml: YamlSource, root: YAMLMap, layer: Layer): void {
  yaml.onlyKeys(root, ['codes', 'extends', 'leftSystem', 'rightSystem', 'about', 'cite', 'rows', 'drop'])
  const id = yaml.text(root, 'codes', true)
  const cite = yaml.text(root, 'cite') ?? ''
  const rows = yaml.maps(root, 'rows').map((map) => readCodeRow(yaml, map, cite))
  const extended = yaml.flag(root, 'extends', false)
  const table: CodeTable = {
    id,
    leftSystem: yaml.text(root, 'leftSystem') ?? '',
    rightSystem: yaml.text(root, 'rightSystem') ?? '',
    rows,
    source: yaml.source(root),
  }
  if (layer.codes.has(id)) yaml.report('MAP-007', root, { id })
  layer.codes.set(id, { table, drop: yaml.texts(root, 'drop'), extends: extended })
}

function readCodeRow(yaml: YamlSource, map: YAMLMap, cite: string): CodeRow {
  yaml.onlyKeys(map, [
    'left',
    'right',
    'leftDisplay',
    'rightDisplay',
    'relation',
    'note',
    'cite',
    'confidence',
    'assumes',
  ])
  const leftDisplay = yaml.text(map, 'leftDisplay')
  const rightDisplay = yaml.text(map, 'rightDisplay')
  const own = yaml.text(map, 'cite') ?? cite
  if (own === '') yaml.report('MAP-003', map, { key: 'cite' })
  return {
    left: yaml.text(map, 'left', true),
    right: yaml.text(map, 'right') ?? '',
    relation: yaml.word(map, 'relation', relations, 'equivalent'),
    note: yaml.text(map, 'note') ?? '',
    cite: own,
    confidence: yaml.word(map, 'confidence', ['high', 'medium', 'low'] as const, 'high'),
    assumes: yaml.texts(map, 'assumes'),
    source: yaml.source(map),
    ...(leftDisplay === undefined ? {} : { leftDisplay }),
    ...(rightDisplay === undefined ? {} : { rightDisplay }),
  }
}

function readSlice(yaml: YamlSource, map: YAMLMap): Slice {
  yaml.onlyKeys(map, ['id', 'match', 'display', 'cite'])
  const texts = (key: string) => {
    const inner = yaml.map(map, key)
    return inner === undefined
      ? undefined
      : Object.fromEntries(inner.items.map((pair) => [String(pair.key), yaml.text(inner, String(pair.key), true)]))
  }
  const display = texts('display')
  return {
    id: yaml.text(map, 'id', true),
    match: texts('match') ?? {},
    cite: yaml.text(map, 'cite', true),
    source: yaml.source(map),
    ...(display === undefined ? {} : { display }),
  }
}

function readAssumption(yaml: YamlSource, map: YAMLMap): Assumption {
  yaml.onlyKeys(map, ['id', 'statement', 'basis', 'breaks', 'override'])
  return {
    id: yaml.text(map, 'id', true),
    statement: yaml.text(map, 'statement', true),
    basis: yaml.text(map, 'basis', true),
    breaks: yaml.text(map, 'breaks', true),
    override: yaml.text(map, 'override', true),
    source: yaml.source(map),
  }
}

export function mappingsOf(layer: Layer): Mappings {
  return {
    version: layer.version ?? '0',
    tables: [...layer.tables.values()].map((one) => one.table),
    codes: [...layer.codes.values()].map((one) => one.table),
    slices: layer.slices,
    assumptions: layer.assumptions,
  }
}
