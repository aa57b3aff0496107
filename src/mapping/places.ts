import { isMap, isSeq, type Node, type YAMLMap } from 'yaml'
import type { Source } from '../terminology/code-table.ts'

/** A place in a YAML file, as issues have it; the path is the file. */
export interface FilePlace {
  readonly path: string
  readonly line: number
  readonly column: number
}

interface Noted {
  readonly file: string
  readonly map: YAMLMap
  position(offset: number): { readonly line: number; readonly col: number }
}

/**
 * Where the things of mapping files stand, down to the value of a key. Kept beside the mappings and not in them: only
 * whoever has read the YAML knows it, and the tables that are compiled into this package do without.
 */
export class Places {
  readonly #noted = new WeakMap<object, Noted>()

  note(thing: object, file: string, map: YAMLMap, position: Noted['position']): void {
    this.#noted.set(thing, { file, map, position })
  }

  /** One thing stands where another does, of which it is a changed copy. */
  copy(from: object, to: object): void {
    const noted = this.#noted.get(from)
    if (noted !== undefined) this.#noted.set(to, noted)
  }

  /** The value of a key, and its member `index` if it is a list; the thing itself where it has no such key. */
  of(thing: object, key?: string, index?: number): FilePlace {
    const noted = this.#noted.get(thing)
    const { source } = thing as { readonly source?: Source }
    if (noted === undefined) return { path: source?.file ?? '', line: source?.line ?? 1, column: 1 }
    const node = nodeAt(noted.map, key, index)
    const { line, col } = noted.position(node.range?.[0] ?? 0)
    return { path: noted.file, line, column: col }
  }
}

function nodeAt(map: YAMLMap, key: string | undefined, index: number | undefined): Node {
  const value = key === undefined ? undefined : (map.get(key, true) as Node | undefined)
  if (value === undefined) return map
  const member =
    index !== undefined && (isSeq(value) || isMap(value)) ? (value.items[index] as Node | undefined) : undefined
  return member ?? value
}
