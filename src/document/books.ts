import type { Json, JsonObject } from './json.ts'

/** A leaf or subtree is named by the object or array that holds it and its key there: identity, not a path. */
export type Container = JsonObject | Json[]
export type Key = string | number

/**
 * What happened to a leaf that did not simply cross.
 *
 * carried: it travels in a carrier (an attachment, an extension, `utvidelser`) that the receiver need not understand ·
 * narrowed / broadened: the target says less, or more generally · defaulted: the target must say something the source
 * did not · derived: worked out from other elements · dropped: it did not cross · withheld: kept back on purpose.
 */
export type Outcome = 'carried' | 'narrowed' | 'broadened' | 'defaulted' | 'derived' | 'dropped' | 'withheld'

/** Sees the rows of a table at work, each in its turn; tables that rows call stand between their `begin` and `end`. */
export interface Watch {
  /** A table begins to write to `target`; what is there already is not its own. */
  enter(target: JsonObject): void
  begin(row: string, direction: 'forward' | 'backward'): void
  end(target: JsonObject): void
}

/**
 * The books that rows and containers keep while they convert, so that afterwards every leaf of the source is either
 * claimed or in the ledger (law 1).
 */
export interface Books {
  /** For a trace; a conversion has none, and pays nothing for it. */
  readonly watch: Watch | undefined
  /** The value at `container[key]` has been taken, with all that it holds. */
  claim(container: Container, key: Key): void
  isClaimed(container: Container, key: Key): boolean
  /** The keys of the container that have been taken: to ask of many keys, ask once. It grows as more is taken. */
  claimedIn(container: Container): readonly Key[]
  /** The container was claimed as part of something larger, or itself. */
  isWhole(container: Container): boolean
  /** Nothing in the value has been taken: neither whole nor in part. */
  isUntouched(value: Json): boolean
  /** The target's leaf or subtree rests on this of the source. */
  link(row: string, from: Container, fromKey: Key, to: Container, toKey: Key): void
  /** The ledger shall tell this of a place in the source. What is dropped counts as taken: no other row gets to see it. */
  remark(row: string, outcome: Outcome, at: Container, key: Key): void
  /** The ledger shall tell this of a place in the target, which the source did not state. */
  added(row: string, outcome: Outcome, at: Container, key: Key): void
  /** Everything below `container` stays out of the target, whatever rows took of it. */
  keepOut(row: string, outcome: Outcome, container: Container): void
  /** What the target's leaf or subtree was made of did not come to stay: the ledger shall say that it was dropped. */
  retract(row: string, target: Container, key: Key): void
  /** `container[key]`, made up for a row to read, stands for this of the source: claiming the one claims the other. */
  alias(container: Container, key: Key, source: Container, sourceKey: Key): void
  /** Empty books for a part that several records share: what one of them took of it is there for the next. */
  branch(): Books
  /** Enters what a branch has kept. */
  join(branch: Books): void
}

/** What rows may ask of the document around their record: they see no Bundle and no file, only this. */
export interface Surroundings {
  /** The part that a reference of the source means, if it is at hand and fit for the role. Claims what the answer rests on. */
  resolve(reference: JsonObject, role: string): JsonObject | undefined
  /** An object for a part of the target to be written into. */
  part(role: string): JsonObject
  /** Puts a finished part where the target keeps it and gives the reference to it; `undefined` if it stands in the record itself. */
  place(part: JsonObject, role: string): string | undefined
  /** The reference in the target for one in the source; `undefined` if what it means does not come along. */
  refer(reference: string): string | undefined
  /** May an extension with this URL stand in the target's own elements? */
  mayCarry(url: string): boolean
}
