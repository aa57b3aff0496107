/**
 * Every code that this software can report. Codes are stable: a code is never given a new meaning.
 *
 * DOC: reading a document · KI: the `ki` form · MAP: mapping tables · CHK: what `mapping check` finds in them · CNV: converting · IMP: what comes in from other countries · DIA: dialects · EPS: patient summaries · CLI: the command line · CFG: its config file · RPT: reading reports ·
 * STR, CRD, TYP, FMT, FIX, SLC, BND, INV, EXT, REF, TGT, CTN, NAR, BDL, PRF, OBL: validating FHIR, a family for each kind of rule ·
 * QRS: responses to questionnaires ·
 * NOR: what Norway's registers and NHN's API ask.
 * `fhir` is the code of https://hl7.org/fhir/R4/valueset-issue-type.html for an OperationOutcome.
 */
import { answerEntries } from './catalogue-answer.ts'
import { browseEntries } from './catalogue-browse.ts'
import { bundleEntries } from './catalogue-bundle.ts'
import { checkEntries } from './catalogue-check.ts'
import { cliEntries } from './catalogue-cli.ts'
import { configEntries } from './catalogue-config.ts'
import { containedEntries } from './catalogue-contained.ts'
import { dialectEntries } from './catalogue-dialect.ts'
import { documentEntries } from './catalogue-document.ts'
import { kiEntries } from './catalogue-ki.ts'
import { convertEntries } from './catalogue-convert.ts'
import { importEntries } from './catalogue-import.ts'
import { mappingEntries } from './catalogue-mapping.ts'
import { narrativeEntries } from './catalogue-narrative.ts'
import { norwegianEntries } from './catalogue-norwegian.ts'
import { packageEntries } from './catalogue-package.ts'
import { profileEntries } from './catalogue-profile.ts'
import { questionnaireEntries } from './catalogue-questionnaire.ts'
import { reportEntries } from './catalogue-report.ts'
import { structureEntries } from './catalogue-structure.ts'
import { summaryEntries } from './catalogue-summary.ts'
import { targetEntries } from './catalogue-target.ts'
import { valueEntries } from './catalogue-value.ts'
import { watchEntries } from './catalogue-watch.ts'
import { xmlEntries } from './catalogue-xml.ts'

/** error: the document cannot be used · warning: somebody should look · information: good to know. */
export type Severity = 'error' | 'warning' | 'information'

/** What a code means: how grave it is, which FHIR issue type it is, and its words with blanks for parameters. */
export interface CatalogueEntry {
  readonly severity: Severity
  readonly fhir: string
  readonly en: string
  readonly nb: string
  /** What stands for a parameter that is a phrase of ours, in Norwegian, by its English words. */
  readonly phrases?: Readonly<Record<string, string>>
  readonly cite?: string
}

const entries = {
  ...documentEntries,
  ...xmlEntries,
  ...kiEntries,
  ...mappingEntries,
  ...checkEntries,
  ...packageEntries,
  ...convertEntries,
  ...importEntries,
  ...summaryEntries,
  ...dialectEntries,
  ...cliEntries,
  ...configEntries,
  ...watchEntries,
  ...browseEntries,
  ...reportEntries,
  ...structureEntries,
  ...valueEntries,
  ...profileEntries,
  ...narrativeEntries,
  ...bundleEntries,
  ...containedEntries,
  ...norwegianEntries,
  ...targetEntries,
  ...questionnaireEntries,
  ...answerEntries,
} as const satisfies Record<string, CatalogueEntry>

/** A code of the catalogue. */
export type IssueCode = keyof typeof entries
/** Every code with its meaning. */
export const catalogue: Readonly<Record<IssueCode, CatalogueEntry>> = entries
