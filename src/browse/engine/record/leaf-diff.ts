import type { Container } from '../../../document/books.ts'
import { equal } from '../../../document/equal.ts'
import { isLeaf, type Json, type JsonObject, type Path } from '../../../document/json.ts'
import { keysOf } from '../../../document/places.ts'
import { printPath } from '../../../document/path.ts'
import { pairsOf } from '../../../roundtrip.ts'
import { textOfLeaf } from './shown.ts'

export type LeafState = 'same' | 'changed' | 'missing' | 'added'
export const leafStates: readonly LeafState[] = ['changed', 'missing', 'added', 'same']

/** A leaf on either side, or on one of them. */
export interface LeafChange {
  readonly state: LeafState
  readonly place: string
  readonly before?: string
  readonly after?: string
}

/** How a document differs from another, leaf by leaf. */
export interface LeafDiff {
  readonly counts: Readonly<Record<LeafState, number>>
  /** In the order of the document: all that differ, and what is the same if that was asked for; the first of them. */
  readonly changes: readonly LeafChange[]
  /** How many there are besides. */
  readonly others: number
}

/** So many are listed, and so much of each value is shown. */
const most = 2000
const longest = 400

/** Compares as a round trip does: lists of records id by id. */
export function leafDiff(one: Json, other: Json, withSame: boolean): LeafDiff {
  const walk = new Walk()
  walk.step(one, other, [])
  const wanted = walk.changes.filter(({ state }) => withSame || state !== 'same')
  return {
    counts: walk.counts,
    changes: wanted.slice(0, most).map(({ state, path, before, after }) => ({
      state,
      place: printPath(one, path),
      ...(before === undefined ? {} : { before: textOfLeaf(before, longest) }),
      ...(after === undefined ? {} : { after: textOfLeaf(after, longest) }),
    })),
    others: Math.max(wanted.length - most, 0),
  }
}

interface Change {
  readonly state: LeafState
  readonly path: Path
  readonly before: Json | undefined
  readonly after: Json | undefined
}

class Walk {
  readonly changes: Change[] = []
  readonly counts: Record<LeafState, number> = { same: 0, changed: 0, missing: 0, added: 0 }

  step(left: Json | undefined, right: Json | undefined, path: Path): void {
    if (isEnd(left) || isEnd(right) || Array.isArray(left) !== Array.isArray(right)) this.#ends(left, right, path)
    else this.#members(left, right, path)
  }

  #members(left: Json | undefined, right: Json | undefined, path: Path): void {
    const pairs = pairsOf(left, right)
    for (const [index, member, partner] of pairs ?? []) {
      this.step(member, partner, index === undefined ? path : [...path, index])
    }
    if (pairs !== undefined) return
    for (const key of new Set([...keysIn(left), ...keysIn(right)])) {
      this.step(memberOf(left, key), memberOf(right, key), [...path, key])
    }
  }

  /** At least one is a leaf, or they are of different kinds. */
  #ends(left: Json | undefined, right: Json | undefined, path: Path): void {
    const isPair = left !== undefined && right !== undefined && isLeaf(left) && isLeaf(right)
    if (isPair) this.#note(equal(left, right) ? 'same' : 'changed', path, left, right)
    else {
      this.#leaves('missing', left, path)
      this.#leaves('added', right, path)
    }
  }

  #leaves(state: 'missing' | 'added', value: Json | undefined, path: Path): void {
    if (value === undefined) return
    if (isLeaf(value)) {
      this.#note(state, path, state === 'missing' ? value : undefined, state === 'added' ? value : undefined)
      return
    }
    for (const key of keysIn(value)) this.#leaves(state, memberOf(value, key), [...path, key])
  }

  #note(state: LeafState, path: Path, before: Json | undefined, after: Json | undefined): void {
    this.counts[state] += 1
    this.changes.push({ state, path, before, after })
  }
}

function isEnd(value: Json | undefined): boolean {
  return value === undefined || isLeaf(value)
}

function keysIn(value: Json | undefined) {
  return value === undefined || isLeaf(value) ? [] : keysOf(value as Container)
}

function memberOf(value: Json | undefined, key: string | number): Json | undefined {
  if (value === undefined || isLeaf(value) || !Object.hasOwn(value as Container, key)) return undefined
  return (value as JsonObject)[key as string]
}
