import type { Container, Key, Outcome } from '../document/books.ts'
import { isLeaf, type Json, type JsonObject } from '../document/json.ts'
import { keysOf } from '../document/places.ts'
import type { Account, Remark } from '../mapping/account.ts'
import { graver } from '../mapping/ledger.ts'

/** What happened to a leaf that was not simply claimed. */
export interface Loss {
  readonly row: string
  readonly outcome: Outcome
}

/** A leaf, what the books say of it beside that it was claimed, and the way to it, which is the walker's own. */
export type Visit = (container: Container, key: Key, loss: Loss | undefined, path: (string | number)[]) => void

/**
 * Visits the leaves of which one account has something to say; all of them where later stages may have lost one. Most records are
 * claimed in full, without a remark, and then only what was not claimed is looked at. What was remarked on is put in
 * order once, for all sources that are visited.
 */
export function visitor(account: Account, unmapped: string, isLast: boolean): (root: Json, to: Visit) => void {
  const dropped: Loss = { row: unmapped, outcome: 'dropped' }
  if (isLast && account.isPlain)
    return (root, to) => (isLeaf(root) ? undefined : visitUnclaimed(root as Container, account, dropped, [], to))
  const remarks = index(account.remarks)
  return (root, to) => walk(root, account, remarks, dropped, to)
}

function visitUnclaimed(at: Container, account: Account, loss: Loss, path: (string | number)[], to: Visit): void {
  const claimed = account.claimedIn(at)
  for (const key of keysOf(at)) {
    if (claimed.includes(key)) continue
    const value = (at as JsonObject)[key] as Json
    path.push(key)
    if (isLeaf(value)) to(at, key, loss, path)
    else if (!account.isWhole(value as Container)) visitUnclaimed(value as Container, account, loss, path, to)
    path.pop()
  }
}

/** Visits every leaf with what one account says of it. */
function walk(root: Json, account: Account, remarks: Remarks, dropped: Loss, visit: Visit): void {
  const path: (string | number)[] = []
  const step = (container: Container, whole: boolean, out: Loss | undefined, remark: Loss | undefined): void => {
    const kept = account.keptOut(container) ?? out
    const taken = account.claimedIn(container)
    const remarked = remarks.get(container)
    for (const key of keysOf(container)) {
      const value = (container as JsonObject)[key as string] as Json
      const claimed = whole || taken.includes(key) || (!isLeaf(value) && account.isWhole(value as Container))
      const said = remarked?.get(key) ?? remark
      path.push(key)
      if (isLeaf(value)) visit(container, key, kept ?? said ?? (claimed ? undefined : dropped), path)
      else step(value as Container, claimed, kept, said)
      path.pop()
    }
  }
  if (!isLeaf(root)) step(root as Container, false, undefined, undefined)
}

type Remarks = ReadonlyMap<Container, ReadonlyMap<Key, Loss>>

function index(remarks: readonly Remark[]): Remarks {
  const found = new Map<Container, Map<Key, Loss>>()
  for (const { at, key, row, outcome } of remarks) {
    const keys = found.get(at) ?? new Map<Key, Loss>()
    found.set(at, keys)
    const known = keys.get(key)
    if (known === undefined || graver(outcome, known.outcome) === outcome) keys.set(key, { row, outcome })
  }
  return found
}
