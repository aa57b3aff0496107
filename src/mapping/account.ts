import type { Books, Container, Key, Outcome, Watch } from '../document/books.ts'
import type { Json, JsonObject } from '../document/json.ts'

/** What a row took from where, and what it made of it. */
export interface Link {
  readonly row: string
  readonly from: Container
  readonly fromKey: Key
  readonly to: Container
  readonly toKey: Key
}

/** Something the ledger must say about a place. */
export interface Remark {
  readonly row: string
  readonly outcome: Outcome
  readonly at: Container
  readonly key: Key
}

/**
 * The books of one hop between two forms. Containers are compared by identity: a subtree that is passed on unchanged
 * is the same object on both sides, so nothing has to be said about what is in it.
 */
export class Account implements Books {
  readonly watch: Watch | undefined = undefined
  /** Containers have few keys: a list is searched faster than a set is made. */
  readonly #keys = new Map<Container, Key[]>()
  readonly #whole = new Set<Container>()
  readonly #out = new Map<Container, Omit<Remark, 'at' | 'key'>>()
  readonly #aliases = new Map<Container, Map<Key, (readonly [Container, Key])[]>>()
  readonly links: Link[] = []
  readonly remarks: Remark[] = []
  readonly additions: Remark[] = []

  claim(container: Container, key: Key): void {
    const value = (container as JsonObject)[key as string]
    if (typeof value === 'object' && value !== null) this.#whole.add(value as Container)
    const known = this.#keys.get(container)
    if (known === undefined) this.#keys.set(container, [key])
    else if (!known.includes(key)) known.push(key)
    if (this.#aliases.size > 0)
      for (const [source, sourceKey] of this.#aliasesOf(container, key)) this.claim(source, sourceKey)
  }

  isClaimed(container: Container, key: Key): boolean {
    return this.#keys.get(container)?.includes(key) === true
  }

  isWhole(container: Container): boolean {
    return this.#whole.has(container)
  }

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
    for (const [source, key] of this.#aliasesOf(from, fromKey))
      this.links.push({ row, from: source, fromKey: key, to, toKey })
  }

  remark(row: string, outcome: Outcome, at: Container, key: Key): void {
    // What a row has decided to leave out is settled: no later row may bring it in after all.
    if (outcome === 'dropped') this.claim(at, key)
    this.remarks.push({ row, outcome, at, key })
    for (const [source, sourceKey] of this.#aliasesOf(at, key))
      this.remarks.push({ row, outcome, at: source, key: sourceKey })
  }

  added(row: string, outcome: Outcome, at: Container, key: Key): void {
    this.additions.push({ row, outcome, at, key })
  }

  keepOut(row: string, outcome: Outcome, container: Container): void {
    this.#out.set(container, { row, outcome })
  }

  keptOut(container: Container): Omit<Remark, 'at' | 'key'> | undefined {
    return this.#out.get(container)
  }

  alias(container: Container, key: Key, source: Container, sourceKey: Key): void {
    const keys = this.#aliases.get(container) ?? new Map<Key, (readonly [Container, Key])[]>()
    this.#aliases.set(container, keys)
    keys.set(key, [...(keys.get(key) ?? []), [source, sourceKey]])
  }

  retract(row: string, target: Container, key: Key): void {
    const value = (target as JsonObject)[key as string]
    for (const link of [...this.links]) {
      if (link.to === target && link.toKey === key) this.remark(row, 'dropped', link.from, link.fromKey)
    }
    // A subtree that was passed on as it is was the source's own.
    if (typeof value === 'object' && value !== null && this.#whole.has(value as Container))
      this.keepOut(row, 'dropped', value as Container)
  }

  branch(): Account {
    return new Account()
  }

  join(branch: Account): void {
    for (const [container, keys] of branch.#keys) for (const key of keys) this.claim(container, key)
    for (const { row, from, fromKey, to, toKey } of branch.links) this.link(row, from, fromKey, to, toKey)
    for (const { row, outcome, at, key } of branch.remarks) this.remark(row, outcome, at, key)
    this.additions.push(...branch.additions)
  }

  #aliasesOf(container: Container, key: Key): readonly (readonly [Container, Key])[] {
    return this.#aliases.size === 0 ? [] : (this.#aliases.get(container)?.get(key) ?? [])
  }
}
