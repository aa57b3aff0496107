/** How often each of several things comes, beside each other: `[thing, weight]`; only the proportions count. */
export type Weights<T> = readonly (readonly [T, number])[]

/**
 * Random words that a seed, an index and a stream determine: sfc32, a small fast counting generator of 128 bits of state
 * (Chris Doty-Humphrey, PractRand, public domain, https://pracrand.sourceforge.net/RNG_engines.txt). The state is filled
 * from seed and index at once, so that the words for one document can be had without those for the documents before it;
 * libraries at hand take 32 bits of seed, by which one in a few thousand of a million documents would come twice.
 */
export class Random {
  private a: number
  private b: number
  private c: number
  private counter: number

  /** `seed` a whole number from 0 to 2^53 - 1, `index` from 0 to 2^32 - 1; streams of one index have nothing in common. */
  constructor(seed: number, index: number, stream = 0) {
    this.a = seed | 0
    this.b = Math.floor(seed / 2 ** 32) | 0
    this.c = index | 0
    this.counter = stream + 1
    // So many rounds its author asks for until every bit of the state depends on every bit of the seed.
    for (let round = 0; round < 15; round++) this.word()
  }

  /** A whole number from 0 to 2^32 - 1. */
  word(): number {
    const word = (this.a + this.b + this.counter++) | 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) | 0
    this.c = (((this.c << 21) | (this.c >>> 11)) + word) | 0
    return word >>> 0
  }

  /** A whole number from 0 to one less than `limit`. */
  below(limit: number): number {
    return Math.floor((this.word() / 2 ** 32) * limit)
  }

  /** A whole number from `low` to `high`; `low` where there is none. */
  between(low: number, high: number): number {
    return low + this.below(Math.max(1, high - low + 1))
  }

  /** True in that share of cases, from 0 to 1. */
  chance(share: number): boolean {
    return this.word() < share * 2 ** 32
  }

  one<T>(list: readonly [T, ...T[]]): T {
    return list[this.below(list.length)] as T
  }

  weighted<T>(weights: Weights<T>): T {
    let left = this.below(totalOf(weights))
    for (const [thing, weight] of weights) {
      left -= weight
      if (left < 0) return thing
    }
    throw new RangeError('There is nothing to choose from')
  }

  /** An identifier in the form of a random UUID (RFC 9562, version 4), in small letters. */
  uuid(): string {
    const [one, two, three, four] = [hex(this.word()), hex(this.word()), hex(this.word()), hex(this.word())]
    const variant = '89ab'[Number.parseInt(three.slice(0, 1), 16) & 3]
    return `${one}-${two.slice(0, 4)}-4${two.slice(5)}-${variant}${three.slice(1, 4)}-${three.slice(4)}${four}`
  }
}

const totals = new WeakMap<object, number>()

/** Weights are whole numbers, kept as constants, so their total is worked out once. */
function totalOf(weights: Weights<unknown>): number {
  const known = totals.get(weights)
  if (known !== undefined) return known
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0)
  totals.set(weights, total)
  return total
}

const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Eight digits. */
function hex(word: number): string {
  const [one, two] = [pairs[word >>> 24] as string, pairs[(word >>> 16) & 255] as string]
  return one + two + pairs[(word >>> 8) & 255] + pairs[word & 255]
}
