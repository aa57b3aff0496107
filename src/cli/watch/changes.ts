import { watch } from 'chokidar'
import { type Area, concerns, rootsOf } from './areas.ts'

/** Editors and generators write several files, each in several steps: what follows so soon belongs together. */
const quiet = 100
/** A folder that never comes to rest is looked at all the same. */
const patience = 2000

/** Changes of files in areas, gathered until somebody asks for them. */
export class Changes {
  readonly #watcher: ReturnType<typeof watch>
  #paths = new Set<string>()
  #first = 0
  #timer: NodeJS.Timeout | undefined
  #waiting: (() => void) | undefined

  /** `isOwn` tells what the run writes, which is passed over; `complain` hears why something cannot be watched. */
  constructor(areas: readonly Area[], isOwn: (path: string) => boolean, complain: (problem: unknown) => void) {
    this.#watcher = watch(rootsOf(areas), {
      ignoreInitial: true,
      ignored: (path) => isOwn(path) || !concerns(path, areas),
    })
    this.#watcher.on('all', (_event, path) => this.#note(path))
    this.#watcher.on('error', complain)
  }

  /** Ends when every area is being watched. */
  ready(): Promise<void> {
    return new Promise((done) => {
      this.#watcher.once('ready', done)
    })
  }

  /** Waits until something has changed and it is quiet again, and gives the absolute paths of all that has. */
  async next(): Promise<ReadonlySet<string>> {
    await new Promise<void>((done) => {
      this.#waiting = done
      if (this.#paths.size > 0) this.#settle()
    })
    const paths = this.#paths
    this.#paths = new Set()
    return paths
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer)
    await this.#watcher.close()
  }

  #note(path: string): void {
    if (this.#paths.size === 0) this.#first = Date.now()
    this.#paths.add(path)
    this.#settle()
  }

  #settle(): void {
    clearTimeout(this.#timer)
    const left = Math.max(0, this.#first + patience - Date.now())
    this.#timer = setTimeout(() => this.#waiting?.(), Math.min(quiet, left))
  }
}
