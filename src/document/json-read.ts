import type { Json, JsonObject } from './json.ts'
import { numberOf } from './json-lexer.ts'
import { jsonPositions } from './json-positions.ts'
import { scanJson } from './json-scan.ts'
import { isUnboundedKey, type Limits } from './limits.ts'
import type { Tree } from './tree.ts'

/**
 * Reads JSON at the speed of `JSON.parse`, which forgets two things: the first of two equal keys, and how a number
 * was written. Both are excluded by cheap proofs over the whole text; only a text that fails one is scanned
 * character by character, and the scanner then says what is wrong, or keeps the decimals.
 *
 * Throws `KritinfoError` (DOC-001, DOC-009 to DOC-022) with line and column.
 */
export function readJson(text: string, limits: Limits): Tree {
  const root = parsePlainly(text, limits) ?? scanJson(text, limits)
  return { root, syntax: 'json', issues: [], position: jsonPositions(text) }
}

/**
 * What `JSON.parse` gives, or nothing if that cannot be shown to be all there is.
 *
 * The proof: every key of the text is followed by a colon. What stands within strings can look like more keys but
 * hide none. So if the tree has as many keys as the text seems to have, no key was forgotten. And every number
 * follows the colon of a key, where its text is compared, or stands in an array, which is rare and left to the scan.
 */
export function parsePlainly(text: string, limits: Limits): Json | undefined {
  let root: Json
  try {
    root = JSON.parse(text) as Json
  } catch {
    return undefined
  }
  if (typeof root !== 'object' || root === null) return undefined
  return countKeys(root as Json[] | JsonObject, limits, limits.depth) === countMembers(text) ? root : undefined
}

const neverEqual = Number.NaN

/** What looks like `"key":` in the text; equal to no count if a number that JavaScript writes differently follows. */
function countMembers(text: string): number {
  let count = 0
  for (let colon = text.indexOf(':'); colon !== -1; colon = text.indexOf(':', colon + 1)) {
    let before = colon - 1
    while (isSpace(text.charCodeAt(before))) before--
    if (text.charCodeAt(before) !== 0x22) continue
    if (!isPlain(text, colon + 1)) return neverEqual
    count++
  }
  return count
}

/** False if a number begins after the white space here and `Decimal` is needed to keep its text. */
function isPlain(text: string, from: number): boolean {
  let start = from
  while (isSpace(text.charCodeAt(start))) start++
  let end = start
  while (isNumeric(text.charCodeAt(end))) end++
  return end === start || typeof numberOf(text.slice(start, end)) === 'number'
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09
}

/** The characters of numbers. `e` alone would be another word, but no word of JSON begins with it. */
function isNumeric(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || unit === 0x2d || unit === 0x2e || unit === 0x2b || (unit | 0x20) === 0x65
}

/** Keys of the whole tree; equal to no count if it exceeds a limit or has a number in an array. */
function countKeys(container: Json[] | JsonObject, limits: Limits, depth: number): number {
  if (depth <= 0) return neverEqual
  if (Array.isArray(container)) return countInList(container, limits, depth)
  let count = 0
  for (const key in container) {
    const value = container[key] as Json
    if (typeof value === 'string') {
      if (value.length > limits.stringLength && !isUnboundedKey(key)) return neverEqual
    } else if (typeof value === 'object' && value !== null) {
      count += countKeys(value as Json[] | JsonObject, limits, depth - 1)
    }
    count++
  }
  return count
}

function countInList(list: readonly Json[], limits: Limits, depth: number): number {
  let count = 0
  for (const value of list) {
    if (typeof value === 'number') return neverEqual
    if (typeof value === 'string' && value.length > limits.stringLength) return neverEqual
    if (typeof value === 'object' && value !== null) count += countKeys(value as Json[] | JsonObject, limits, depth - 1)
  }
  return count
}
