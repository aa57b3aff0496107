import type { YAMLMap } from 'yaml'
import { catalogue } from '../issue/catalogue.ts'
import {
  type Address,
  addressKinds,
  type Bound,
  containerKinds,
  type Dialect,
  type Fault,
  type Mark,
} from './dialect.ts'
import { type ElementModel, resolveElement } from './element.ts'
import { isPlainRoot } from './load-row.ts'
import type { YamlSource } from './source.ts'
import type { ElementPath } from './table.ts'

const keys = [
  'dialect',
  'form',
  'rank',
  'about',
  'cite',
  'marks',
  'addresses',
  'tables',
  'bounds',
  'faults',
  'container',
]

/** Reads a file that begins with `dialect:`. Problems are reported at their lines (MAP-002 to MAP-011). */
export function readDialect(yaml: YamlSource, root: YAMLMap, model: ElementModel): Dialect {
  yaml.onlyKeys(root, keys)
  yaml.text(root, 'about', true)
  const cite = yaml.text(root, 'cite', true)
  const dialect: Dialect = {
    id: yaml.text(root, 'dialect', true),
    form: yaml.word(root, 'form', ['kj', 'r4'] as const),
    rank: numberAt(yaml, root, 'rank') ?? 0,
    marks: yaml.maps(root, 'marks').map((map) => readMark(yaml, map)),
    addresses: yaml.maps(root, 'addresses').map((map) => readAddress(yaml, map, cite)),
    tables: readTables(yaml, root),
    bounds: yaml.maps(root, 'bounds').map((map) => readBound(yaml, map, cite, model)),
    faults: yaml.maps(root, 'faults').map((map) => readFault(yaml, map, cite)),
    container: yaml.word(root, 'container', containerKinds, 'resources'),
    source: yaml.source(root),
  }
  return yaml.note(dialect, root)
}

function readMark(yaml: YamlSource, map: YAMLMap): Mark {
  yaml.onlyKeys(map, ['in', 'is'])
  return { in: yaml.word(map, 'in', addressKinds), is: yaml.text(map, 'is', true) }
}

function readAddress(yaml: YamlSource, map: YAMLMap, cite: string): Address {
  yaml.onlyKeys(map, ['id', 'in', 'dialect', 'plain', 'note', 'cite', 'assumes'])
  const address: Address = {
    id: yaml.text(map, 'id', true),
    in: yaml.word(map, 'in', addressKinds),
    dialect: yaml.text(map, 'dialect', true),
    plain: yaml.text(map, 'plain', true),
    note: yaml.text(map, 'note', true),
    cite: yaml.text(map, 'cite') ?? cite,
    assumes: yaml.texts(map, 'assumes'),
    source: yaml.source(map),
  }
  return yaml.note(address, map)
}

function readBound(yaml: YamlSource, map: YAMLMap, cite: string, model: ElementModel): Bound {
  yaml.onlyKeys(map, ['id', 'element', 'min', 'max', 'is', 'note', 'cite'])
  const min = numberAt(yaml, map, 'min')
  const max = numberAt(yaml, map, 'max')
  const is = yaml.text(map, 'is')
  if (min === undefined && max === undefined && is === undefined) yaml.report('MAP-003', map, { key: 'min, max or is' })
  const bound: Bound = {
    id: yaml.text(map, 'id', true),
    element: elementAt(yaml, map, model),
    note: yaml.text(map, 'note', true),
    cite: yaml.text(map, 'cite') ?? cite,
    source: yaml.source(map),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(is === undefined ? {} : { is }),
  }
  return yaml.note(bound, map)
}

function readFault(yaml: YamlSource, map: YAMLMap, cite: string): Fault {
  yaml.onlyKeys(map, ['code', 'note', 'cite'])
  const code = yaml.text(map, 'code', true)
  if (!Object.hasOwn(catalogue, code))
    yaml.report('MAP-017', map.get('code', true), { kind: 'issue code', id: code, near: '' })
  return { code, note: yaml.text(map, 'note', true), cite: yaml.text(map, 'cite') ?? cite }
}

function elementAt(yaml: YamlSource, map: YAMLMap, model: ElementModel): ElementPath {
  const id = yaml.text(map, 'element', true)
  const root = id.split('.')[0] ?? ''
  const element = resolveElement(id, root, isPlainRoot(root) ? undefined : model)
  if (typeof element !== 'string') return element
  yaml.report('MAP-011', map.get('element', true), { problem: element })
  return { id, steps: [] }
}

function readTables(yaml: YamlSource, root: YAMLMap): Record<string, string> {
  const map = yaml.map(root, 'tables')
  if (map === undefined) return {}
  return Object.fromEntries(map.items.map(({ key }) => [String(key), yaml.text(map, String(key), true)]))
}

function numberAt(yaml: YamlSource, map: YAMLMap, key: string): number | undefined {
  const text = yaml.text(map, key)
  if (text === undefined) return undefined
  if (/^\d{1,6}$/.test(text)) return Number(text)
  yaml.report('MAP-002', map.get(key, true), { key, kind: 'a whole number' })
  return undefined
}
