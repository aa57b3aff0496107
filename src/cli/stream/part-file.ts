import {
  closeSync,
  existsSync,
  fdatasync,
  ftruncateSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { statusOf } from '../files.ts'
import { refusal } from '../write-file.ts'

/**
 * A file that is there whole or not at all, however often its making is interrupted: it grows beside its place, under a
 * name that a later run finds, and is renamed when it is complete. A link keeps leading where it leads; a device or pipe
 * (`/dev/null`) is written to as it is, and cannot be continued.
 */
export class PartFile {
  readonly #path: string
  readonly #part: string
  readonly #handle: number
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
      this.#path = old === undefined || isDevice ? name : realpathSync(name)
      this.#part = isDevice ? name : partOf(this.#path)
      this.#handle = openSync(this.#part, size === 0 ? 'w' : 'r+', old?.mode ?? 0o666)
      if (size > 0) ftruncateSync(this.#handle, size)
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

  /** Gives it its name. */
  finish(): void {
    try {
      closeSync(this.#handle)
      if (!this.#isDevice) renameSync(this.#part, this.#path)
    } catch (problem) {
      throw refusal(this.name, problem)
    }
  }

  /** Leaves nothing of it behind. */
  remove(): void {
    if (!this.#isDevice) rmSync(this.#part, { force: true })
  }

  get #isDevice(): boolean {
    return this.#part === this.#path
  }
}

function partOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.kritinfo-part`)
}

/** The size of what an earlier run left of a file; undefined if there is nothing. */
export function sizeOfPart(name: string): number | undefined {
  return statusOf(partOf(existsSync(name) ? realpathSync(name) : name))?.size
}

/** Gives what an earlier run had completed its name, if that was not done. */
export function finishPart(name: string): void {
  const path = existsSync(name) ? realpathSync(name) : name
  const size = sizeOfPart(name)
  if (size === 0) rmSync(partOf(path), { force: true })
  else if (size !== undefined) renameSync(partOf(path), path)
}
