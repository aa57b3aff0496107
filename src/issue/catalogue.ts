/**
 * Every code that this software can report. Codes are stable: a code is never given a new meaning.
 *
 * DOC: reading a document · KI: the `ki` form · MAP: mapping tables · CNV: converting · CLI: the command line.
 * `fhir` is the code of https://hl7.org/fhir/R4/valueset-issue-type.html for an OperationOutcome.
 */
export type Severity = 'error' | 'warning' | 'information'

export interface CatalogueEntry {
  readonly severity: Severity
  readonly fhir: string
  readonly en: string
  readonly nb: string
  readonly cite?: string
}

const entries = {
  'DOC-001': {
    severity: 'error',
    fhir: 'structure',
    en: 'The JSON is not well formed: {problem}. Correct the text here; nothing was converted.',
    nb: 'JSON-en er ikke velformet: {problem}. Rett teksten her; ingenting ble konvertert.',
    cite: 'https://www.rfc-editor.org/rfc/rfc8259',
  },
} as const satisfies Record<string, CatalogueEntry>

export type IssueCode = keyof typeof entries
export const catalogue: Readonly<Record<IssueCode, CatalogueEntry>> = entries
