import { createHash } from 'node:crypto'
import type { JsonObject } from '../../src/document/json.ts'
import { readBases } from './bases.ts'
import { type Base, type Mutation, type Operator, print } from './mutation.ts'
import { bundle } from './operate-bundle.ts'
import { contained } from './operate-contained.ts'
import { extensions } from './operate-extensions.ts'
import { invariants } from './operate-invariants.ts'
import { narrative } from './operate-narrative.ts'
import { profile } from './operate-profile.ts'
import { structure } from './operate-structure.ts'
import { texts } from './operate-text.ts'
import { parts, values } from './operate-values.ts'
import { xml } from './operate-xml.ts'

/** A document with one thing wrong, or nothing: then its rule is `none`. */
export interface Mutant {
  /** `rule | base | place`, unique. */
  readonly name: string
  readonly rule: string
  readonly base: string
  readonly text: string
  /** A few digits of a hash of the text, to tell whether a stored verdict is about it. */
  readonly hash: string
}

/** How many mutants a rule gives, of each resource type, of each document, or of all together. */
const quotas: readonly (readonly [operator: Operator, of: 'type' | 'document' | 'all', quota: number])[] = [
  [structure, 'type', 1],
  [values, 'type', 2],
  [parts, 'type', 1],
  [invariants, 'type', 1],
  [extensions, 'all', 8],
  [contained, 'all', 6],
  [narrative, 'all', 6],
  [texts, 'all', 5],
  [xml, 'all', 8],
  [bundle, 'all', 12],
  // Profiles are laid on few documents.
  [profile, 'document', 4],
]

/** The documents as they are and every mutant, in an order that never changes. */
export function generate(): { unchanged: Mutant[]; mutants: Mutant[] } {
  const bases = readBases()
  const unchanged = bases.map((base) => mutant({ rule: 'none', at: 'root', make: print }, base))
  return { unchanged, mutants: distinct(quotas.flatMap((quota) => pick(bases, ...quota))) }
}

/** Of the mutations of each rule as many as the quota, spread over elements and documents. */
function pick(bases: readonly Base[], operator: Operator, of: 'type' | 'document' | 'all', quota: number): Mutant[] {
  const part = (base: Base) => (of === 'type' ? base.root.resourceType : of === 'document' ? base.name : '')
  const groups = new Map<string, [Mutation, Base][]>()
  for (const base of bases) {
    for (const mutation of operator(base)) {
      const key = `${mutation.rule}|${part(base)}`
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [[mutation, base]])
      else group.push([mutation, base])
    }
  }
  return [...groups.values()].flatMap((group) =>
    spread(group)
      .slice(0, quota)
      .map(([one, base]) => mutant(one, base)),
  )
}

/** In an order that a hash decides, elements that have not been seen first. */
function spread(group: readonly [Mutation, Base][]): [Mutation, Base][] {
  const order = group
    .map((one) => ({ one, rank: hash(`${one[0].rule}|${one[0].at}|${one[1].name}`) }))
    .sort((a, b) => compare(a.rank, b.rank))
    .map(({ one }) => one)
  const seen = new Set<string>()
  const first = order.filter(([{ at }]) => !seen.has(at) && seen.add(at) !== undefined)
  return [...first, ...order.filter((one) => !first.includes(one))]
}

function mutant(mutation: Mutation, base: Base): Mutant {
  const text = mutation.make(structuredClone(base.root) as JsonObject)
  return {
    name: `${mutation.rule} | ${base.name} | ${mutation.at}`,
    rule: mutation.rule,
    base: base.name,
    text,
    hash: hash(text),
  }
}

/** Without those that equal another or the document itself; with numbers where a name occurs twice. */
function distinct(mutants: readonly Mutant[]): Mutant[] {
  const texts = new Set(readBases().map((base) => hash(print(base.root))))
  const names = new Map<string, number>()
  return mutants
    .filter((one) => !texts.has(one.hash) && texts.add(one.hash) !== undefined)
    .map((one) => {
      const count = (names.get(one.name) ?? 0) + 1
      names.set(one.name, count)
      return count === 1 ? one : { ...one, name: `${one.name} (${count})` }
    })
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
