import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { constants, gunzipSync } from 'node:zlib'
import { type Form, detectForm } from '../../form/detect.ts'
import { KritinfoError } from '../../issue/issue.ts'
import { configName } from '../config/name.ts'
import { filesBelow } from '../files.ts'
import { isNdjson } from '../inputs.ts'
import { readInput } from '../read-input.ts'
import { isPacked, problemOf } from '../stream/open-bytes.ts'
import { contentOf } from '../work.ts'

/** A file that is a document, or whose first line is one. */
export interface FoundDocument {
  readonly path: string
  readonly form: Form
}

/** Files of one kind that lie side by side. */
export interface DocumentGroup {
  /** Path of the folder, empty for the working directory. */
  readonly folder: string
  /** `.json`, `.xml` or `.ndjson`, with `.gz` if they are packed. */
  readonly extension: string
  readonly files: number
  /** How many of them were looked at. */
  readonly looked: number
  /** Those of them that are documents. */
  readonly documents: readonly FoundDocument[]
}

/** A look at so many files of a folder tells what the others are. */
const lookedAt = 25
/** Larger files are not read to know what they are: a record is far smaller. */
const largest = 4 * 1024 * 1024
const firstLine = 256 * 1024
/** Packed; it unpacks to a thousand times as much at most. */
const firstPacked = 32 * 1024

/** What may be documents below the working directory, in groups by folder and kind; a group may turn out to hold none. */
export function findDocuments(): DocumentGroup[] {
  const groups = new Map<string, string[]>()
  for (const path of filesBelow('.')) {
    const extension = extensionOf(path)
    if (extension === '' || basename(path) === configName) continue
    const key = `${dirname(path)} ${extension}`
    groups.set(key, [...(groups.get(key) ?? []), path])
  }
  return [...groups.values()].map(groupOf)
}

/** The end of a name that tells a document; empty for any other. */
function extensionOf(path: string): string {
  return /\.(?:json|xml|ndjson|jsonl)(?:\.gz)?$/.exec(path)?.[0] ?? ''
}

function groupOf(paths: readonly string[]): DocumentGroup {
  const [first = ''] = paths
  const looked = paths.slice(0, lookedAt)
  return {
    folder: dirname(first) === '.' ? '' : dirname(first),
    extension: extensionOf(first),
    files: paths.length,
    looked: looked.length,
    documents: looked.flatMap((path) => {
      const form = formOf(path)
      return form === undefined ? [] : [{ path, form }]
    }),
  }
}

/** What a file is; undefined for what is no document or cannot be read, of which its owner hears when it is an input. */
function formOf(path: string): Form | undefined {
  try {
    if (isNdjson(path)) return detectForm(readInput(lineOf(path)).root)
    return statSync(path).size > largest
      ? undefined
      : detectForm(readInput(contentOf({ origin: { file: path }, content: { path } })).root)
  } catch (problem) {
    if (problem instanceof KritinfoError) return undefined
    throw problem
  }
}

/** The first line, of a file that may be far larger. */
function lineOf(path: string): Uint8Array {
  const content = isPacked(path) ? unpackedStart(startOf(path, firstPacked)) : startOf(path, firstLine)
  const end = content.indexOf(0x0a)
  return end < 0 ? content : content.subarray(0, end)
}

function startOf(path: string, most: number): Uint8Array {
  const buffer = Buffer.alloc(Math.min(most, statSync(path).size))
  const file = openSync(path, 'r')
  try {
    return buffer.subarray(0, readSync(file, buffer))
  } finally {
    closeSync(file)
  }
}

/** What the start of a gzip file unpacks to; that the rest is missing is no mistake here. */
function unpackedStart(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH })
  } catch (problem) {
    throw problemOf(problem)
  }
}
