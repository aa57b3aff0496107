import type { Form } from '../form/detect.ts'

/** Languages that a picture is told in. */
export type Language = 'nb' | 'en'

/**
 * What a record says as a whole, for eyes that only glance. `active`: it holds now · `not-in-force`: planned, on hold, proposed
 * or never begun · `done`: it was done, and what it did may last · `resolved`: it held and does no longer · `refuted`: it was
 * never so · `entered-in-error`: it was deleted · `unknown`: its status is not said, cannot be read, or something beside it may
 * turn the meaning round.
 */
export type Tone = 'active' | 'not-in-force' | 'done' | 'resolved' | 'refuted' | 'entered-in-error' | 'unknown'

/** A coding as the record has it. */
export interface Code {
  readonly system?: string
  /** The system by a name that people know, `ATC`; left out where there is none. */
  readonly name?: string
  readonly code?: string
  readonly display?: string
}

/** Something that a record says: the code it uses, if it uses one, and the words for it. */
export interface Said {
  readonly code?: string
  readonly text: string
}

/** One more thing that a record says. `name` is the same in every language, `label` is for people. */
export interface Line {
  readonly name: LineName
  readonly label: string
  readonly text: string
}

/** What lines there are, in their order. */
export const lineNames = [
  'kind',
  'mechanism',
  'category',
  'status-reason',
  'indication',
  'body-site',
  'stage',
  'evidence',
  'onset',
  'last-occurrence',
  'performed',
  'implanted',
  'in-use',
  'abatement',
  'outcome',
  'goal',
  'reason',
  'provision',
  'verified',
  'duration',
  'from',
  'until',
  'recorded',
  'updated',
  'asserted',
] as const
export type LineName = (typeof lineNames)[number]

/** One reaction of an allergy. */
export interface ReactionPicture {
  readonly manifestations: readonly Said[]
  readonly severity?: Said
  readonly onset?: string
  readonly substance?: Said
  readonly exposureRoute?: Said
  readonly description?: string
  readonly notes: readonly string[]
}

/**
 * Why not to rely on what a record seems to say. `contradiction`: a code says that there is nothing, and the rest of it what there
 * is · `expression`: its code is an expression of SNOMED CT, which nothing here reads · `device`: the device that it names was deleted or is out of use · `unsure`: nobody has confirmed that there is nothing ·
 * `contained`: it lies within another resource, where conversion does not look.
 */
export type WarningKind =
  | 'modifier'
  | 'contradiction'
  | 'expression'
  | 'status'
  | 'device'
  | 'kept-back'
  | 'unsure'
  | 'contained'
export interface Warning {
  readonly kind: WarningKind
  readonly text: string
}

/** One record of critical information. */
export interface RecordPicture {
  readonly id?: string
  /** The type of the resource that holds it; the hub's for a record of the `ki` form. */
  readonly type: string
  /** The number of its kind (list 7650), where it says one. */
  readonly kind?: string
  readonly title: string
  /** The coding that the title is of. */
  readonly code?: Code
  readonly tone: Tone
  /** The tone in words. A picture of a refuted record is never without them. */
  readonly toneText: string
  readonly status?: Said
  readonly certainty?: Said
  /** The potential for harm (`alvorlighetsgrad`), never how bad one reaction was. */
  readonly criticality?: Said
  /** How grave a condition is. */
  readonly severity?: Said
  readonly reactions: readonly ReactionPicture[]
  readonly lines: readonly Line[]
  /** Where the fact was learnt (`kilder`). */
  readonly sources: readonly Said[]
  readonly notes: readonly string[]
  readonly codes: readonly Code[]
  readonly warnings: readonly Warning[]
  /** Names of elements that it has and that are not shown. */
  readonly unshown: readonly string[]
}

