import type { Severity } from '../issue/catalogue.ts'

const ranks: readonly Severity[] = ['information', 'warning', 'error']

interface Held<Value> {
  readonly order: number
  readonly size: number
  readonly value: Value
}

/**
 * The gravest of many things, as many as a bound allows, in bounded memory however many come. Of equals the first stay;
 * what has to make room is the last that came of the least grave.
 */
export class Shortlist<Value> {
  readonly #held: Readonly<Record<Severity, Held<Value>[]>> = { information: [], warning: [], error: [] }
  readonly #sizes: Record<Severity, number> = { information: 0, warning: 0, error: 0 }
  readonly #bound: number
  readonly #onDrop: (value: Value) => void
  #order = 0

  /** `onDrop` hears of what was held and has to make room. */
  constructor(bound: number, onDrop: (value: Value) => void = () => undefined) {
    this.#bound = bound
    this.#onDrop = onDrop
  }

  /** Whether it is held, for now. `size` is what it takes of the bound. */
  add(severity: Severity, value: Value, size = 1): boolean {
    const order = this.#order++
    if (!this.hasRoom(severity, size)) return false
    while (this.#size + size > this.#bound) this.#drop(ranks.find((rank) => this.#held[rank].length > 0))
    this.#held[severity].push({ order, size, value })
    this.#sizes[severity] += size
    return true
  }

  /** Whether it would be held: where there is room, or something less grave that makes room. */
  hasRoom(severity: Severity, size = 1): boolean {
    const less = ranks.slice(0, ranks.indexOf(severity))
    return less.reduce((left, rank) => left - this.#sizes[rank], this.#size) + size <= this.#bound
  }

  /** What is held, in the order in which it came. */
  get values(): readonly Value[] {
    const all = ranks.flatMap((rank) => this.#held[rank])
    return all.sort((one, other) => one.order - other.order).map(({ value }) => value)
  }

  get #size(): number {
    const { information, warning, error } = this.#sizes
    return information + warning + error
  }

  #drop(rank: Severity | undefined): void {
    const dropped = rank === undefined ? undefined : this.#held[rank].pop()
    if (rank === undefined || dropped === undefined) throw new Error('nothing to drop')
    this.#sizes[rank] -= dropped.size
    this.#onDrop(dropped.value)
  }
}
