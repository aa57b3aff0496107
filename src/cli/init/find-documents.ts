import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { basename, dirname, extname } from 'node:path'
import { type Form, detectForm } from '../../form/detect.ts'
import { KritinfoError } from '../../issue/issue.ts'
import { configName } from '../config/name.ts'
import { filesBelow, readBytes } from '../files.ts'
import { readInput } from '../read-input.ts'

/** Files of one kind that lie side by side. */
export interface DocumentGroup {
  /** Path of the folder, empty for the working directory. */
  readonly folder: string
  readonly extension: '.json' | '.xml' | '.ndjson'
  readonly files: number
  /** Of the files that were looked at, those that are documents. */
  readonly documents: readonly string[]
  readonly forms: readonly Form[]
  /** True if no file was found to be anything else. */
  readonly isPure: boolean
}

/** A look at so many files of a folder tells what the others are. */
const lookedAt = 25
/** Larger files are not read to know what they are: a record is far smaller. */
const largest = 4 * 1024 * 1024
const firstLine = 256 * 1024

/** What may be documents below the working directory, in groups by folder and kind; a group may turn out to hold none. */
export function findDocuments(): DocumentGroup[] {
  const groups = new Map<string, string[]>()
  for (const path of filesBelow('.')) {
    if (!/\.(?:json|xml|ndjson)$/.test(path) || basename(path) === configName) continue
    const key = `${dirname(path)} ${extname(path)}`
    groups.set(key, [...(groups.get(key) ?? []), path])
  }
  return [...groups.values()].map(groupOf)
}

function groupOf(paths: readonly string[]): DocumentGroup {
  const [first = ''] = paths
  const looked = paths.slice(0, lookedAt).map((path) => ({ path, form: formOf(path) }))
  const documents = looked.filter(({ form }) => form !== undefined)
  return {
    folder: dirname(first) === '.' ? '' : dirname(first),
    extension: extname(first) as DocumentGroup['extension'],
    files: paths.length,
    documents: documents.map(({ path }) => path),
    forms: [...new Set(documents.flatMap(({ form }) => form ?? []))],
    isPure: documents.length === looked.length,
  }
}

/** What a file is; undefined for what is no document or cannot be read, of which its owner hears when it is an input. */
function formOf(path: string): Form | undefined {
  try {
    return detectForm(readInput(extname(path) === '.ndjson' ? lineOf(path) : readBytes(path, largest)).root)
  } catch (problem) {
    if (problem instanceof KritinfoError) return undefined
    throw problem
  }
}

/** The first line, of a file that may be far larger. */
function lineOf(path: string): Uint8Array {
  const buffer = Buffer.alloc(Math.min(firstLine, statSync(path).size))
  const file = openSync(path, 'r')
  try {
    const content = buffer.subarray(0, readSync(file, buffer))
    const end = content.indexOf(0x0a)
    return end < 0 ? content : content.subarray(0, end)
  } finally {
    closeSync(file)
  }
}
