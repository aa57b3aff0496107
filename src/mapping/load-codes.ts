import type { YAMLMap } from 'yaml'
import { type CodeRow, type CodeTable, codeRules } from '../terminology/code-table.ts'
import { draft, type Review } from '../terminology/review.ts'
import { readReview } from './load-review.ts'
import { relations } from './load-row.ts'
import type { YamlSource } from './source.ts'

export interface LayerCodes {
  readonly table: CodeTable
  /** What the table says of itself besides its rows; an overlay that does not say it leaves it as it is. */
  readonly stated: Partial<Pick<CodeTable, 'leftSystem' | 'rightSystem' | 'rightCodes' | 'rule'>>
  readonly drop: readonly string[]
  readonly extends: boolean
}

const tableKeys = [
  'codes',
  'extends',
  'leftSystem',
  'rightSystem',
  'rightCodes',
  'rule',
  'about',
  'cite',
  'review',
  'rows',
  'drop',
] as const

/** A code table, which is added to `known`. */
export function readCodes(yaml: YamlSource, root: YAMLMap, known: Map<string, LayerCodes>): void {
  yaml.onlyKeys(root, tableKeys)
  const id = yaml.text(root, 'codes', true)
  const cite = yaml.text(root, 'cite') ?? ''
  const review = readReview(yaml, root, draft)
  const rows = yaml.maps(root, 'rows').map((map) => readCodeRow(yaml, map, cite, review))
  const stated = statedOf(yaml, root)
  const table: CodeTable = { id, leftSystem: '', rightSystem: '', ...stated, rows, source: yaml.source(root) }
  if (known.has(id)) yaml.report('MAP-007', root, { id })
  known.set(id, {
    table: yaml.note(table, root),
    stated,
    drop: yaml.texts(root, 'drop'),
    extends: yaml.flag(root, 'extends', false),
  })
}

function statedOf(yaml: YamlSource, root: YAMLMap): LayerCodes['stated'] {
  const leftSystem = yaml.text(root, 'leftSystem')
  const rightSystem = yaml.text(root, 'rightSystem')
  const rightCodes = yaml.text(root, 'rightCodes')
  return {
    ...(leftSystem === undefined ? {} : { leftSystem }),
    ...(rightSystem === undefined ? {} : { rightSystem }),
    ...(rightCodes === undefined ? {} : { rightCodes }),
    ...(root.has('rule') ? { rule: yaml.word(root, 'rule', codeRules) } : {}),
  }
}

const rowKeys = [
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
] as const

function readCodeRow(yaml: YamlSource, map: YAMLMap, cite: string, review: Review): CodeRow {
  yaml.onlyKeys(map, rowKeys)
  const leftDisplay = yaml.text(map, 'leftDisplay')
  const rightDisplay = yaml.text(map, 'rightDisplay')
  const own = yaml.text(map, 'cite') ?? cite
  if (own === '') yaml.report('MAP-003', map, { key: 'cite' })
  const row: CodeRow = {
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
  return yaml.note(row, map)
}
