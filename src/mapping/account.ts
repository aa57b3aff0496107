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

/** A place of the source. */
type Place = readonly [container: Container, key: Key]

/** What is known of one container. Containers have few keys: a list is searched faster than a set is made. */
class Page {
  keys: Key[] | undefined = undefined
  isWhole = false
}

/**
 * The books of one hop between two forms. Containers are compared by identity: a subtree that is passed on unchanged
 * is the same object on both sides, so nothing has to be said about what is in it.
 */
export class Account implements Books {
  readonly watch: Watch | undefined = undefined
  readonly #pages = new Map<Container, Page>()
  #last: Container | undefined
  #lastPage = new Page()
  // Few records need these two, and a map costs as much to make as ten entries in it.
  #out: Map<Container, Omit<Remark, 'at' | 'key'>> | undefined
  #aliases: Map<Container, Map<Key, Place[]>> | undefined
  readonly links: Link[] = []
  readonly remarks: Remark[] = []
  readonly additions: Remark[] = []

  claim(container: Container, key: Key): void {
    const value = (container as JsonObject)[key as string]
    if (typeof value === 'object' && value !== null) this.#pageOf(value as Container).isWhole = true
    // One key of a container is seldom claimed alone.
    const page = container === this.#last ? this.#lastPage : this.#pageOf(container)
    this.#last = container
    this.#lastPage = page
    if (page.keys === undefined) page.keys = [key]
    else if (!page.keys.includes(key)) page.keys.push(key)
    if (this.#aliases !== undefined)
      for (const [source, sourceKey] of this.#aliasesOf(container, key)) this.claim(source, sourceKey)
  }

  isClaimed(container: Container, key: Key): boolean {
    return this.#pages.get(container)?.keys?.includes(key) === true
  }

  claimedIn(container: Container): readonly Key[] {
    return this.#pages.get(container)?.keys ?? none
  }

  isWhole(container: Container): boolean {
    return this.#pages.get(container)?.isWhole === true
  }

  isUntouched(value: Json): boolean {
    if (typeof value !== 'object' || value === null) return true
    // A page is only made for a container that something was taken of.
    if (this.#pages.has(value as Container)) return false
    if (Array.isArray(value)) return value.every((member) => this.isUntouched(member))
    for (const key of Object.keys(value)) if (!this.isUntouched((value as JsonObject)[key] as Json)) return false
    return true
  }

  link(row: string, from: Container, fromKey: Key, to: Container, toKey: Key): void {
    this.links.push({ row, from, fromKey, to, toKey })
    if (this.#aliases === undefined) return
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
    this.#out ??= new Map()
    this.#out.set(container, { row, outcome })
  }

  keptOut(container: Container): Omit<Remark, 'at' | 'key'> | undefined {
    return this.#out?.get(container)
  }

  /** Nothing was remarked on and nothing kept out: all that can be said of a leaf is whether it was claimed. */
  get isPlain(): boolean {
    return this.remarks.length === 0 && this.#out === undefined
  }

  alias(container: Container, key: Key, source: Container, sourceKey: Key): void {
    this.#aliases ??= new Map()
    const keys = this.#aliases.get(container) ?? new Map<Key, Place[]>()
    this.#aliases.set(container, keys)
    keys.set(key, [...(keys.get(key) ?? []), [source, sourceKey]])
  }

  retract(row: string, target: Container, key: Key): void {
    const value = (target as JsonObject)[key as string]
    for (const link of [...this.links]) {
      if (link.to === target && link.toKey === key) this.remark(row, 'dropped', link.from, link.fromKey)
    }
    // A subtree that was passed on as it is was the source's own.
    if (typeof value === 'object' && value !== null && this.isWhole(value as Container))
      this.keepOut(row, 'dropped', value as Container)
  }

  branch(): Account {
    return new Account()
  }

  join(branch: Account): void {
    for (const [container, { keys }] of branch.#pages)
      if (keys !== undefined) for (const key of keys) this.claim(container, key)
    for (const { row, from, fromKey, to, toKey } of branch.links) this.link(row, from, fromKey, to, toKey)
    for (const { row, outcome, at, key } of branch.remarks) this.remark(row, outcome, at, key)
    this.additions.push(...branch.additions)
  }

  #pageOf(container: Container): Page {
    const known = this.#pages.get(container)
    if (known !== undefined) return known
    const page = new Page()
    this.#pages.set(container, page)
    return page
  }

  #aliasesOf(container: Container, key: Key): readonly Place[] {
    return this.#aliases?.get(container)?.get(key) ?? none
  }
}

const none: readonly never[] = []
