import { closeSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { issue } from '../issue/issue.ts'
import { exit } from './exit.ts'
import { reasonOf } from './files.ts'
import { messageOf, Stop } from './message.ts'

/**
 * A file that is there whole or not at all: written beside its place and renamed when it is complete. A link keeps
 * leading where it leads, and a device or pipe (`/dev/null`) is written to as it is.
 */
export class NewFile {
  readonly #path: string
  readonly #beside: string
  readonly #handle: number
  #open = true
  /** What an interrupted run would leave behind goes with it. */
  readonly #onExit = () => this.#remove()

  constructor(readonly name: string) {
    try {
      const old = statSync(name, { throwIfNoEntry: false })
      const direct = old !== undefined && !old.isFile()
      // What `/dev/stdout` leads to may have no path of its own.
      this.#path = old === undefined || direct ? name : realpathSync(name)
      this.#beside = direct ? this.#path : join(dirname(this.#path), `.${basename(this.#path)}.${process.pid}.tmp`)
      this.#handle = direct ? openSync(this.#path, 'w') : openSync(this.#beside, 'wx', old?.mode ?? 0o666)
    } catch (problem) {
      throw refusal(name, problem)
    }
    process.once('exit', this.#onExit)
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
    process.off('exit', this.#onExit)
  }

  abandon(): void {
    if (!this.#open) return
    this.#close()
    this.#remove()
    process.off('exit', this.#onExit)
  }

  #close(): void {
    this.#open = false
    closeSync(this.#handle)
  }

  #remove(): void {
    if (this.#beside !== this.#path) rmSync(this.#beside, { force: true })
  }
}

/** Writes a whole file, or leaves what was there. */
export function writeFile(path: string, content: string | Uint8Array): void {
  const file = new NewFile(path)
  file.append(content)
  file.finish()
}

/** The end for a path that cannot be written to. */
export function refusal(path: string, problem: unknown): Stop {
  return new Stop(exit.usage, [messageOf(issue('CLI-006', {}, { reason: reasonOf(problem) }), { file: path })])
}
