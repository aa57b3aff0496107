import { isScalar, type YAMLMap } from 'yaml'
import { draft } from '../terminology/review.ts'
import { type Condition, type Criterion, decisions, type ElementTest, facts } from './criterion.ts'
import { type ElementModel, resolveElement } from './element.ts'
import { readReview } from './load-review.ts'
import { safeties } from './load-row.ts'
import type { FilePlace } from './places.ts'
import type { YamlSource } from './source.ts'
import type { ElementPath } from './table.ts'

/** The criteria of a layer, and those of others that it takes away. */
export interface LayerCriteria {
  readonly rows: Criterion[]
  readonly drop: { readonly id: string; readonly at: FilePlace }[]
}

const keys = ['id', 'resource', 'when', 'decision', 'kind', 'reason', 'cite', 'safety', 'assumes', 'review'] as const

/** The criteria of a file that begins with `criteria:` are added to `known`; an overlay may drop some of ours. */
export function readCriteria(yaml: YamlSource, root: YAMLMap, model: ElementModel, known: LayerCriteria): void {
  yaml.onlyKeys(root, ['criteria', 'about', 'cite', 'review', 'drop'])
  const drop = yaml.texts(root, 'drop')
  known.drop.push(...drop.map((id, index) => ({ id, at: yaml.place(yaml.list(root, 'drop')[index]) })))
  const review = readReview(yaml, root, draft)
  const cite = yaml.text(root, 'cite')
  const rows = yaml.maps(root, 'criteria').map((map) => {
    yaml.onlyKeys(map, keys)
    const resource = yaml.text(map, 'resource', true)
    const kind = yaml.text(map, 'kind')
    const criterion: Criterion = {
      id: yaml.text(map, 'id', true),
      resource,
      when: yaml.maps(map, 'when').map((one) => readCondition(yaml, one, resource, model)),
      decision: yaml.word(map, 'decision', decisions),
      reason: yaml.text(map, 'reason', true),
      cite: yaml.text(map, 'cite') ?? cite ?? yaml.text(map, 'cite', true),
      safety: yaml.word(map, 'safety', safeties, 'none'),
      assumes: yaml.texts(map, 'assumes'),
      review: readReview(yaml, map, review),
      source: yaml.source(map),
      ...(kind === undefined ? {} : { kind }),
    }
    return yaml.note(criterion, map)
  })
  known.rows.push(...rows)
}

function readCondition(yaml: YamlSource, map: YAMLMap, resource: string, model: ElementModel): Condition {
  if (map.has('oneOf')) {
    yaml.onlyKeys(map, ['oneOf'])
    return { oneOf: yaml.maps(map, 'oneOf').map((one) => readCondition(yaml, one, resource, model)) }
  }
  if (map.has('fact')) {
    yaml.onlyKeys(map, ['fact'])
    return { fact: yaml.word(map, 'fact', facts) }
  }
  return readTest(yaml, map, resource, model)
}

const tests = ['is', 'not', 'in', 'there'] as const

function readTest(yaml: YamlSource, map: YAMLMap, resource: string, model: ElementModel): ElementTest {
  yaml.onlyKeys(map, ['element', 'of', ...tests])
  if (tests.filter((key) => map.has(key)).length !== 1) yaml.report('IMP-012', map, { words: tests.join(', ') })
  const of = map.has('of') ? readElement(yaml, map, 'of', resource, model) : undefined
  const root = of === undefined ? resource : (yaml.text(map, 'element') ?? '').split('.')[0]
  const table = yaml.text(map, 'in')
  return {
    element: readElement(yaml, map, 'element', root ?? '', model),
    ...(of === undefined ? {} : { of }),
    ...(map.has('is') ? { is: readWords(yaml, map, 'is') } : {}),
    ...(map.has('not') ? { not: readWords(yaml, map, 'not') } : {}),
    ...(table === undefined ? {} : { in: table }),
    ...(map.has('there') ? { there: yaml.flag(map, 'there', true) } : {}),
  }
}

function readElement(yaml: YamlSource, map: YAMLMap, key: string, root: string, model: ElementModel): ElementPath {
  const id = yaml.text(map, key, true)
  const path = resolveElement(id, root, model)
  if (typeof path !== 'string') return path
  yaml.report('MAP-011', map.get(key, true) ?? map, { problem: path })
  return { id, steps: [] }
}

function readWords(yaml: YamlSource, map: YAMLMap, key: string): string[] {
  return yaml.list(map, key).map((node) => {
    const value = isScalar(node) ? node.value : undefined
    if (typeof value === 'string' || typeof value === 'boolean') return String(value)
    yaml.report('MAP-002', node, { key, kind: 'a list of texts' })
    return ''
  })
}
