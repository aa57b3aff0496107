import type { JsonObject } from '../../document/json.ts'
import type { HubEntry } from '../hub.ts'
import { isOriginal } from './attachment.ts'
import { isRefuted } from './state.ts'
import { bodyOf, label, narrative } from './xhtml.ts'

/** A section of the summary: LOINC code, titles, and which resources stand in it. */
export interface SectionKind {
  readonly code: string
  readonly title: string
  readonly nb: string
  readonly type?: string
}

/** The five sections that EPS demands (https://build.fhir.org/ig/hl7-eu/eps/StructureDefinition-composition-eu-eps.html). */
export const mandatory: readonly SectionKind[] = [
  {
    code: '48765-2',
    title: 'Allergies and Intolerances',
    nb: 'Allergier og overfølsomhet',
    type: 'AllergyIntolerance',
  },
  { code: '11450-4', title: 'Problems', nb: 'Kritiske tilstander', type: 'Condition' },
  { code: '10160-0', title: 'Medications', nb: 'Legemidler' },
  { code: '47519-4', title: 'Procedures', nb: 'Prosedyrer', type: 'Procedure' },
  { code: '46264-8', title: 'Medical Devices', nb: 'Medisinsk utstyr', type: 'DeviceUseStatement' },
]

/** Sections that stand only where there is something to say in them. */
export const optional: readonly SectionKind[] = [
  { code: '104605-1', title: 'Alerts', nb: 'Varsler', type: 'Flag' },
  { code: '42348-3', title: 'Advance Directives', nb: 'Behandlingsbegrensninger', type: 'DocumentReference' },
]

/** Where the attached original stands when no section has an entry to stand beside. */
export const historySection: SectionKind = { code: '11329-0', title: 'Patient History', nb: 'Opprinnelig dokument' }

/** Why a section is empty: the register holds critical facts only, or may not be read. Never that there is nothing. */
export type EmptyReason = 'unavailable' | 'withheld'

const reasons: Readonly<Record<EmptyReason, string>> = {
  unavailable: label(
    'Ingen opplysninger her. Registeret har bare kritisk informasjon; det betyr ikke at det ikke finnes noe.',
    'No information here. The register holds critical information only; this does not mean that there is none.',
  ),
  withheld: label(
    'Opplysninger kan være holdt tilbake etter pasientens valg.',
    "Information may be withheld by the patient's choice.",
  ),
}

export function section(kind: SectionKind, entries: readonly HubEntry[], empty: EmptyReason): JsonObject {
  const made: JsonObject = {
    title: kind.title,
    code: { coding: [{ system: 'http://loinc.org', code: kind.code }] },
    text: narrative(
      `<h3>${label(kind.nb, kind.title)}</h3>${entries.length === 0 ? `<p>${reasons[empty]}</p>` : body(entries)}`,
    ),
  }
  if (entries.length > 0) made.entry = entries.map(({ fullUrl }) => ({ reference: fullUrl }))
  else
    made.emptyReason = { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/list-empty-reason', code: empty }] }
  return made
}

/** What holds first, what was refuted after it under a heading of its own; within each as the source has it. */
function body(entries: readonly HubEntry[]): string {
  const clinical = entries.filter(({ resource }) => !isOriginal(resource))
  const refuted = clinical.filter(({ resource }) => isRefuted(resource))
  const held = clinical.filter(({ resource }) => !isRefuted(resource))
  const attached =
    entries.length > clinical.length
      ? `<p>${label('Det norske originaldokumentet er vedlagt.', 'The Norwegian original is attached.')}</p>`
      : ''
  const list = (some: readonly HubEntry[]) => some.map(({ resource }) => bodyOf(resource)).join('')
  const heading = refuted.length === 0 ? '' : `<h4>${label('Avkreftet', 'refuted: no longer held to be true')}</h4>`
  return `${list(held)}${heading}${list(refuted)}${attached}`
}
