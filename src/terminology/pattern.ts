/**
 * The pattern of a `regex` filter as a test of whole codes, or `undefined` where the pattern is not one that takes
 * linear time whatever the code: a value set comes from anywhere, and must not be able to hold up the software.
 *
 * Taken are plain characters, escapes, classes and `.`, each with at most one quantifier; groups, alternatives and
 * look-around are not.
 * Matching is by a walk over sets of positions, so that nothing is tried twice.
 * A filter's pattern matches the whole value (https://hl7.org/fhir/R4/valueset-filter-operator.html#regex).
 */
export function compilePattern(pattern: string): ((text: string) => boolean) | undefined {
  if (pattern.length > longest) return undefined
  const pieces = readPieces(pattern.replace(/^\^/, '').replace(/(?<!\\)\$$/, ''))
  if (pieces === undefined) return undefined
  const steps = pieces.flatMap(stepsOf)
  return steps.length > longest ? undefined : (text) => text.length <= longest && walk(steps, text)
}

/** Limit of a pattern, of its steps and of a code: the product of the last two is the work done at most. */
const longest = 1000

interface Piece {
  readonly one: RegExp
  readonly min: number
  readonly max: number
}

/** One character: taken once, or not at all if `optional`, or any number of times if `repeats`. */
interface Step {
  readonly one: RegExp
  readonly optional: boolean
  readonly repeats: boolean
}

const piece =
  /(\\[dDwWsS.\\^$|?*+()[\]{}/-]|\[\^?(?:\\.|[^\\\]])+\]|\.|[^\\^$|?*+()[\]{}.])(\?|\*|\+|\{\d{1,3}(?:,\d{0,3})?\})?/y

function readPieces(pattern: string): Piece[] | undefined {
  const pieces: Piece[] = []
  piece.lastIndex = 0
  while (piece.lastIndex < pattern.length) {
    const [, one, quantifier] = piece.exec(pattern) ?? []
    if (one === undefined) return undefined
    const character = characterOf(one)
    if (character === undefined) return undefined
    pieces.push({ one: character, ...boundsOf(quantifier) })
  }
  return pieces
}

/** A class that ends before it begins (`[z-a]`) is no pattern. */
function characterOf(source: string): RegExp | undefined {
  try {
    return new RegExp(`^${source}$`, 's')
  } catch (problem) {
    if (problem instanceof SyntaxError) return undefined
    throw problem
  }
}

function boundsOf(quantifier: string | undefined): { min: number; max: number } {
  if (quantifier === undefined) return { min: 1, max: 1 }
  if (quantifier === '?') return { min: 0, max: 1 }
  if (quantifier === '*') return { min: 0, max: Number.POSITIVE_INFINITY }
  if (quantifier === '+') return { min: 1, max: Number.POSITIVE_INFINITY }
  const [least = '', most] = quantifier.slice(1, -1).split(',')
  const min = Number(least)
  return { min, max: most === undefined ? min : most === '' ? Number.POSITIVE_INFINITY : Number(most) }
}

function stepsOf({ one, min, max }: Piece): Step[] {
  const needed = Array.from({ length: min }, () => ({ one, optional: false, repeats: false }))
  if (max === Number.POSITIVE_INFINITY) return [...needed, { one, optional: true, repeats: true }]
  return [...needed, ...Array.from({ length: Math.max(max - min, 0) }, () => ({ one, optional: true, repeats: false }))]
}

/** Steps that may come next, moved on by each character of the text. */
function walk(steps: readonly Step[], text: string): boolean {
  let places = reachable(steps, [0])
  for (let index = 0; index < text.length && places.size > 0; index++) {
    const character = text.charAt(index)
    const next: number[] = []
    for (const place of places) {
      const step = steps[place]
      if (step?.one.test(character)) next.push(step.repeats ? place : place + 1)
    }
    places = reachable(steps, next)
  }
  return places.has(steps.length)
}

function reachable(steps: readonly Step[], from: readonly number[]): Set<number> {
  const places = new Set<number>()
  for (const start of from) {
    for (let place = start; !places.has(place); place++) {
      places.add(place)
      if (steps[place]?.optional !== true) break
    }
  }
  return places
}
