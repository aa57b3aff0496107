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

/** @throws RangeError for a form that there is none of, which only a caller without types can name. */
export function settingsOf(options: ConvertOptions): Settings {
  if (!forms.includes(options.to)) throw new RangeError(`"to" is one of ${forms.join(', ')}`)
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
