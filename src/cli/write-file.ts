import {
  closeSync,
  existsSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { issue } from '../issue/issue.ts'
import { exit } from './exit.ts'
import { reasonOf } from './files.ts'
import { messageOf, Stop } from './message.ts'

/** What the name of a file ends in while a run that can be continued writes it: the next one finds and replaces it. */
export const partEnd = 'kritinfo-part'

/** Files that are not complete yet. What an interrupted run would leave behind goes with it. */
const unfinished = new Set<NewFile>()
process.once('exit', () => {
  for (const file of unfinished) file.abandon()
})

/**
 * A file that is there whole or not at all: written beside its place and renamed when it is complete. A link keeps
 * leading where it leads, and a device or pipe (`/dev/null`) is written to as it is.
 */
export class NewFile {
  readonly #path: string
  readonly #beside: string
  readonly #handle: number
  #open = true

  /** `end` is what its name ends in until it is complete. */
  constructor(
    readonly name: string,
    end = `${process.pid}.tmp`,
  ) {
    try {
      const old = statSync(name, { throwIfNoEntry: false })
      const direct = old !== undefined && !old.isFile()
      // What `/dev/stdout` leads to may have no path of its own.
      this.#path = direct ? name : placeOf(name)
      this.#beside = direct ? this.#path : join(dirname(this.#path), `.${basename(this.#path)}.${end}`)
      this.#handle = direct ? openSync(this.#path, 'w') : openAnew(this.#beside, old?.mode)
    } catch (problem) {
      throw refusal(name, problem)
    }
    unfinished.add(this)
  }

  append(content: string | Uint8Array): void {
    try {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content
      for (let done = 0; done < bytes.length; ) done += writeSync(this.#handle, bytes, done)
    } catch (problem) {
      this.abandon()
      throw refusal(this.name, problem)
    }
  }

  finish(): void {
    try {
      this.#close()
      if (this.#beside !== this.#path) renameSync(this.#beside, this.#path)
    } catch (problem) {
      this.#remove()
      throw refusal(this.name, problem)
    }
    unfinished.delete(this)
  }

  abandon(): void {
    if (!this.#open) return
    this.#close()
    this.#remove()
    unfinished.delete(this)
  }

  #close(): void {
    this.#open = false
    closeSync(this.#handle)
  }

  #remove(): void {
    if (this.#beside !== this.#path) rmSync(this.#beside, { force: true })
  }
}

/**
 * Opens a file of our own. What has its name was left by a run that was killed (its process may have had our number, as
 * in containers), or leads elsewhere: it goes.
 */
export function openAnew(path: string, mode = 0o666): number {
  rmSync(path, { force: true })
  return openSync(path, 'wx', mode)
}

/** Where the name of a file leads; a link to what is not there yet leads to where that will be. */
export function placeOf(name: string): string {
  if (existsSync(name)) return realpathSync(name)
  let place = name
  for (let links = 0; links < mostLinks && isLink(place); links++)
    place = resolve(realpathSync(dirname(place)), readlinkSync(place))
  return place
}

/** As many as Linux follows (https://man7.org/linux/man-pages/man7/path_resolution.7.html). */
const mostLinks = 40

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
}

/** Writes a whole file, or leaves what was there. `end` as for `NewFile`. */
export function writeFile(path: string, content: string | Uint8Array, end?: string): void {
  const file = new NewFile(path, end)
  file.append(content)
  file.finish()
}

/** The end for a path that cannot be written to. */
export function refusal(path: string, problem: unknown): Stop {
  return new Stop(exit.usage, [messageOf(issue('CLI-006', {}, { reason: reasonOf(problem) }), { file: path })])
}
