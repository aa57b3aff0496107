import { decode } from '../document/decode.ts'
import { getKey, isObject, type Json } from '../document/json.ts'
import { readJson } from '../document/json-read.ts'
import { limitsOf } from '../document/limits.ts'
import { readLines } from '../document/ndjson.ts'
import { issue, KritinfoError } from '../issue/issue.ts'
import { fingerprintOf } from '../report/fingerprint.ts'
import { exit } from './exit.ts'
import { messageOf, Stop } from './message.ts'
import { givenOf } from './order.ts'

/** Fingerprints of findings that are known already. */
export type Baseline = ReadonlySet<string>

/** Reads a report of an earlier run, JSON or NDJSON. Throws `Stop` if it cannot be read or is none. */
export function baselineOf(path: string | undefined): Baseline {
  const given = givenOf(path)
  if (given === undefined) return new Set()
  try {
    const { text } = decode(given.bytes, limitsOf())
    return new Set(itemsOf(text).flatMap(fingerprintsOf))
  } catch (problem) {
    if (!(problem instanceof KritinfoError)) throw problem
    throw new Stop(exit.usage, [messageOf(issue('CLI-011'), { file: given.name })])
  }
}

/** The documents that a report tells of: a JSON report has them in `items`, NDJSON has one a line. */
function itemsOf(text: string): readonly Json[] {
  // The JSON report ends its first line before its first member, so that the two can be told apart.
  if (!/^\s*\{\s*\n/.test(text)) return [...readLines(text)].map((line) => readJson(line.text, limitsOf()).root)
  const { root } = readJson(text, limitsOf())
  return listOf(root, 'items')
}

function fingerprintsOf(item: Json): string[] {
  const input = textOf(item, 'input')
  return listOf(item, 'issues').map((one) => {
    const element = isObject(one) && getKey(one, 'element') !== undefined ? textOf(one, 'element') : undefined
    return fingerprintOf(input, { code: textOf(one, 'code'), path: textOf(one, 'path'), element })
  })
}

function listOf(holder: Json, key: string): readonly Json[] {
  const value = isObject(holder) ? getKey(holder, key) : undefined
  if (Array.isArray(value)) return value
  throw new KritinfoError(issue('CLI-011'))
}

function textOf(holder: Json, key: string): string {
  const value = isObject(holder) ? getKey(holder, key) : undefined
  if (typeof value === 'string') return value
  throw new KritinfoError(issue('CLI-011'))
}
