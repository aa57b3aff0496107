import type { CatalogueEntry } from './catalogue.ts'

/** What making and reading a patient summary has to say beside the ledger. */
export const summaryEntries = {
  'EPS-001': {
    severity: 'information',
    fhir: 'business-rule',
    en: 'This {kind} is refuted, and no status of a {kind} in a summary says so; it was kept out. Tell a receiver who had it from an earlier summary; it is in the ledger as withheld.',
    nb: 'Denne {kind} er avkreftet, og ingen status for en {kind} i en pasientoppsummering sier det; den ble holdt utenfor. Si fra til mottakere som har den fra en tidligere oppsummering; den står i regnskapet som tilbakeholdt.',
    cite: 'https://hl7.org/fhir/R4/valueset-event-status.html',
  },
  'EPS-002': {
    severity: 'warning',
    fhir: 'conflict',
    en: 'What was derived from a record here says something else than the record now: {elements}. The record stands. Ask who changed it, and change the record if the change was meant.',
    nb: 'Det som ble utledet av en oppføring her, sier nå noe annet enn oppføringen: {elements}. Oppføringen står. Spør den som endret det, og endre oppføringen hvis endringen var ment.',
    cite: 'https://hl7.org/fhir/extensions/StructureDefinition-flag-detail.html',
  },
  'EPS-003': {
    severity: 'warning',
    fhir: 'incomplete',
    en: 'Of a limitation of treatment only the alert was left; its document is not here. The record was made of what the alert says. Get the document before you act on the details.',
    nb: 'Av en behandlingsbegrensning var bare varselet igjen; dokumentet er ikke her. Oppføringen ble laget av det varselet sier. Skaff dokumentet før du handler etter detaljene.',
  },
  'EPS-004': {
    severity: 'warning',
    fhir: 'business-rule',
    en: 'The document of a limitation of treatment is neither current nor entered in error. The record was kept back: ask whether it is still in force.',
    nb: 'Dokumentet for en behandlingsbegrensning er verken gjeldende eller feilregistrert. Oppføringen ble holdt tilbake: spør om den fortsatt gjelder.',
    cite: 'https://hl7.org/fhir/R4/valueset-document-reference-status.html',
  },
  'EPS-005': {
    severity: 'information',
    fhir: 'not-supported',
    en: 'This Consent is no advance directive, and no section of a summary takes others; it was kept out. Send it by another way if the receiver needs it.',
    nb: 'Dette samtykket (Consent) er ikke et forhåndsdirektiv, og ingen seksjon i en pasientoppsummering tar imot andre; det ble holdt utenfor. Send det på en annen måte hvis mottakeren trenger det.',
    cite: 'https://hl7.org/fhir/R4/valueset-consent-scope.html',
  },
} as const satisfies Record<string, CatalogueEntry>
