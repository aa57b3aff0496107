import { readFileSync, rmSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { issue } from '../../issue/issue.ts'
import { exit } from '../exit.ts'
import { messageOf, Stop } from '../message.ts'
import { refusal } from '../write-file.ts'
import type { Position } from './batch.ts'
import type { RunTally } from './run-tally.ts'

/** How far a run had come when all that it had written was safely on disk. */
export interface Mark {
  /** What the run was called with: one that continues it must be called alike. */
  readonly fingerprint: string
  /** The time that outputs say they were made, which goes on being said. */
  readonly now: string
  readonly process: number
  readonly position: Position
  /** Bytes of each file at that moment, by what it is for. */
  readonly sizes: Readonly<Record<string, number>>
  readonly tally: RunTally
  /** Every document is done, and files are being given their names. */
  readonly isComplete: boolean
}

/** The file beside an output that tells a later run where to go on. */
export class Journal {
  readonly #path: string

  constructor(output: string) {
    const path = resolve(output)
    this.#path = join(dirname(path), `.${basename(path)}.kritinfo-journal`)
  }

  /** Undefined if there is none, or none that can be read: then it was damaged, and the run begins anew. */
  read(): Mark | undefined {
    try {
      return JSON.parse(readFileSync(this.#path, 'utf8')) as Mark
    } catch (problem) {
      if (
        problem instanceof SyntaxError ||
        ['ENOENT', 'ENOTDIR'].includes(String((problem as NodeJS.ErrnoException).code))
      )
        return undefined
      throw refusal(this.#path, problem)
    }
  }

  /** Replaces what stood there, whole or not at all. */
  async write(mark: Mark): Promise<void> {
    try {
      await writeFile(`${this.#path}.new`, JSON.stringify(mark), { flush: true })
      await rename(`${this.#path}.new`, this.#path)
    } catch (problem) {
      throw refusal(this.#path, problem)
    }
  }

  remove(): void {
    rmSync(this.#path, { force: true })
    rmSync(`${this.#path}.new`, { force: true })
  }

  /** Throws `Stop` if the run that wrote a mark is still at it. */
  demandFree(mark: Mark): void {
    if (mark.process === process.pid || !isAlive(mark.process)) return
    const found = issue('CLI-015', {}, { process: mark.process, journal: this.#path })
    throw new Stop(exit.usage, [messageOf(found, { file: 'kritinfo' })], [found])
  }
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0)
    return true
  } catch (problem) {
    // Somebody else's process is there, and may not be asked.
    return (problem as NodeJS.ErrnoException).code === 'EPERM'
  }
}