/**
 * Ways of saying that there is nothing, none of which means another. `none-known`: somebody says that there is none ·
 * `no-information`: the information is not available · `not-asked`: nobody asked · `withheld` · `not-started`: nobody has begun to
 * collect it · `closed`: the list is closed · `other-reason`: a reason is given that is not known here · `subject-absent`: an entry
 * without what it is about · `narrative-only`: a section without entries, with a text that is not shown · `empty`: one without
 * entries, reason or text · `missing`: a section that ought to be there and is not · `nothing-recorded`: no record of this kind, and
 * nobody says anything about it.
 */
export type AbsenceKind =
  | 'none-known'
  | 'no-information'
  | 'not-asked'
  | 'withheld'
  | 'not-started'
  | 'closed'
  | 'other-reason'
  | 'subject-absent'
  | 'narrative-only'
  | 'empty'
  | 'missing'
  | 'nothing-recorded'

/** A statement that there is nothing. */
export interface Absence {
  readonly kind: AbsenceKind
  readonly text: string
  /** The code that says so. */
  readonly code?: Code
}

/** An entry that is such a statement. It has a status too: "no known allergies" may have been deleted. */
export interface AbsenceEntry extends Absence {
  readonly type: string
  readonly tone: Tone
  readonly toneText: string
  readonly status?: Said
  readonly certainty?: Said
  readonly criticality?: Said
  readonly lines: readonly Line[]
  readonly notes: readonly string[]
  readonly warnings: readonly Warning[]
  readonly unshown: readonly string[]
}

/** Sections in the order of the Norwegian model (list 7650); `other` holds records that state no kind. */
export const sectionIds = [
  'reactions',
  'anaesthesia',
  'conditions',
  'treatment',
  'implants',
  'limitation',
  'procedure-change',
  'infection',
  'other',
] as const
export type SectionId = (typeof sectionIds)[number]

export interface SectionPicture {
  readonly id: SectionId
  readonly title: string
  readonly records: readonly RecordPicture[]
  readonly absences: readonly AbsenceEntry[]
  /** Said of a section with neither, in a document that is a list of records; a summary says it in sections of its own. */
  readonly nothing?: Absence
}

/** How many there are of a type. */
export interface Count {
  readonly type: string
  readonly count: number
}

/** A section of a summary, or one that it ought to have. */
export interface SummarySection {
  /** LOINC code. */
  readonly code?: string
  readonly title: string
  readonly entries: readonly Count[]
  /** Entries that it names and the document does not hold; left out where there are none. */
  readonly gone?: readonly Count[]
  /** Why there are no entries; for a section that has some, a reason all the same is a contradiction, and is shown. */
  readonly absence?: Absence
}

/** Who it is about, as far as the document says; `isHidden` and no more where that was asked for. */
export interface PatientPicture {
  readonly isHidden: boolean
  readonly name?: string
  readonly birthDate?: string
  readonly gender?: Said
  readonly identifiers: readonly PatientNumber[]
}

/** A number of the patient; what it is used for where that is not the usual: one that is old is no longer valid. */
export interface PatientNumber extends Code {
  readonly use?: Said
}

/** Something that was found while reading. Holds no value of the document. */
export interface Remark {
  readonly code: string
  readonly severity: 'error' | 'warning' | 'information'
  readonly path: string
  readonly text: string
}

/** What a document says, for people: plain data without markup, the same for whatever form it is in. */
export interface Picture {
  readonly lang: Language
  readonly form: Form
  /** The dialect, or the name of the form. */
  readonly dialect: string
  /** Title and date of a summary. */
  readonly title?: string
  readonly date?: string
  /** Left out where the document says nothing of the patient. */
  readonly patient?: PatientPicture
  /** What the patient has chosen, which bears on what may be missing here: reservation, restriction. */
  readonly privacy: readonly Said[]
  readonly sections: readonly SectionPicture[]
  /** Sections of the summary as it has them; empty for what is no summary. */
  readonly summary: readonly SummarySection[]
  /** What the document holds besides, and is not shown. */
  readonly others: readonly Count[]
  readonly remarks: readonly Remark[]
}

/** How a picture is to be made. */
export interface PictureOptions {
  readonly lang: Language
  /** Whether to show who it is about; left out: yes. */
  readonly patient?: boolean
}
