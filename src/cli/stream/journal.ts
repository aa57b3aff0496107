import { createHash } from 'node:crypto'
import { closeSync, fsync, openSync, readFileSync, renameSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { issue } from '../../issue/issue.ts'
import { exit } from '../exit.ts'
import { messageOf, Stop } from '../message.ts'
import { reasonOf } from '../files.ts'
import { complain } from '../tell.ts'
import { refusal } from '../write-file.ts'
import { beginning, type Position } from './batch.ts'
import { newTally, type RunTally } from './run-tally.ts'

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

/** The mark of a run that begins, or goes on from another mark. */
export function firstMark(signature: Pick<Mark, 'fingerprint' | 'now'>, from: Mark | undefined): Mark {
  const { position, sizes, tally } = from ?? { position: beginning, sizes: {}, tally: newTally() }
  return { ...signature, process: process.pid, position, sizes, tally, isComplete: false }
}

/** False for the mark of a run that has only begun: it keeps others away, and there is nothing to continue. */
export function isUnderWay({ position, isComplete }: Mark): boolean {
  return isComplete || position.input > beginning.input || position.byte > beginning.byte
}

/**
 * The file beside an output that tells a later run where to go on, and any other that a run is at it: the mark as JSON,
 * and before it a line with its SHA-256, so that a journal that was damaged is not believed.
 */
export class Journal {
  readonly #path: string

  constructor(output: string) {
    const path = resolve(output)
    this.#path = join(dirname(path), `.${basename(path)}.kritinfo-journal`)
  }

  /** Undefined if there is none, or none that can be read: then it was damaged, and the run begins anew. */
  read(): Mark | undefined {
    try {
      const [sum, mark = ''] = readFileSync(this.#path, 'utf8').split('\n')
      return sum === sumOf(mark) ? (JSON.parse(mark) as Mark) : undefined
    } catch (problem) {
      if (hasNoFolder(problem)) return undefined
      throw refusal(this.#path, problem)
    }
  }

  /**
   * Puts up the first mark of a run, before that touches anything. False, which is told, if no journal can be kept here,
   * as beside the folder of somebody else. Throws `Stop` if another run has begun.
   */
  claim(mark: Mark): boolean {
    const there = this.read()
    if (there !== undefined) this.demandFree(there)
    try {
      writeFileSync(`${this.#path}.new`, textOf(mark))
      renameSync(`${this.#path}.new`, this.#path)
    } catch (problem) {
      // The folder comes with the first output, or its lack is told by whoever opens a file in it.
      if (hasNoFolder(problem)) return true
      complain([messageOf(issue('CLI-021', {}, { reason: reasonOf(problem) }), { file: this.#path })])
      return false
    }
    return true
  }

  /**
   * Replaces what stood there, whole or not at all. The new file is there at once: one that came into being later could
   * do so behind the back of `remove`, when the program is ended.
   */
  async write(mark: Mark): Promise<void> {
    try {
      const handle = openSync(`${this.#path}.new`, 'w')
      try {
        writeSync(handle, textOf(mark))
        await promisify(fsync)(handle)
      } finally {
        closeSync(handle)
      }
      await rename(`${this.#path}.new`, this.#path)
    } catch (problem) {
      throw refusal(this.#path, problem)
    }
  }

  remove(): void {
    // In this order: a new one that gets its name meanwhile is taken away with it.
    rmSync(`${this.#path}.new`, { force: true })
    rmSync(this.#path, { force: true })
  }

  /** Throws `Stop` if the run that wrote a mark is still at it. */
  demandFree(mark: Mark): void {
    if (mark.process === process.pid || !isAlive(mark.process)) return
    const found = issue('CLI-015', {}, { process: mark.process, journal: this.#path })
    throw new Stop(exit.usage, [messageOf(found, { file: 'kritinfo' })], [found])
  }
}

function textOf(mark: Mark): string {
  const text = JSON.stringify(mark)
  return `${sumOf(text)}\n${text}\n`
}

function sumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function hasNoFolder(problem: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(String((problem as NodeJS.ErrnoException).code))
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
