import { once } from 'node:events'
import { issue } from '../../issue/issue.ts'
import type { Destination } from '../destination.ts'
import { messageOf } from '../message.ts'
import { complain } from '../tell.ts'
import type { Done } from './delivery.ts'
import type { Journal, Mark } from './journal.ts'
import { PartFile } from './part-file.ts'

/** Files that a run writes whole: what they are for, and their names. */
export type Role = 'output' | 'rejects' | 'report'
export type Names = Partial<Record<Role, string>>

/** Where the results of a run go. */
export interface Places {
  /** One place for all outputs: a file, which has a name here, or standard output; undefined if each has a file of its own. */
  readonly names: Names
  readonly apart: Destination | undefined
  /** What stands around the items of the report. */
  readonly frame: { readonly head: string; readonly tail: string }
  readonly pack: (text: string) => Uint8Array
}

/** Milliseconds between two marks in the journal. What takes less is begun anew if it is interrupted. */
const interval = 500

/** The files of a run: they grow with each batch, a journal follows, and all get their names when every document is done. */
export class Outlet {
  readonly #places: Places
  readonly #journal: Journal | undefined
  readonly #files = new Map<Role, PartFile>()
  #markedAt = performance.now()
  #marking: Promise<void> | undefined
  #isMarked: boolean
  /** Members of a list stand after a comma each, but for the first. */
  #isFirstMember: boolean
  /** How many documents the journal knows: from there a later run goes on. */
  #markedDocuments = 0
  readonly #onExit = () => this.#leave()

  /** `mark` is where an earlier run came to; without one all begins anew. Throws `Stop` if a file cannot be written. */
  constructor(places: Places, journal: Journal | undefined, mark: Mark | undefined) {
    this.#places = places
    this.#journal = journal
    this.#isMarked = mark !== undefined
    this.#markedDocuments = mark?.tally.documents ?? 0
    this.#isFirstMember = this.#markedDocuments === 0 && places.frame.tail !== ''
    process.once('exit', this.#onExit)
    try {
      this.#open(places, mark)
    } catch (problem) {
      this.abandon()
      throw problem
    }
  }

  #open({ names, frame, pack }: Places, mark: Mark | undefined): void {
    for (const [role, name] of Object.entries(names) as [Role, string][]) {
      const file = new PartFile(name, mark?.sizes[role])
      this.#files.set(role, file)
      if (role === 'report' && mark === undefined) file.append(pack(frame.head))
    }
  }

  async put(done: Done): Promise<void> {
    const { apart } = this.#places
    for (const { origin, text } of done.apart) apart?.put(text, origin)
    const output = this.#files.get('output')
    if (output !== undefined) output.append(done.output)
    else if (done.output.length > 0 && !process.stdout.write(done.output)) await once(process.stdout, 'drain')
    this.#files.get('rejects')?.append(done.rejects)
    this.#files.get('report')?.append(this.#isFirstMember ? done.report.subarray(1) : done.report)
    if (done.report.length > 0) this.#isFirstMember = false
  }

  /** Writes down where the run is, unless that was done a moment ago. Never waits: what it says has been written by then. */
  mark(markOf: (sizes: Mark['sizes']) => Mark): void {
    if (this.#journal === undefined || this.#marking !== undefined || performance.now() - this.#markedAt < interval)
      return
    this.#marking = this.#write(markOf(this.#sizes())).finally(() => {
      this.#marking = undefined
      this.#markedAt = performance.now()
    })
    // Whoever finishes the run hears of a failure; until then it must not count as unhandled.
    this.#marking.catch(() => undefined)
  }

  /** Every file gets its name. An output of which nothing was written is left out. */
  async finish(markOf: (sizes: Mark['sizes']) => Mark): Promise<void> {
    await this.#marking
    const { frame, pack } = this.#places
    if (frame.tail !== '') this.#files.get('report')?.append(pack(frame.tail))
    if (this.#isMarked) await this.#write({ ...markOf(this.#sizes()), isComplete: true })
    for (const [role, file] of this.#files) {
      if (role === 'output' && file.size === 0) file.remove()
      else file.finish()
    }
    this.#journal?.remove()
    process.off('exit', this.#onExit)
  }

  /** Ends a run that failed as one that was interrupted. */
  abandon(): void {
    process.off('exit', this.#onExit)
    this.#leave()
  }

  async #write(mark: Mark): Promise<void> {
    await Promise.all([...this.#files.values()].map((file) => file.settle()))
    await this.#journal?.write(mark)
    this.#isMarked = true
    this.#markedDocuments = mark.tally.documents
  }

  #sizes(): Mark['sizes'] {
    return Object.fromEntries([...this.#files].map(([role, file]) => [role, file.size]))
  }

  /** A run that ends before its time leaves what a later one can continue, or nothing. */
  #leave(): void {
    if (this.#isMarked)
      complain([messageOf(issue('CLI-018', {}, { count: this.#markedDocuments }), { file: 'kritinfo' })])
    else {
      for (const file of this.#files.values()) file.remove()
      this.#journal?.remove()
    }
  }
}
