import { isCalendarDate } from '../document/calendar.ts'
import type { Json } from '../document/json.ts'
import { type Form, forms } from '../form/detect.ts'

/** How what a summary cannot say travels: beside it, as the source's own extensions on the entries, or not at all. */
export type Carry = 'attachment' | 'extensions' | 'none'

/** How a document is to be converted. */
export interface ConvertOptions {
  readonly to: Form
  /** The input's form; found out if left out. */
  readonly from?: Form
  /** The time that the output shall say it was made, a FHIR instant. Nothing here reads a clock. */
  readonly now: string
  readonly carry?: Carry
  /** Whether refuted records stand in a summary, marked as such, or are kept out. */
  readonly refuted?: 'include' | 'omit'
  /** Whether a summary gets alerts that are worked out from its records, and marked as such. */
  readonly alerts?: 'derive' | 'none'
  /** The dialect to write the form in (`mappings/dialects/`); the plain way if left out. */
  readonly dialect?: string
  /** Whether ki and kj get what qualifies as critical information (`mappings/criteria.yaml`), or whatever has a place there. */
  readonly import?: 'critical' | 'all'
  /** Demographics for a target that needs them: a FHIR Patient or a `ki` document. */
  readonly patient?: Json
  /** The document that the input was once made from; what the trip lost is put back from it. */
  readonly base?: Json
}

export interface Settings {
  readonly to: Form
  readonly now: string
  readonly carry: Carry
  readonly refuted: 'include' | 'omit'
  readonly alerts: 'derive' | 'none'
  readonly dialect: string | undefined
  readonly import: 'critical' | 'all'
}

/** What options with a choice take. */
const choices: Partial<Record<keyof ConvertOptions, readonly string[]>> = {
  to: forms,
  from: forms,
  carry: ['attachment', 'extensions', 'none'],
  refuted: ['include', 'omit'],
  alerts: ['derive', 'none'],
  import: ['critical', 'all'],
}

const instant =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d{1,9})?(Z|[+-](0\d|1[0-3]):[0-5]\d|[+-]14:00)$/

/** True for a FHIR instant, with its time zone, of a day that there is. */
export function isInstant(text: string): boolean {
  return instant.test(text) && isCalendarDate(text.slice(0, 10))
}

/** @throws RangeError for a value that an option does not have, which only a caller without types, or with a wrong time, can give. */
export function settingsOf(options: ConvertOptions): Settings {
  for (const [name, values] of Object.entries(choices)) {
    const value = options[name as keyof ConvertOptions]
    const isLeftOut = value === undefined && name !== 'to'
    if (!isLeftOut && !values.includes(String(value))) throw new RangeError(`"${name}" is one of ${values.join(', ')}`)
  }
  if (!isInstant(String(options.now))) throw new RangeError('"now" is a FHIR instant, such as 2026-11-22T12:00:00Z')
  return {
    to: options.to,
    now: options.now,
    carry: options.carry ?? 'attachment',
    refuted: options.refuted ?? 'include',
    alerts: options.alerts ?? 'derive',
    dialect: options.dialect,
    import: options.import ?? 'critical',
  }
}
