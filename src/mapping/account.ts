import type { Json, JsonObject } from '../document/json.ts'
import type { Outcome } from './ledger.ts'

/** A leaf or subtree, named by the object or array that holds it: identity, so no path is built while mapping. */
export type Container = JsonObject | Json[]
export type Key = string | number

/** What a row took from where, and what it made of it. */
export interface Link {
  readonly row: string
  readonly from: Container
  readonly fromKey: Key
  readonly to: Container
  readonly toKey: Key
}

/** Something the ledger must say about a place in the source. */
export interface Remark {
  readonly row: string
  readonly outcome: Outcome
  readonly at: Container
  readonly key: Key
}

/**
 * The books of one hop between two forms. Rows write to it while they run; afterwards every leaf of the
 * source is either claimed or left over (law 1). Nothing here looks at a path: containers are compared by
 * identity, and a subtree that is passed on unchanged is the same object on both sides.
 */
export class Account {
  readonly #keys = new Map<Container, Set<Key>>()
  readonly #whole = new Set<Container>()
  readonly #withheld = new Map<Container, string>()
  readonly links: Link[] = []
  readonly remarks: Remark[] = []
  /** Places in the target that the source did not state: defaults and derivations. */
  readonly additions: Remark[] = []

  /** The value at `container[key]` has been taken, with all that it holds. */
  claim(container: Container, key: Key): void {
    const value = (container as JsonObject)[key as string]
    if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) this.#whole.add(value as Container)
    const known = this.#keys.get(container)
    if (known === undefined) this.#keys.set(container, new Set([key]))
    else known.add(key)
  }

  isClaimed(container: Container, key: Key): boolean {
    return this.#keys.get(container)?.has(key) === true
  }

  isWhole(container: Container): boolean {
    return this.#whole.has(container)
  }

  /** Nothing below has been taken: neither whole nor in part. */
  isUntouched(value: Json): boolean {
    if (typeof value !== 'object' || value === null) return true
    if (this.#whole.has(value as Container) || this.#keys.has(value as Container)) return false
    for (const child of Array.isArray(value) ? value : Object.values(value as JsonObject)) {
      if (!this.isUntouched(child)) return false
    }
    return true
  }

  link(row: string, from: Container, fromKey: Key, to: Container, toKey: Key): void {
    this.links.push({ row, from, fromKey, to, toKey })
  }

  remark(row: string, outcome: Outcome, at: Container, key: Key): void {
    this.remarks.push({ row, outcome, at, key })
  }

  added(row: string, outcome: Outcome, at: Container, key: Key): void {
    this.additions.push({ row, outcome, at, key })
  }

  /** Everything below `container` is kept from the target, whatever rows took of it. */
  withhold(row: string, container: Container): void {
    this.#withheld.set(container, row)
  }

  withheldBy(container: Container): string | undefined {
    return this.#withheld.get(container)
  }
}
