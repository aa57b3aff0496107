import type { LossPolicy } from '../convert/policy.ts'
import { type Carry, isInstant } from '../convert/settings.ts'
import { standardLimits } from '../document/limits.ts'
import type { Form } from '../form/detect.ts'
import { issue } from '../issue/issue.ts'
import { exit } from './exit.ts'
import { readBytes } from './files.ts'
import { messageOf, optionStopOf, Stop } from './message.ts'
import { type TableArguments, type Tables, tablesOf } from './tables.ts'

export type Format = 'json' | 'xml' | 'ndjson'

/** A file that an option names, as it was read. */
export interface Given {
  readonly name: string
  readonly bytes: Uint8Array
}

/** All that governs how one document is converted. Plain data, so that it can be sent to a worker. */
export interface Order {
  readonly to: Form
  readonly from: Form | undefined
  readonly format: Format
  readonly now: string
  readonly carry: Carry | undefined
  readonly refuted: 'include' | 'omit' | undefined
  /** The dialect to write the form in. */
  readonly dialect: string | undefined
  readonly alerts: 'derive' | 'none' | undefined
  readonly import: 'critical' | 'all' | undefined
  readonly failOn: LossPolicy
  readonly requireSynthetic: boolean
  /** Only outputs without an error are written. */
  readonly validate: boolean
  readonly patient: Given | undefined
  readonly base: Given | undefined
  readonly mappings: Tables | undefined
}

type TripSettings = Pick<Order, 'from' | 'carry' | 'refuted' | 'alerts' | 'import'>

/** What the commands that convert without writing are called with. */
interface TripArguments extends TableArguments, TripSettings {
  readonly now?: string | undefined
  readonly patient: string | undefined
  readonly base: string | undefined
}

/** The order of a conversion whose output is looked at and not written. */
export function tripOrder(args: TripArguments, to: Form): Order {
  return {
    to,
    from: args.from,
    format: 'json',
    now: nowOf(args.now),
    carry: args.carry,
    refuted: args.refuted,
    dialect: undefined,
    alerts: args.alerts,
    import: args.import,
    failOn: 'none',
    requireSynthetic: false,
    validate: false,
    patient: givenOf(args.patient),
    base: givenOf(args.base),
    mappings: tablesOf(args),
  }
}

/** Reads the file that an option names. */
export function givenOf(path: string | undefined): Given | undefined {
  if (path === undefined) return undefined
  try {
    return { name: path, bytes: readBytes(path, standardLimits.bytes) }
  } catch (problem) {
    throw optionStopOf(problem, { file: path })
  }
}

/** The time that outputs shall say they were made. Without one, the clock's: the only place where a clock is read. */
export function nowOf(given: string | undefined): string {
  if (given === undefined) return new Date().toISOString()
  if (isInstant(given)) return given
  throw new Stop(exit.usage, [messageOf(issue('CLI-004'), { file: 'kritinfo' })])
}
