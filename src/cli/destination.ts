import { mkdirSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import { issue } from '../issue/issue.ts'
import { exit } from './exit.ts'
import { identityOf, isFolder } from './files.ts'
import { messageOf, type Origin, Stop, standardStream } from './message.ts'
import type { Format } from './order.ts'
import { isPacked } from './stream/open-bytes.ts'
import { partEnd, refusal, writeFile } from './write-file.ts'

/** Where outputs go that have a file each. `put` throws `Stop` if one cannot be written. */
export interface Destination {
  put(text: string, origin: Origin): void
}

export interface DestinationOptions {
  readonly output: string
  readonly format: Format
  readonly to: string
  readonly many: boolean
  /** The inputs, of which the folders of outputs are a picture. */
  readonly paths: readonly string[]
  readonly isProtected: (path: string) => boolean
}

/** One document goes to a file, several to a folder. */
export function destinationOf(options: DestinationOptions): Destination {
  const { output, many, isProtected } = options
  if (many || isFolderName(output)) return folder(output, options)
  protect(output, isProtected)
  return { put: (text) => writeFile(output, isPacked(output) ? gzipSync(text) : text) }
}

/** A folder that is there, or a name that can only be one. */
export function isFolderName(path: string): boolean {
  return isFolder(path) || /[/\\]$/.test(path)
}

/** A check of paths against the files that were given as input. */
export function protector(given: readonly (string | undefined)[]): (path: string) => boolean {
  const known = new Set(given.flatMap((path) => (path === undefined ? [] : (identityOf(path) ?? []))))
  return (path) => known.has(identityOf(path) ?? '')
}

export function protect(path: string, isProtected: (path: string) => boolean): void {
  if (isProtected(path)) throw new Stop(exit.usage, [messageOf(issue('CLI-005'), { file: path })])
}

/** A folder with a file for each document, lying in it as the inputs lie in the deepest folder common to them. */
function folder(output: string, { to, format, paths, isProtected }: DestinationOptions): Destination {
  const files = paths.filter((path) => path !== standardStream)
  const root = commonFolder(files.map((path) => dirname(resolve(path))))
  const innerOf = (file: string) => (file === standardStream ? 'stdin' : relative(root, resolve(file)))
  const whole = wholeNames(paths.map(innerOf))
  return {
    put(text, { file, line }) {
      const inner = innerOf(file)
      const tail = `${line === undefined ? '' : `.${line}`}.${to}.${format}`
      const path = join(output, (whole.has(inner) ? inner : shortened(inner)) + tail)
      protect(path, isProtected)
      makeFolder(dirname(path))
      writeFile(path, text, partEnd)
    },
  }
}

/** Of names that would be the same without their ends, all but the first, which keep theirs. */
function wholeNames(names: readonly string[]): ReadonlySet<string> {
  const taken = new Set<string>()
  return new Set(
    names.filter((name) => {
      const short = shortened(name)
      const isTaken = taken.has(short)
      taken.add(short)
      return isTaken
    }),
  )
}

function shortened(name: string): string {
  return name.replace(/\.(?:json|xml|ndjson|jsonl)(?:\.gz)?$/i, '')
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true })
  } catch (problem) {
    throw refusal(path, problem)
  }
}

function commonFolder(folders: readonly string[]): string {
  const [first = '', ...others] = folders
  let steps = first.split(sep)
  for (const other of others) {
    const own = other.split(sep)
    const end = steps.findIndex((step, index) => step !== own[index])
    if (end >= 0) steps = steps.slice(0, end)
  }
  return steps.join(sep) || sep
}
