import { mkdirSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { issue } from '../issue/issue.ts'
import { exit } from './exit.ts'
import { identityOf, isFolder } from './files.ts'
import { messageOf, type Origin, Stop, standardStream, usage } from './message.ts'
import type { Format } from './order.ts'
import { NewFile, refusal, writeFile } from './write-file.ts'

/** Where outputs go. `put` throws `Stop` if one cannot be written; `close` completes what is open, or `abandon` undoes it. */
export interface Destination {
  put(text: string, origin: Origin): void
  close(): void
  abandon(): void
}

const nothingOpen = { close: () => undefined, abandon: () => undefined }

export interface DestinationOptions {
  readonly output: string | undefined
  readonly format: Format
  readonly to: string
  readonly many: boolean
  /** The inputs, of which the folders of outputs are a picture. */
  readonly paths: readonly string[]
  readonly isProtected: (path: string) => boolean
}

/** One document goes to a file or to stdout, several to a folder, and NDJSON always to one place. */
export function destinationOf(options: DestinationOptions): Destination {
  const { output, format, many, isProtected } = options
  if (output === undefined) {
    if (many && format === 'xml') throw usage('Several XML documents need a folder: -o <folder>.')
    return { put: (text) => process.stdout.write(text), ...nothingOpen }
  }
  if (format === 'ndjson') {
    protect(output, isProtected)
    return linesTo(output)
  }
  if (many || isFolder(output) || /[/\\]$/.test(output)) return folder(output, options)
  protect(output, isProtected)
  return { put: (text) => writeFile(output, text), ...nothingOpen }
}

/** A check of paths against the files that were given as input. */
export function protector(given: readonly (string | undefined)[]): (path: string) => boolean {
  const known = new Set(given.flatMap((path) => (path === undefined ? [] : (identityOf(path) ?? []))))
  return (path) => known.has(identityOf(path) ?? '')
}

export function protect(path: string, isProtected: (path: string) => boolean): void {
  if (isProtected(path)) throw new Stop(exit.usage, [messageOf(issue('CLI-005'), { file: path })])
}

/** The file is opened with the first line, so that there is none if nothing could be converted. */
function linesTo(path: string): Destination {
  let file: NewFile | undefined
  return {
    put(text) {
      file ??= new NewFile(path)
      file.append(text)
    },
    close: () => file?.finish(),
    abandon: () => file?.abandon(),
  }
}

/** A folder with a file for each document, lying in it as the inputs lie in the deepest folder common to them. */
function folder(output: string, { to, format, paths, isProtected }: DestinationOptions): Destination {
  const root = commonFolder(paths.filter((path) => path !== standardStream).map((path) => dirname(resolve(path))))
  const taken = new Set<string>()
  return {
    put(text, { file, line }) {
      const inner = file === standardStream ? 'stdin' : relative(root, resolve(file))
      const tail = `${line === undefined ? '' : `.${line}`}.${to}.${format}`
      const short = inner.replace(/\.(?:json|xml|ndjson)$/i, '') + tail
      const name = taken.has(short) ? inner + tail : short
      taken.add(name)
      const path = join(output, name)
      protect(path, isProtected)
      makeFolder(dirname(path))
      writeFile(path, text)
    },
    ...nothingOpen,
  }
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
