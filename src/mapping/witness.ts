import type { Container, Key, Outcome, Watch } from '../document/books.ts'
import { isLeaf, type Json, type JsonObject } from '../document/json.ts'
import { keysOf } from '../document/places.ts'
import { Account } from './account.ts'

/** A row at work: which, and which way. */
export interface Act {
  readonly row: string
  readonly direction: 'forward' | 'backward'
}

interface OpenAct extends Act {
  /** It took or wrote something. */
  isAtWork: boolean
}

/** Who wrote a leaf, and what it was then: whatever else stands there now was not written by a row. */
interface Made {
  readonly value: Json
  readonly acts: readonly Act[]
}

type Notes<T> = Map<Container, Map<Key, T>>

/**
 * Books that also note which row took each place of the source and which wrote each leaf of the target, by looking
 * at both after each row. That takes time, so it is for a trace and not for conversion.
 */
export class Witness extends Account implements Watch {
  override readonly watch: Watch = this
  #open: OpenAct[] = []
  #made: Notes<Made> = new Map()
  #took: Notes<Act[]> = new Map()
  /** How often each row took or wrote something. */
  fired: Map<string, number> = new Map()
  #isJoining = false

  enter(target: JsonObject): void {
    this.#note(target, undefined)
  }

  begin(row: string, direction: Act['direction']): void {
    this.#open.push({ row, direction, isAtWork: false })
  }

  end(target: JsonObject): void {
    const act = this.#open.at(-1)
    if (act === undefined) return
    this.#note(target, act)
    this.#open.pop()
    if (act.isAtWork) this.fired.set(act.row, (this.fired.get(act.row) ?? 0) + 1)
  }

  /** The rows that wrote a leaf as it stands there; none where code of a container did. */
  makersOf(container: Container, key: Key): readonly Act[] {
    const made = this.#made.get(container)?.get(key)
    return made === undefined || made.value !== (container as JsonObject)[key as string] ? [] : made.acts
  }

  /** The rows that took this place of the source, as it is or with what holds it. */
  takersOf(container: Container, key: Key): readonly Act[] {
    return this.#took.get(container)?.get(key) ?? []
  }

  override claim(container: Container, key: Key): void {
    super.claim(container, key)
    this.#take(container, key)
  }

  override remark(row: string, outcome: Outcome, at: Container, key: Key): void {
    super.remark(row, outcome, at, key)
    this.#take(at, key)
  }

  /** A branch shares the notes of the books that it branches from. */
  override branch(): Witness {
    const made = new Witness()
    made.#open = this.#open
    made.#made = this.#made
    made.#took = this.#took
    made.fired = this.fired
    return made
  }

  override join(branch: Account): void {
    this.#isJoining = true
    super.join(branch)
    this.#isJoining = false
  }

  #take(container: Container, key: Key): void {
    const act = this.#open.at(-1)
    if (act === undefined || this.#isJoining) return
    act.isAtWork = true
    const keys = this.#took.get(container) ?? new Map<Key, Act[]>()
    this.#took.set(container, keys)
    const known = keys.get(key) ?? []
    if (!known.some((one) => one.row === act.row)) keys.set(key, [...known, act])
  }

  /** What is new below a target, or has another value, is the act's; without one it was there before. */
  #note(container: Container, act: OpenAct | undefined): void {
    const keys = this.#made.get(container) ?? new Map<Key, Made>()
    this.#made.set(container, keys)
    for (const key of keysOf(container)) {
      const value = (container as JsonObject)[key as string] as Json
      if (!isLeaf(value)) {
        this.#note(value as Container, act)
        continue
      }
      const known = keys.get(key)
      if (known?.value === value || (act === undefined && known !== undefined)) continue
      if (act !== undefined) act.isAtWork = true
      keys.set(key, { value, acts: act === undefined ? [] : [...(known?.acts ?? []), act] })
    }
  }
}
