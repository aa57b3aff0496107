import type { YAMLMap } from 'yaml'
import type { Issue } from '../issue/issue.ts'
import { draft } from '../terminology/review.ts'
import type { ElementModel } from './element.ts'
import type { Dialect } from './dialect.ts'
import { type Assumed, readAssumed } from './load-assume.ts'
import { type LayerCodes, readCodes } from './load-codes.ts'
import { type LayerCriteria, readCriteria } from './load-criteria.ts'
import { readDialect } from './load-dialect.ts'
import { readReview } from './load-review.ts'
import { readRow } from './load-row.ts'
import type { Places } from './places.ts'
import { type SourceFile, YamlSource } from './source.ts'
import type { Assumption, Container, Mappings, Side, Slice, Table } from './table.ts'

/** What a mappings folder says, before it is laid over another. */
export interface Layer {
  version: string | undefined
  readonly tables: Map<string, LayerTable>
  readonly codes: Map<string, LayerCodes>
  readonly slices: Slice[]
  readonly assumptions: Assumption[]
  readonly containers: Container[]
  readonly dialects: Dialect[]
  readonly criteria: LayerCriteria
  /** Values that assumptions shall have instead of their own. */
  readonly assumed: Assumed[]
  /** Ways in which the layer came that are no folder of tables, for the version that reports name: `codes`, `assume`. */
  readonly marks: Set<string>
}

export interface LayerTable {
  readonly table: Table
  /** What the table says of itself besides its rows; an overlay that does not say it leaves it as it is. */
  readonly stated: Partial<Pick<Table, 'displays' | 'include'>>
  readonly drop: readonly string[]
  /** An overlay adds to and replaces in a table that is there; only a layer that is not one may begin a table. */
  readonly extends: boolean
}

/**
 * Reads a folder of mapping files. Problems are added to `issues`, each with file, line and column; the layer holds
 * what could be read.
 */
export function readLayer(files: readonly SourceFile[], model: ElementModel, issues: Issue[], places?: Places): Layer {
  const layer: Layer = {
    version: undefined,
    tables: new Map(),
    codes: new Map(),
    slices: [],
    assumptions: [],
    containers: [],
    dialects: [],
    criteria: { rows: [], drop: [] },
    assumed: [],
    marks: new Set(),
  }
  for (const file of files) readFile(new YamlSource(file, issues, places), model, layer)
  return layer
}

const kinds = [
  'table',
  'codes',
  'slices',
  'assumptions',
  'assume',
  'containers',
  'dialect',
  'criteria',
  'mappings',
] as const

function readFile(yaml: YamlSource, model: ElementModel, layer: Layer): void {
  const root = yaml.root
  if (root === undefined) return
  const { only } = yaml.file
  const found = kinds.filter((key) => root.has(key))
  const [kind] = found
  if (only !== undefined) layer.marks.add(only)
  if (found.length !== 1) yaml.report('MAP-006', root)
  else if (only !== undefined && kind !== only) yaml.report('MAP-030', root, { only })
  else if (kind === 'table') readTable(yaml, root, model, layer)
  else if (kind === 'codes') readCodes(yaml, root, layer.codes)
  else if (kind === 'slices') layer.slices.push(...yaml.maps(root, 'slices').map((map) => readSlice(yaml, map)))
  else if (kind === 'dialect') layer.dialects.push(readDialect(yaml, root, model))
  else if (kind === 'criteria') readCriteria(yaml, root, model, layer.criteria)
  else if (kind === 'assume') layer.assumed.push(...readAssumed(yaml, root))
  else if (kind === 'containers')
    layer.containers.push(...yaml.maps(root, 'containers').map((map) => readContainer(yaml, map)))
  else if (kind === 'assumptions')
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
  const include = yaml.texts(root, 'include')
  const table = yaml.note<Table>({ id, left, right, displays, include, rows, source: yaml.source(root) }, root)
  if (layer.tables.has(id)) yaml.report('MAP-007', root, { id })
  layer.tables.set(id, {
    table,
    stated: { ...(root.has('displays') ? { displays } : {}), ...(root.has('include') ? { include } : {}) },
    drop: yaml.texts(root, 'drop'),
    extends: yaml.flag(root, 'extends', false),
  })
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

function readSlice(yaml: YamlSource, map: YAMLMap): Slice {
  yaml.onlyKeys(map, ['id', 'match', 'display', 'cite'])
  const texts = (key: string) => {
    const inner = yaml.map(map, key)
    return inner === undefined
      ? undefined
      : Object.fromEntries(inner.items.map((pair) => [String(pair.key), yaml.text(inner, String(pair.key), true)]))
  }
  const display = texts('display')
  const slice: Slice = {
    id: yaml.text(map, 'id', true),
    match: texts('match') ?? {},
    cite: yaml.text(map, 'cite', true),
    source: yaml.source(map),
    ...(display === undefined ? {} : { display }),
  }
  return yaml.note(slice, map)
}

function readAssumption(yaml: YamlSource, map: YAMLMap): Assumption {
  yaml.onlyKeys(map, ['id', 'statement', 'basis', 'breaks', 'override', 'value', 'concerns'])
  const value = yaml.text(map, 'value')
  const concerns = map.has('concerns')
    ? yaml.word(map, 'concerns', ['profiles', 'checks', 'containers'] as const)
    : undefined
  const assumption: Assumption = {
    id: yaml.text(map, 'id', true),
    statement: yaml.text(map, 'statement', true),
    basis: yaml.text(map, 'basis', true),
    breaks: yaml.text(map, 'breaks', true),
    override: yaml.text(map, 'override', true),
    source: yaml.source(map),
    ...(value === undefined ? {} : { value }),
    ...(concerns === undefined ? {} : { concerns }),
  }
  return yaml.note(assumption, map)
}

function readContainer(yaml: YamlSource, map: YAMLMap): Container {
  yaml.onlyKeys(map, ['id', 'tables', 'note', 'cite'])
  const container: Container = {
    id: yaml.text(map, 'id', true),
    tables: yaml.texts(map, 'tables'),
    note: yaml.text(map, 'note', true),
    cite: yaml.text(map, 'cite', true),
    source: yaml.source(map),
  }
  return yaml.note(container, map)
}

export function mappingsOf(layer: Layer): Mappings {
  return {
    version: layer.version ?? '0',
    tables: [...layer.tables.values()].map((one) => one.table),
    codes: [...layer.codes.values()].map((one) => one.table),
    slices: layer.slices,
    assumptions: layer.assumptions,
    containers: layer.containers,
    dialects: layer.dialects,
    criteria: layer.criteria.rows,
  }
}
