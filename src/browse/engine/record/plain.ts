import type { Carry } from '../../../convert/settings.ts'
import type { Outcome } from '../../../document/books.ts'
import type { Form } from '../../../form/detect.ts'
import type { Issue } from '../../../issue/issue.ts'
import type { Entry, Safety } from '../../../mapping/ledger.ts'
import type { ExplainedStep, Side } from '../../../trace.ts'
import type { LineKind } from './lines.ts'

export type { Side } from '../../../trace.ts'

/** A document as it was pasted, or as the bytes of a file. */
export type Content = string | Uint8Array

/** How to convert: what the command line's options of the same names say. */
export interface RecordOptions {
  readonly to: Form
  readonly now: string
  readonly carry?: Carry
  readonly refuted?: 'include' | 'omit'
  readonly alerts?: 'derive' | 'none'
  readonly import?: 'critical' | 'all'
  readonly dialect?: string
  /** A FHIR Patient or a `ki` document with what a summary must say of the patient. */
  readonly patient?: Content
}

/** What is seen of a document as soon as it has been read. */
export interface Opened {
  readonly form: Form
  readonly syntax: 'json' | 'xml'
  /** The forms that it can become: all others, and in another dialect its own. */
  readonly targets: readonly Form[]
  readonly lines: number
}

/** A group of the ledger, with what became of its leaves. */
export interface LedgerGroup {
  readonly safety: Safety
  readonly count: number
  readonly outcomes: readonly (readonly [Outcome, number])[]
}

export interface Converted {
  readonly from: Form
  readonly to: Form
  readonly dialect: string
  readonly leaves: { readonly total: number; readonly claimed: number; readonly ledger: number }
  readonly groups: readonly LedgerGroup[]
  /** The first of them. */
  readonly issues: readonly Issue[]
  readonly issueCount: number
  /** The command line would end with exit code 4. */
  readonly isTooMuch: boolean
  readonly lines: Readonly<Record<Side, number>>
}

/** One line of a document as it is shown. Long values are cut. */
export interface ShownLine {
  readonly number: number
  readonly kind: LineKind
  readonly depth: number
  /** The name of a member of an object. */
  readonly name?: string
  /** What stands behind the name: a value, or a bracket. */
  readonly text: string
  readonly comma: boolean
  /** The place of a leaf. */
  readonly place?: string
  /** What the ledger says of a leaf. */
  readonly outcome?: Outcome
}

/** A window of lines. */
export interface LineRange {
  readonly side: Side
  readonly first: number
  readonly count: number
}

export interface Counterpart {
  readonly place: string
  readonly line: number
}

/** All that is known of the leaf on a line. */
export interface Leaf {
  readonly side: Side
  readonly line: number
  readonly place: string
  readonly value: string
  readonly steps: readonly ExplainedStep[]
  readonly ledger: readonly Entry[]
  readonly counterparts: readonly Counterpart[]
}

/** An entry of the ledger with its line and what its row says. */
export interface LedgerLine extends Entry {
  readonly line: number | undefined
  readonly table: string | undefined
  readonly note: string
}
