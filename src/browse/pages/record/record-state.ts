import type { Form } from '../../../form/detect.ts'
import type { Issue } from '../../../issue/issue.ts'
import type { Findings } from '../../engine/record/check.ts'
import type { Converted, Opened, RecordOptions, Side } from '../../engine/record/plain.ts'

/** The options that somebody has chosen; without a target, it is chosen by the form of the record. */
export type Chosen = Omit<RecordOptions, 'to'> & { readonly to?: Form | undefined }

export type Phase = 'idle' | 'reading' | 'converting' | 'ready' | 'failed' | 'stopped'

/** Where a record is on its way, and what is known of it so far. */
export interface RecordState {
  readonly phase: Phase
  readonly opened?: Opened
  readonly options?: RecordOptions
  readonly converted?: Converted
  /** Why there is nothing to show. */
  readonly problems: readonly Issue[]
  /** The problems are those of the patient that was given beside the record. */
  readonly isPatientProblem: boolean
  readonly hasDefect: boolean
  readonly isChecking: boolean
  readonly findings: Readonly<Partial<Record<Side, Findings>>>
  /** Changes with each conversion, so that nothing of the one before is shown. */
  readonly version: number
}

export const idle: RecordState = {
  phase: 'idle',
  problems: [],
  isPatientProblem: false,
  hasDefect: false,
  isChecking: false,
  findings: {},
  version: 0,
}

/** Where a record goes if nobody says where: abroad, or home. */
export function targetOf(form: Form, { to, dialect }: Chosen): Form {
  if (to !== undefined && (to !== form || dialect !== undefined)) return to
  return form === 'ki' ? 'eps' : 'ki'
}
