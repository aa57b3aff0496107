import type { Container, Key } from '../document/books.ts'
import type { Json, JsonObject, Path } from '../document/json.ts'
import { countLeaves } from '../document/leaves.ts'
import { printPath } from '../document/path.ts'
import { resourcesOf } from '../form/bundle.ts'
import type { Account } from '../mapping/account.ts'
import type { Compiled } from '../mapping/compile.ts'
import { type Entry, graver, gradeOf, type Safety } from '../mapping/ledger.ts'
import { Tracer } from './tracer.ts'
import { type Loss, visitor } from './visit.ts'

/** A leaf of the input that the output does not hold, with its value (for `residue`, never for a report). */
export interface Leaf {
  readonly path: Path
  readonly value: Json
}

/** One hop of a conversion: what it read, the books that it kept, and the row that is named for what no row took. */
export interface Stage {
  readonly sources: readonly JsonObject[]
  readonly account: Account
  readonly unmapped: string
}

export interface Settlement {
  readonly entries: Entry[]
  readonly residue: Leaf[]
  readonly total: number
}

/**
 * Closes the books of a conversion: every leaf of the input is claimed by a row, or stands in the ledger once
 * (law 1). A leaf that an earlier hop claimed and a later one lost is traced back through the links of those between.
 * The first stage has one source: the input. Where there is no stage, nothing happened to the input yet.
 */
export function settle(root: Json, stages: readonly Stage[], compiled: Compiled): Settlement {
  const [first] = stages
  if (first === undefined) return { entries: [], residue: [], total: countLeaves(root) }
  let losses = new Losses()
  for (let index = stages.length - 1; index > 0; index--) {
    losses = traced(stages[index] as Stage, losses, (stages[index - 1] as Stage).account)
  }
  return collect(root, first, losses, compiled)
}

/** What a stage lost, and what those after it lost, at the places of the stage before. */
function traced({ sources, account, unmapped }: Stage, losses: Losses, before: Account): Losses {
  const earlier = new Losses()
  const back = new Tracer(before)
  const visit = visitor(account, unmapped, losses.isEmpty)
  for (const source of sources) {
    if (!account.isPlain) for (const record of resourcesOf(source)) keepOutToo(record, account, before, back)
    visit(source, (container, key, loss) => {
      const worst = worse(loss, losses.get(container, key))
      if (worst !== undefined) back.trace(container, key, (at, atKey) => earlier.add(at, atKey, worst))
    })
  }
  return earlier
}

/** A record that a later hop keeps out is kept out whole, with what the hop before had no place for. */
function keepOutToo(resource: JsonObject, second: Account, first: Account, back: Tracer): void {
  const out = second.keptOut(resource)
  if (out === undefined) return
  back.trace(resource, 'resourceType', (container) => first.keepOut(out.row, out.outcome, container))
}

function collect(root: Json, { account, unmapped }: Stage, losses: Losses, compiled: Compiled): Settlement {
  const entries: Entry[] = []
  const residue: Leaf[] = []
  visitor(
    account,
    unmapped,
    losses.isEmpty,
  )(root, (container, key, loss, path) => {
    const worst = worse(loss, losses.get(container, key))
    if (worst === undefined) return
    const place = [...path]
    entries.push(entryOf(printPath(root, place), worst, compiled))
    residue.push({ path: place, value: (container as JsonObject)[key as string] as Json })
  })
  return { entries, residue, total: countLeaves(root) }
}

function worse(one: Loss | undefined, other: Loss | undefined): Loss | undefined {
  if (one === undefined || other === undefined) return one ?? other
  return graver(one.outcome, other.outcome) === one.outcome ? one : other
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
  const criterion = compiled.criterion(row)
  if (criterion !== undefined) return criterion.safety
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

  get isEmpty(): boolean {
    return this.#known.size === 0
  }

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
