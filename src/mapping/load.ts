import type { YAMLMap } from 'yaml'
import type { Issue } from '../issue/issue.ts'
import type { CodeRow, CodeTable } from '../terminology/code-table.ts'
import { draft, type Review } from '../terminology/review.ts'
import type { ElementModel } from './element.ts'
import { type SourceFile, YamlSource } from './source.ts'
import { readReview } from './load-review.ts'
import { readRow, relations } from './load-row.ts'
import type { Assumption, Mappings, Side, Slice, Table } from './table.ts'

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
  yaml.onlyKeys(root, ['table', 'extends', 'include', 'left', 'right', 'displays', 'about', 'review', 'rows', 'drop'])
  const id = yaml.text(root, 'table', true)
  const left = readSide(yaml, root, 'left')
  const right = readSide(yaml, root, 'right')
  const review = readReview(yaml, root, draft)
  const rows = yaml.maps(root, 'rows').map((map) => readRow(yaml, map, { left, right, review }, model))
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

function readCodes(yaml: YamlSource, root: YAMLMap, layer: Layer): void {
  yaml.onlyKeys(root, ['codes', 'extends', 'leftSystem', 'rightSystem', 'about', 'cite', 'review', 'rows', 'drop'])
  const id = yaml.text(root, 'codes', true)
  const cite = yaml.text(root, 'cite') ?? ''
  const review = readReview(yaml, root, draft)
  const rows = yaml.maps(root, 'rows').map((map) => readCodeRow(yaml, map, cite, review))
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

function readCodeRow(yaml: YamlSource, map: YAMLMap, cite: string, review: Review): CodeRow {
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
    'review',
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
    review: readReview(yaml, map, review),
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
