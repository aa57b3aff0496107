import type { CatalogueEntry } from './catalogue.ts'

/** What is said of dialects: other ways of writing a form. */
export const dialectEntries = {
  'DIA-001': {
    severity: 'information',
    fhir: 'informational',
    en: 'The document is in the dialect {dialect}. It was brought to plain {form} before it was mapped; the ledger tells what that cost. Check the dialect if the sender says it is another.',
    nb: 'Dokumentet er i dialekten {dialect}. Det ble brakt til ren {form} før det ble mappet; regnskapet forteller hva det kostet. Kontroller dialekten om avsenderen sier at den er en annen.',
  },
  'DIA-002': {
    severity: 'error',
    fhir: 'not-supported',
    en: 'There is no such dialect of {form}. Dialects that {form} can be written in: {words}.',
    nb: 'Det finnes ingen slik dialekt av {form}. Dialekter som {form} kan skrives i: {words}.',
  },
  'DIA-003': {
    severity: 'information',
    fhir: 'informational',
    en: 'The entry is a former, discarded or deleted version of a drug reaction. It was kept back; only the version that holds is converted.',
    nb: 'Oppføringen er en tidligere, forkastet eller slettet versjon av en legemiddelreaksjon. Den ble holdt tilbake; bare gjeldende versjon konverteres.',
    cite: 'https://github.com/NorskHelsenett/SFM.tools',
  },
  'DIA-004': {
    severity: 'error',
    fhir: 'required',
    en: "SFM's export is about one patient with family name, given name and identity number, and the records do not hold them. Give a document with the Patient, or one with a single record.",
    nb: 'SFM-eksporten gjelder én pasient med etternavn, fornavn og identitetsnummer, og oppføringene har dem ikke. Gi et dokument med Patient, eller et med bare én oppføring.',
    cite: 'https://github.com/NorskHelsenett/SFM.tools',
  },
  'DIA-005': {
    severity: 'error',
    fhir: 'structure',
    en: "The value has no place in SFM's export, or none that is allowed there. Nothing was written.",
    nb: 'Verdien har ingen plass i SFM-eksporten, eller ingen som er tillatt der. Ingenting ble skrevet.',
    cite: 'https://github.com/NorskHelsenett/SFM.tools',
  },
  'DIA-006': {
    severity: 'error',
    fhir: 'structure',
    en: "The root element {element} is none of SFM's export that is about a patient. Give a PasientExport or a CAVE.",
    nb: 'Rotelementet {element} er ikke et av SFM-eksportens som gjelder en pasient. Gi en PasientExport eller en CAVE.',
    cite: 'https://github.com/NorskHelsenett/SFM.tools',
  },
  'DIA-007': {
    severity: 'error',
    fhir: 'not-supported',
    en: 'The form {form} has no dialects: only kj and r4 have. Leave --dialect out.',
    nb: 'Formen {form} har ingen dialekter: bare kj og r4 har det. Ta bort --dialect.',
  },
} as const satisfies Record<string, CatalogueEntry>
