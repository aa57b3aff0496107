import type { Json, Path } from './json.ts'
import type { Position } from './tree.ts'

/** Where the members of a tree stood in the text it was made from. */
export class Places {
  readonly #members = new WeakMap<object, Map<string | number, Position>>()
  constructor(readonly root: Position) {}

  note(container: object, key: string | number, position: Position): void {
    const members = this.#members.get(container)
    if (members === undefined) this.#members.set(container, new Map([[key, position]]))
    else if (!members.has(key)) members.set(key, position)
  }

  /** The place of the value at the path, or of the last one on the way to it that has one. */
  find(tree: Json, path: Path): Position {
    let place = this.root
    let value: unknown = tree
    for (const step of path) {
      if (typeof value !== 'object' || value === null) break
      place = this.#members.get(value)?.get(step) ?? place
      value = Object.hasOwn(value, step) ? (value as Record<string | number, unknown>)[step] : undefined
    }
    return place
  }
}
