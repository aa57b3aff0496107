import {
  closeSync,
  fdatasync,
  fstatSync,
  ftruncateSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { issue } from '../../issue/issue.ts'
import { exit } from '../exit.ts'
import { statusOf } from '../files.ts'
import { messageOf, Stop } from '../message.ts'
import { openAnew, partEnd, placeOf, refusal } from '../write-file.ts'

/**
 * A file that is there whole or not at all, however often its making is interrupted: it grows beside its place, under a
 * name that a later run finds, and is renamed when it is complete. A link keeps leading where it leads; a device or pipe
 * (`/dev/null`) is written to as it is, and cannot be continued.
 */
export class PartFile {
  readonly #path: string
  readonly #part: string
  readonly #handle: number
  /** What tells the part apart from one that another run put in its place. */
  readonly #own: { readonly ino: number; readonly dev: number }
  #size: number

  /** Opens it at the size that it is to be continued from. Throws `Stop` if it cannot be written. */
  constructor(
    readonly name: string,
    size = 0,
  ) {
    try {
      const old = statSync(name, { throwIfNoEntry: false })
      const isDevice = old !== undefined && !old.isFile()
      // What `/dev/stdout` leads to may have no path of its own.
      this.#path = isDevice ? name : placeOf(name)
      this.#part = isDevice ? name : partOf(this.#path)
      if (isDevice) this.#handle = openSync(name, 'w')
      else this.#handle = size === 0 ? openAnew(this.#part, old?.mode) : openSync(this.#part, 'r+')
      if (size > 0) ftruncateSync(this.#handle, size)
      this.#own = fstatSync(this.#handle)
      this.#size = size
    } catch (problem) {
      throw refusal(name, problem)
    }
  }

  /** Bytes written so far. */
  get size(): number {
    return this.#size
  }

  append(bytes: Uint8Array): void {
    try {
      for (let done = 0; done < bytes.length; )
        done += writeSync(this.#handle, bytes, done, bytes.length - done, this.#isDevice ? null : this.#size + done)
      this.#size += bytes.length
    } catch (problem) {
      throw refusal(this.name, problem)
    }
  }

  /** Resolves when what was written so far would survive a loss of power. */
  async settle(): Promise<void> {
    if (!this.#isDevice) await promisify(fdatasync)(this.#handle)
  }

  /** Gives it its name. Throws `Stop` (CLI-020) if what is there by now is not what this run wrote. */
  finish(): void {
    if (!this.#isOurs) {
      const found = issue('CLI-020')
      throw new Stop(exit.usage, [messageOf(found, { file: this.name })], [found])
    }
    try {
      closeSync(this.#handle)
      if (!this.#isDevice) renameSync(this.#part, this.#path)
    } catch (problem) {
      throw refusal(this.name, problem)
    }
  }

  /** Leaves nothing of it behind. */
  remove(): void {
    if (!this.#isDevice && this.#isOurs) rmSync(this.#part, { force: true })
  }

  /** False if another run that began later has put its own part there. */
  get #isOurs(): boolean {
    const there = statusOf(this.#part)
    return this.#isDevice || (there?.ino === this.#own.ino && there.dev === this.#own.dev)
  }

  get #isDevice(): boolean {
    return this.#part === this.#path
  }
}

function partOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.${partEnd}`)
}

/** The size of what an earlier run left of a file; undefined if there is nothing. */
export function sizeOfPart(name: string): number | undefined {
  return statusOf(partOf(placeOf(name)))?.size
}

/** True if a file that an earlier run had completed is there, with its name or not yet. One without content may be left out. */
export function isFinished(name: string, size: number): boolean {
  return sizeOfPart(name) === size || size === 0 || statusOf(name)?.size === size
}

/** Gives what an earlier run had completed its name, if that was not done. Throws `Stop` if it cannot. */
export function finishPart(name: string): void {
  const path = placeOf(name)
  try {
    if (sizeOfPart(name) !== undefined) renameSync(partOf(path), path)
  } catch (problem) {
    throw refusal(name, problem)
  }
}

/** Takes away what an earlier run left of a file. */
export function removePart(name: string): void {
  rmSync(partOf(placeOf(name)), { force: true })
}
