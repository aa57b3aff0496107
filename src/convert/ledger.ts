import type { Container, Key, Outcome } from '../document/books.ts'
import { isLeaf, type Json, type JsonObject, type Path } from '../document/json.ts'
import { printPath } from '../document/path.ts'
import { keysOf } from '../document/places.ts'
import type { Hub } from '../form/hub.ts'
import type { Account, Remark } from '../mapping/account.ts'
import type { Compiled } from '../mapping/compile.ts'
import { type Entry, graver, gradeOf, type Safety } from '../mapping/ledger.ts'
import { Tracer } from './tracer.ts'

/** What happened to a leaf that was not simply claimed. */
interface Loss {
  readonly row: string
  readonly outcome: Outcome
}

/** A leaf of the input that the output does not hold, with its value (for `residue`, never for a report). */
export interface Leaf {
  readonly path: Path
  readonly value: Json
}

export interface Accounts {
  readonly first: Account
  /** Absent where the hub itself is the target. */
  readonly second: Account | undefined
  readonly hub: Hub
  readonly from: string
  readonly to: string
}

export interface Settlement {
  readonly entries: Entry[]
  readonly residue: Leaf[]
  readonly total: number
}

/**
 * Closes the books of a conversion: every leaf of the input is claimed by a row, or stands in the ledger once
 * (law 1). A leaf that the first hop claimed and the second lost is traced back through the links of the first.
 */
export function settle(root: Json, accounts: Accounts, compiled: Compiled): Settlement {
  const losses = new Losses()
  if (accounts.second !== undefined) {
    const back = new Tracer(accounts.first)
    for (const { resource } of accounts.hub.entries) {
      keepOutToo(resource, accounts.second, accounts.first, back)
      walk(resource, accounts.second, `${accounts.to}.unmapped`, (container, key, loss) => {
        if (loss !== undefined) back.trace(container, key, (at, atKey) => losses.add(at, atKey, loss))
      })
    }
  }
  return collect(root, accounts, losses, compiled)
}

/** A record that the second hop keeps out is kept out whole, with what the first hop had no place for. */
function keepOutToo(resource: JsonObject, second: Account, first: Account, back: Tracer): void {
  const out = second.keptOut(resource)
  if (out === undefined) return
  back.trace(resource, 'resourceType', (container) => first.keepOut(out.row, out.outcome, container))
}

function collect(root: Json, accounts: Accounts, losses: Losses, compiled: Compiled): Settlement {
  const entries: Entry[] = []
  const residue: Leaf[] = []
  let total = 0
  walk(root, accounts.first, `${accounts.from}.unmapped`, (container, key, loss, path) => {
    total++
    const known = losses.get(container, key)
    const worst =
      loss === undefined
        ? known
        : known === undefined
          ? loss
          : graver(loss.outcome, known.outcome) === loss.outcome
            ? loss
            : known
    if (worst === undefined) return
    const place = [...path]
    entries.push(entryOf(printPath(root, place), worst, compiled))
    residue.push({ path: place, value: (container as JsonObject)[key as string] as Json })
  })
  return { entries, residue, total }
}

function entryOf(path: string, { row, outcome }: Loss, compiled: Compiled): Entry {
  return {
    path,
    row,
    outcome,
    grade: gradeOf(outcome),
    safety: safetyOf(row, path, compiled),
    recoverable: outcome === 'carried',
  }
}

/** The same entry where the original goes along whole: what did not cross in elements is carried. */
export function asCarried(entry: Entry): Entry {
  if (entry.outcome === 'withheld') return entry
  const outcome = entry.outcome === 'dropped' ? 'carried' : entry.outcome
  return { ...entry, outcome, grade: gradeOf(outcome), recoverable: true }
}

/** The row knows; a leaf without a row is judged by the element that it belongs to. */
export function safetyOf(row: string, path: string, compiled: Compiled): Safety {
  const known = compiled.row(row)?.safety
  if (known !== undefined && known !== 'none') return known
  if (row.startsWith('container.') || /(?:^|\.)(?:display|visning|text\.div)$|\.coding\[\d+\]\.extension\b/.test(path))
    return 'none'
  return byElement.find(([pattern]) => pattern.test(path))?.[1] ?? 'none'
}

const byElement: readonly (readonly [RegExp, Safety])[] = [
  [/\.modifierExtension\b/, 'negation'],
  [/\.emptyReason\b/, 'negation'],
  [/\.(?:verificationStatus|sannsynlighet)\b/, 'certainty'],
  [/\.(?:clinicalStatus|status)(?:\.|$)/, 'status'],
  [/\.(?:criticality|alvorlighetsgrad)$/, 'criticality'],
  [/(?:AllergyIntolerance|Condition|resource|registreringer\[\d+\])\.(?:code|agens|tilstand|category|type)\b/, 'agent'],
]

class Losses {
  readonly #known = new Map<Container, Map<Key, Loss>>()

  add(container: Container, key: Key, loss: Loss): void {
    const keys = this.#known.get(container) ?? new Map<Key, Loss>()
    this.#known.set(container, keys)
    const known = keys.get(key)
    if (known === undefined || graver(loss.outcome, known.outcome) === loss.outcome) keys.set(key, loss)
  }

  get(container: Container, key: Key): Loss | undefined {
    return this.#known.get(container)?.get(key)
  }
}

type Visit = (container: Container, key: Key, loss: Loss | undefined, path: (string | number)[]) => void

/** Visits every leaf with what one account says of it. */
function walk(root: Json, account: Account, unmapped: string, visit: Visit): void {
  const remarks = index(account.remarks)
  const path: (string | number)[] = []
  const step = (container: Container, whole: boolean, out: Loss | undefined, remark: Loss | undefined): void => {
    const kept = account.keptOut(container) ?? out
    for (const key of keysOf(container)) {
      const value = (container as JsonObject)[key as string] as Json
      const claimed =
        whole || account.isClaimed(container, key) || (!isLeaf(value) && account.isWhole(value as Container))
      const said = remarks.get(container)?.get(key) ?? remark
      path.push(key)
      if (isLeaf(value))
        visit(container, key, kept ?? said ?? (claimed ? undefined : { row: unmapped, outcome: 'dropped' }), path)
      else step(value as Container, claimed, kept, said)
      path.pop()
    }
  }
  if (!isLeaf(root)) step(root as Container, false, undefined, undefined)
}

function index(remarks: readonly Remark[]): ReadonlyMap<Container, ReadonlyMap<Key, Loss>> {
  const found = new Map<Container, Map<Key, Loss>>()
  for (const { at, key, row, outcome } of remarks) {
    const keys = found.get(at) ?? new Map<Key, Loss>()
    found.set(at, keys)
    const known = keys.get(key)
    if (known === undefined || graver(outcome, known.outcome) === outcome) keys.set(key, { row, outcome })
  }
  return found
}
