import { createHash, type Hash } from 'node:crypto'
import { serialize } from 'node:v8'
import { issue } from '../../issue/issue.ts'
import { exit } from '../exit.ts'
import { statusOf } from '../files.ts'
import { messageOf, Stop } from '../message.ts'
import type { Order } from '../order.ts'
import { complain } from '../tell.ts'
import { version } from '../../version.ts'
import type { Delivery } from './delivery.ts'
import { isUnderWay, type Journal, type Mark } from './journal.ts'
import type { Names } from './outlet.ts'
import { isFinished, sizeOfPart } from './part-file.ts'

/** How a run was called. `now` as it was given: a run that is continued goes on saying what it said. */
export interface Call {
  readonly now: string | undefined
  readonly order: Order
  /** The version of the tables. */
  readonly mappings: string
  readonly delivery: Delivery
  readonly names: Names
}

/** What two runs must have in common for one to continue the other: the call, the tables, and the inputs as they are. */
export function fingerprintOf({ now, order, ...rest }: Call, paths: readonly string[]): string {
  const hash = createHash('sha256').update(serialize([version, { ...order, now }, rest]))
  for (const path of paths) addFile(hash, path)
  return hash.digest('hex')
}

function addFile(hash: Hash, path: string): void {
  const found = statusOf(path)
  hash.update(`${path}\0${found?.size}\0${found?.mtimeMs}\0`)
}

/**
 * Where to go on; undefined if there is nothing to continue, which is said, unless `quiet`. Throws `Stop` if the run that
 * was interrupted was called otherwise.
 */
export function resumed(mark: Mark | undefined, fingerprint: string, names: Names, quiet: boolean): Mark | undefined {
  const isThere = mark !== undefined && isUnderWay(mark) && areThere(mark, names)
  if (mark !== undefined && isUnderWay(mark) && mark.fingerprint !== fingerprint && (isThere || anyIsThere(names))) {
    const found = issue('CLI-014')
    throw new Stop(exit.usage, [messageOf(found, { file: 'kritinfo' })], [found])
  }
  const told = isThere ? issue('CLI-017', {}, { count: mark.tally.documents }) : issue('CLI-016')
  if (!quiet) complain([messageOf(told, { file: 'kritinfo' })])
  return isThere ? mark : undefined
}

/** A call that names one more file, or another one, would throw away what was made for the rest. */
function anyIsThere(names: Names): boolean {
  return Object.values(names).some((name) => sizeOfPart(name) !== undefined)
}

/** Parts that are gone or have become shorter cannot be continued. Of a run that was complete some may have their names. */
function areThere({ sizes, isComplete }: Mark, names: Names): boolean {
  return Object.entries(names).every(([role, name]) => {
    const size = sizes[role] ?? 0
    return isComplete ? isFinished(name, size) : (sizeOfPart(name) ?? -1) >= size
  })
}

/** Reads the journal of a run to be continued, or of one that may still be at it. */
export function markIn(journal: Journal | undefined): Mark | undefined {
  const mark = journal?.read()
  if (mark !== undefined) journal?.demandFree(mark)
  return mark
}
