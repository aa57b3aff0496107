import type { JsonObject } from '../document/json.ts'
import type { Stride } from './slot.ts'

/** For a row that writes without reading, or reads what it finds. */
export const always = 'always'
/**
 * The keys of a source without which a row has nothing to do there: where an object has none of them, the row would neither
 * read, claim nor write anything, and need not be asked.
 */
export type Wakes = readonly string[] | typeof always

/** What wakes a row on each of its ways. */
export interface WakesOfWays {
  readonly forward: Wakes
  readonly backward: Wakes
}

type Sides = readonly (readonly Stride[])[]

/** A row that only follows these ways does nothing where an object has none of the keys that they begin with. */
export function wokenBy(left: Sides, right: Sides): WakesOfWays {
  return { forward: firstKeys(left), backward: firstKeys(right) }
}

/** The same for a row that also looks beside a primitive, where FHIR JSON keeps its extensions. */
export function wokenBeside(left: Sides, right: Sides): WakesOfWays {
  return { forward: withBeside(firstKeys(left)), backward: withBeside(firstKeys(right)) }
}

/** A choice is written under more names than can be listed. */
function firstKeys(ways: Sides): Wakes {
  if (ways.some((way) => way.some(({ choice }) => choice))) return always
  return ways.flatMap(([first]) => (first === undefined ? [] : [first.key]))
}

function withBeside(keys: Wakes): Wakes {
  return keys === always ? always : [...keys, ...keys.map((key) => `_${key}`)]
}

/** Sums of so many different powers of two are exact in a number; rows of more keys are asked always. */
const mostKeys = 52
/** Records of a kind come with few sets of keys; input that never repeats one shall not fill the memory. */
const mostSets = 1000

/**
 * Picks from the rows of a table those with something to do for an object, in their order. What was picked for a set of
 * keys is kept: most records have the same keys as one before them.
 */
export function picker<T>(
  rows: readonly { readonly run: T; readonly wakes: Wakes }[],
): (source: JsonObject) => readonly T[] {
  const bits = bitsOf(rows.flatMap(({ wakes }) => (wakes === always ? [] : wakes)))
  const isAwake = (wakes: Wakes, keys: number) => wakes === always || wakes.some((key) => isIn(keys, bits.get(key)))
  const picked = new Map<number, readonly T[]>()
  return (source) => {
    let keys = 0
    for (const key in source) keys += bits.get(key) ?? 0
    const known = picked.get(keys)
    if (known !== undefined) return known
    const found = rows.filter(({ wakes }) => isAwake(wakes, keys)).map(({ run }) => run)
    if (picked.size < mostSets) picked.set(keys, found)
    return found
  }
}

/** A power of two for each key. */
function bitsOf(keys: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(keys)].slice(0, mostKeys).map((key, index) => [key, 2 ** index]))
}

function isIn(keys: number, bit: number | undefined): boolean {
  return bit === undefined || Math.floor(keys / bit) % 2 === 1
}
