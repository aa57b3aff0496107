import type { Container, Key } from '../document/books.ts'
import { isLeaf, type Json, type JsonObject } from '../document/json.ts'
import { keysOf } from '../document/places.ts'
import type { Account, Link } from '../mapping/account.ts'

/** From a place in the hub to the leaves of the input that it rests on. */
export class Tracer {
  readonly #account: Account
  #links: Map<Container, Link[]> | undefined

  constructor(account: Account) {
    this.#account = account
  }

  /** Visits each leaf below the sources of a place, and the place itself: a shared subtree is the input's own. */
  trace(container: Container, key: Key, visit: (at: Container, key: Key) => void): void {
    visit(container, key)
    this.#links ??= byTarget(this.#account.links)
    for (const { from, fromKey, toKey } of this.#links.get(container) ?? []) {
      if (toKey === key && (from !== container || fromKey !== key)) below(from, fromKey, visit)
    }
  }
}

/** A container has few links; they are gone through. */
function byTarget(links: readonly Link[]): Map<Container, Link[]> {
  const found = new Map<Container, Link[]>()
  for (const link of links) {
    const known = found.get(link.to)
    if (known === undefined) found.set(link.to, [link])
    else known.push(link)
  }
  return found
}

function below(container: Container, key: Key, visit: (at: Container, key: Key) => void): void {
  const value = (container as JsonObject)[key as string] as Json
  if (isLeaf(value)) visit(container, key)
  else for (const inner of keysOf(value as Container)) below(value as Container, inner, visit)
}
