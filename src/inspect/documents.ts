import type { Container } from '../document/books.ts'
import { isLeaf, type Json, type JsonObject, type Path } from '../document/json.ts'
import { keysOf } from '../document/places.ts'
import { type Slot as Spot, valueAt } from '../mapping/slot.ts'

/** Documents side by side, and where everything in them stands. */
export class Documents {
  readonly #parents = new Map<Container, Spot>()
  readonly #roots = new Set<Container>()

  constructor(readonly roots: readonly JsonObject[]) {
    for (const root of roots) {
      this.#roots.add(root)
      this.#enter(root)
    }
  }

  has(container: Container): boolean {
    return this.#roots.has(container) || this.#parents.has(container)
  }

  /** The place, then that of what holds it, up to the root. */
  *upwards(spot: Spot): Generator<Spot> {
    for (let at: Spot | undefined = spot; at !== undefined; at = this.#parents.get(at.container)) yield at
  }

  /** The document that a place is in, and the way to it; undefined for what stands in none. */
  placeOf(spot: Spot): { readonly root: Json; readonly path: Path } | undefined {
    if (!this.has(spot.container)) return undefined
    const up = [...this.upwards(spot)]
    const root = up.at(-1)?.container as Json
    return { root, path: up.map((one) => one.key).reverse() }
  }

  /** The innermost resource that something stands in; undefined for what stands in none of these documents. */
  resourceOf(container: Container): Container | undefined {
    if (!this.has(container)) return undefined
    for (const { container: at } of this.upwards({ container, key: '' }))
      if (!Array.isArray(at) && at.resourceType !== undefined) return at
    return undefined
  }

  /** Every leaf of all documents, in order. */
  leaves(): Spot[] {
    return this.roots.flatMap((root) => keysOf(root).flatMap((key) => leavesBelow({ container: root, key })))
  }

  /** The first place of an object is the one that counts. */
  #enter(container: Container): void {
    for (const key of keysOf(container)) {
      const value = (container as JsonObject)[key as string] as Json
      if (isLeaf(value) || this.has(value as Container)) continue
      this.#parents.set(value as Container, { container, key })
      this.#enter(value as Container)
    }
  }
}

/** The leaf itself, or all leaves of a subtree. */
export function leavesBelow(spot: Spot): Spot[] {
  const value = valueAt(spot)
  if (value === undefined) return []
  if (isLeaf(value)) return [spot]
  const container = value as Container
  return keysOf(container).flatMap((key) => leavesBelow({ container, key }))
}
