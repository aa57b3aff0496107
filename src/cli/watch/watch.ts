import { relative, resolve } from 'node:path'
import { issue } from '../../issue/issue.ts'
import { reasonOf } from '../files.ts'
import { inputsOf } from '../inputs.ts'
import { messageOf, Stop, stopOf } from '../message.ts'
import { complain } from '../tell.ts'
import { type Area, areasOf, isInArea, isWithin } from './areas.ts'
import { Changes } from './changes.ts'
import type { Watched } from './watched.ts'

/** Runs once more: on these inputs alone where that makes sense, or on all. */
export type Rerun = (only: ReadonlySet<string> | undefined) => Promise<unknown>

/**
 * Waits for changes of what a run has read, and has it run again. A run that watches ends when it is interrupted
 * (Ctrl-C), with 130 as programs do that are.
 */
export class Watch {
  #watched: Watched | undefined
  #changes: Changes | undefined
  #inputs: ReadonlySet<string> = new Set()

  /** Watches what a run is about to read. A run again that reads the same goes on being watched as it was. */
  async begin(watched: Watched): Promise<void> {
    if (JSON.stringify(watched) === JSON.stringify(this.#watched)) return
    await this.#changes?.close()
    this.#watched = watched
    this.#inputs = inputsIn(watched)
    const own = watched.outputs.map((path) => resolve(path))
    const isOwn = (path: string) => own.some((one) => isWithin(path, one))
    this.#changes = new Changes(areasOf(watched), isOwn, tellProblem)
    await this.#changes.ready()
  }

  /** Never ends by itself. A run that cannot be done, as with a config half written, is told of and tried again. */
  async go(rerun: Rerun): Promise<never> {
    for (;;) {
      complain(['Watching for changes; Ctrl-C ends.'])
      const changed = await this.#next()
      complain([separatorOf([...changed.paths])])
      try {
        await rerun(changed.only)
      } catch (problem) {
        complain((problem instanceof Stop ? problem : stopOf(problem, { file: 'kritinfo' })).lines)
      }
    }
  }

  async close(): Promise<void> {
    await this.#changes?.close()
  }

  /** The next changes that concern the run, and the inputs among them; `only` is undefined if all is to be done again. */
  async #next(): Promise<{ readonly paths: readonly string[]; readonly only: ReadonlySet<string> | undefined }> {
    const [watched, changes] = [this.#watched, this.#changes]
    if (watched === undefined || changes === undefined) throw new Error('nothing is watched')
    const beside = areasOf({ ...watched, inputs: [] })
    for (;;) {
      const changed = await changes.next()
      const before = this.#inputs
      this.#inputs = inputsIn(watched)
      const paths = [...changed].filter((path) => isIn(path, beside) || before.has(path) || this.#inputs.has(path))
      if (paths.length === 0) continue
      const isPartial = paths.every((path) => this.#inputs.has(path) && !isIn(path, beside))
      return { paths, only: isPartial ? new Set(paths) : undefined }
    }
  }
}

function isIn(path: string, areas: readonly Area[]): boolean {
  return areas.some((area) => isInArea(path, area))
}

/** The files that inputs stand for now, by absolute paths. */
function inputsIn({ inputs, outputs }: Watched): ReadonlySet<string> {
  const found = inputsOf(inputs, undefined).paths.map((path) => resolve(path))
  const own = outputs.map((path) => resolve(path))
  return new Set(found.filter((path) => !own.some((one) => isWithin(path, one))))
}

const namedFiles = 3

/** A line that runs can be told apart by. */
function separatorOf(paths: readonly string[]): string {
  const names = paths.slice(0, namedFiles).map((path) => relative('', path).replace(/\p{Cc}/gu, ' '))
  const more = paths.length > namedFiles ? ` and ${paths.length - namedFiles} more` : ''
  return `──── changed: ${names.join(', ')}${more} ────`
}

/** Linux watches only so many files for one user, and tells so with the error of a full disk (inotify(7)). */
function tellProblem(problem: unknown): void {
  const { code } = problem as NodeJS.ErrnoException
  const reason =
    code === 'ENOSPC' ? 'the system watches no more files (fs.inotify.max_user_watches)' : reasonOf(problem)
  complain([messageOf(issue('CLI-040', {}, { reason }), { file: 'kritinfo' })])
}
