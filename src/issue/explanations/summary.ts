import type { summaryEntries } from '../catalogue-summary.ts'
import type { Explanations } from './explanation.ts'

/** What making and reading a patient summary has to say. */
export const summaryExplanations: Explanations<keyof typeof summaryEntries> = {
  'EPS-001': {
    reason:
      'A summary has the statuses of R4 and no others. A treatment that was never given would stand there as completed, an implant that is not there as one that was in use. Nothing is better than the opposite of the truth.',
    bad: '(a Procedure that is refuted by modifierExtension urn:kritinfo:StructureDefinition:avkreftet, converted to eps)',
    good: '(the same Procedure, converted to ki or kj, which can say refuted)',
  },
  'EPS-002': {
    reason:
      'Alerts and documents that this software derives say the same as their records and are made anew each time. If one comes back changed, somebody meant something by it, and a rule cannot know whether the alert or the record is right.',
    bad: '(an alert derived from a difficult airway, set to inactive abroad, while the Condition is still active)',
    good: '(the Condition itself changed, and its alert with it)',
  },
  'EPS-003': {
    reason:
      'A limitation of treatment goes out as a document and an alert. If the alert alone comes back, to drop it would hide that there is a limitation; but it does not say when, by whom, or for how long.',
    bad: '(a summary of ours whose DocumentReference was left out by a server on the way, with its Flag)',
    good: '(the summary with both)',
  },
  'EPS-004': {
    reason:
      'A document that was replaced says nothing about whether the limitation itself still holds. Read as active it could withhold treatment, read as refuted it could force it.',
    bad: '(a DocumentReference of a limitation of treatment with "status": "superseded")',
    good: '(the same with "status": "current", or "entered-in-error" if it was never right)',
  },
  'EPS-005': {
    reason:
      'Advance directives and decisions on treatment have a section in a summary. Consents to research or to the use of data are for those who handle data, not for those who treat.',
    bad: '(a Consent with scope patient-privacy or research, converted to eps)',
    good: '(a Consent with scope adr or treatment, converted to eps)',
  },
}
