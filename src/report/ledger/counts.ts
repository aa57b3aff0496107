/** How often something came, in how many documents, and the first of these. */
export interface Count<Key> {
  readonly key: Key
  times: number
  documents: number
  /** Names of the first documents in which it came, with how often it came there. */
  readonly first: { readonly input: string; times: number }[]
}

/** Kinds of things that are told apart. Ours are some hundreds; a report that was made up may have any number. */
const mostKinds = 5_000

/** Counts things by name in bounded memory. `examples` is how many documents are remembered of each. */
export class Counts<Key> {
  readonly #counts = new Map<string, Count<Key>>()
  readonly #examples: number
  #here = new Set<string>()
  /** Times that a thing came which there was no room to tell apart. */
  beyond = 0

  constructor(examples: number) {
    this.#examples = examples
  }

  /** What is added from here on is of the next document. */
  next(): void {
    if (this.#here.size > 0) this.#here = new Set()
  }

  add(name: string, input: string, key: () => Key): void {
    const count = this.#counts.get(name) ?? this.#begin(name, key)
    if (count === undefined) return void this.beyond++
    count.times++
    if (!this.#here.has(name)) {
      this.#here.add(name)
      count.documents++
      if (count.first.length < this.#examples) count.first.push({ input, times: 0 })
    }
    const last = count.first[count.first.length - 1]
    if (last?.input === input) last.times++
  }

  get size(): number {
    return this.#counts.size
  }

  /** The most frequent first, equals by name. */
  sorted(): readonly Count<Key>[] {
    return [...this.#counts]
      .sort(([name, one], [other, two]) => two.times - one.times || (name < other ? -1 : 1))
      .map(([, count]) => count)
  }

  #begin(name: string, key: () => Key): Count<Key> | undefined {
    if (this.#counts.size >= mostKinds) return undefined
    const count: Count<Key> = { key: key(), times: 0, documents: 0, first: [] }
    this.#counts.set(name, count)
    return count
  }
}
