import { isScalar, type YAMLMap } from 'yaml'
import type { Source } from '../terminology/code-table.ts'
import type { FilePlace } from './places.ts'
import type { YamlSource } from './source.ts'

/** A value that an assumption shall have instead of its own. */
export interface Assumed {
  readonly id: string
  readonly value: string
  readonly at: FilePlace
  readonly source: Source
}

/** `assume: { A-updater-url: "http://…" }`: values by the ids of assumptions. */
export function readAssumed(yaml: YamlSource, root: YAMLMap): Assumed[] {
  yaml.onlyKeys(root, ['assume'])
  const map = yaml.map(root, 'assume')
  return (map?.items ?? []).flatMap((pair) => {
    const id = isScalar(pair.key) ? String(pair.key.value) : ''
    const value = map === undefined ? undefined : yaml.text(map, id)
    return value === undefined ? [] : [{ id, value, at: yaml.place(pair.value), source: yaml.source(pair.key) }]
  })
}
