import type { Container, Key } from '../../../document/books.ts'
import { isLeaf, type Json, type JsonObject } from '../../../document/json.ts'
import { keysOf } from '../../../document/places.ts'
import type { Slot } from '../../../mapping/slot.ts'

/** `open` and `close` stand around the members of an object or list; one without members is `empty`, on one line. */
export type LineKind = 'open' | 'close' | 'leaf' | 'empty'

export interface LaidLine {
  readonly kind: LineKind
  /** The value of which the line is; undefined for the document itself. */
  readonly slot: Slot | undefined
  readonly value: Json
  readonly depth: number
  /** Something follows in the same object or list. */
  readonly hasNext: boolean
}

/**
 * A document as lines, one for each leaf and two around each object and list, as `JSON.stringify` with an indent lays it out. The
 * lines are made one by one when they are asked for: of a large document only what is looked at becomes text.
 */
export class Layout {
  readonly #lines: LaidLine[] = []
  /** For each object and list, by its first place in the document: the lines that its members begin on. */
  readonly #members = new Map<Container, number[]>()

  constructor(root: Json) {
    this.#lay(root, undefined, 0, false)
  }

  get count(): number {
    return this.#lines.length
  }

  line(number: number): LaidLine | undefined {
    return this.#lines[number]
  }

  /** The line, from 0, that a value begins on. */
  lineOf({ container, key }: Slot): number | undefined {
    const members = this.#members.get(container)
    return members?.[Array.isArray(container) ? Number(key) : Object.keys(container).indexOf(String(key))]
  }

  #lay(value: Json, slot: Slot | undefined, depth: number, hasNext: boolean): void {
    if (isLeaf(value)) {
      this.#lines.push({ kind: 'leaf', slot, value, depth, hasNext })
      return
    }
    const container = value as Container
    const keys = keysOf(container)
    const isFirst = !this.#members.has(container)
    if (isFirst) this.#members.set(container, [])
    if (keys.length === 0) {
      this.#lines.push({ kind: 'empty', slot, value, depth, hasNext })
      return
    }
    this.#lines.push({ kind: 'open', slot, value, depth, hasNext })
    keys.forEach((key, index) => {
      if (isFirst) this.#members.get(container)?.push(this.#lines.length)
      this.#lay(memberOf(container, key), { container, key }, depth + 1, index < keys.length - 1)
    })
    this.#lines.push({ kind: 'close', slot, value, depth, hasNext })
  }
}

function memberOf(container: Container, key: Key): Json {
  return (container as JsonObject)[key as string] as Json
}
