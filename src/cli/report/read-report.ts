import { isObject, type Json, type JsonObject } from '../../document/json.ts'
import { readJson } from '../../document/json-read.ts'
import { limitsOf } from '../../document/limits.ts'
import { issue, KritinfoError } from '../../issue/issue.ts'
import { type LedgerPart, ledgerPart } from '../../report/ledger/item.ts'
import { type Line, linesOf } from '../lines-of.ts'
import { type Origin, standardStream, stopOf } from '../message.ts'
import { unpackedIfPacked } from '../stream/gunzip.ts'
import { openBytes, problemOf } from '../stream/open-bytes.ts'

/** Bytes that a line may have: one document's ledger, many times over. */
const lineLimit = 256 * 1024 * 1024
/** What a JSON report may have, which is read whole; of a larger run the report is asked for as NDJSON. */
const wholeLimit = 256 * 1024 * 1024
const limits = limitsOf({ bytes: wholeLimit })

/**
 * The parts of a report, many at a time: NDJSON line by line in constant memory, a JSON report whole; packed or not.
 * Throws `Stop` with the line of what cannot be read or is no part of a report.
 */
export async function* reportParts(path: string): AsyncGenerator<readonly LedgerPart[]> {
  let isEmpty = true
  const batches = linesOf(bytesOf(path), lineLimit)
  try {
    for await (const lines of batches) {
      const parts = isEmpty && !isValue(lines[0]) ? wholeReport(path, lines, batches) : ofLines(path, lines)
      isEmpty = false
      yield await parts
    }
    if (isEmpty) throw new KritinfoError(issue('RPT-001'))
  } catch (problem) {
    throw stopOf(problem, { file: path })
  }
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  if (path !== standardStream) return yield* openBytes(path, 0, () => undefined)
  try {
    yield* unpackedIfPacked(process.stdin)
  } catch (problem) {
    throw problemOf(problem)
  }
}

/** A line of NDJSON is a whole value; a JSON report begins with a line that is none. */
function isValue(line: Line | undefined): boolean {
  try {
    JSON.parse(line?.text ?? '')
    return true
  } catch {
    return false
  }
}

function ofLines(path: string, lines: readonly Line[]): LedgerPart[] {
  return lines.flatMap(({ text, line }) => at({ file: path, line }, () => partsOf(jsonOf(text))))
}

/** As `JSON.parse` gives it, which is fast; what it refuses is read again to say where the damage is. */
function jsonOf(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    return readJson(text, limits).root
  }
}

/** What a value of a line is: a part; or a JSON report that stands in one line. */
function partsOf(value: Json): LedgerPart[] {
  if (!isObject(value) || !Array.isArray(value.items)) return [ledgerPart(value)]
  const { items, ...head } = value as JsonObject & { items: Json[] }
  return [ledgerPart(head), ...items.map((item, index) => itemAt(item, index))]
}

function itemAt(item: Json, index: number): LedgerPart {
  try {
    return ledgerPart(item)
  } catch (problem) {
    if (!(problem instanceof KritinfoError)) throw problem
    throw new KritinfoError(problem.issues.map((one) => ({ ...one, path: `items[${index}]` })))
  }
}

async function wholeReport(
  path: string,
  first: readonly Line[],
  rest: AsyncIterable<readonly Line[]>,
): Promise<LedgerPart[]> {
  const all = [...first]
  let size = 0
  for await (const lines of rest) {
    for (const one of lines) {
      all.push(one)
      size += one.text.length
    }
    if (size > wholeLimit) throw new KritinfoError(issue('DOC-007', {}, { limit: wholeLimit }))
  }
  return at({ file: path }, () => partsOf(readJson(textOf(all), limits).root))
}

/** The text with every line where it was, so that places in it are those of the file. */
function textOf(lines: readonly Line[]): string {
  const text: string[] = []
  for (const { text: one, line } of lines) text[line - 1] = one
  return Array.from(text, (one) => one ?? '').join('\n')
}

function at<Result>(origin: Origin, work: () => Result): Result {
  try {
    return work()
  } catch (problem) {
    throw stopOf(problem, origin)
  }
}
