import { decode } from '../document/decode.ts'
import { getKey, isObject, type Json } from '../document/json.ts'
import { readJson } from '../document/json-read.ts'
import { limitsOf } from '../document/limits.ts'
import { readLines } from '../document/ndjson.ts'
import { issue, KritinfoError } from '../issue/issue.ts'
import { exit } from './exit.ts'
import { type KnownFinding, KnownFindings } from './known-findings.ts'
import { messageOf, optionStopOf, Stop } from './message.ts'
import { contentOf } from './work.ts'

/**
 * Reads a report of an earlier run, JSON or NDJSON, packed if its name ends in `.gz`; without a path nothing is known.
 * Throws `Stop` if it cannot be read or is none.
 */
export function baselineOf(path: string | undefined): KnownFindings {
  if (path === undefined) return new KnownFindings([])
  const content = bytesOf(path)
  try {
    return new KnownFindings(itemsOf(decode(content, limitsOf()).text).flatMap(findingsOf))
  } catch (problem) {
    if (!(problem instanceof KritinfoError)) throw problem
    throw new Stop(exit.usage, [messageOf(issue('CLI-011'), { file: path })])
  }
}

function bytesOf(path: string): Uint8Array {
  try {
    return contentOf({ origin: { file: path }, content: { path } })
  } catch (problem) {
    throw optionStopOf(problem, { file: path })
  }
}

/** The documents that a report tells of: a JSON report has them in `items`, NDJSON has one a line. */
function itemsOf(text: string): readonly Json[] {
  // The JSON report ends its first line before its first member, so that the two can be told apart.
  if (!/^\s*\{\s*\n/.test(text)) return [...readLines(text)].map((line) => readJson(line.text, limitsOf()).root)
  const { root } = readJson(text, limitsOf())
  return listOf(root, 'items')
}

function findingsOf(item: Json): KnownFinding[] {
  const input = textOf(item, 'input')
  return listOf(item, 'issues').map((one) => {
    const element = isObject(one) && getKey(one, 'element') !== undefined ? textOf(one, 'element') : undefined
    return { input, code: textOf(one, 'code'), path: textOf(one, 'path'), element }
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
