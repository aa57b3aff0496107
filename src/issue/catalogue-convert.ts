import type { CatalogueEntry } from './catalogue.ts'

/** What converting has to say beside the ledger. */
export const convertEntries = {
  'CNV-001': {
    severity: 'error',
    fhir: 'not-supported',
    en: 'This is none of the forms ki, kj, r4, eps: the root is "{root}". Give a FHIR R4 resource or Bundle, or a ki document; or name the form with --from.',
    nb: 'Dette er ingen av formene ki, kj, r4, eps: roten er "{root}". Gi en FHIR R4-ressurs eller -Bundle, eller et ki-dokument; eller navngi formen med --from.',
  },
  'CNV-002': {
    severity: 'error',
    fhir: 'invalid',
    en: 'The input is {found}, and --from says {wanted}. Leave --from out, or give an input of that form.',
    nb: 'Inndata er {found}, og --from sier {wanted}. Utelat --from, eller gi inndata i den formen.',
  },
  'CNV-003': {
    severity: 'error',
    fhir: 'required',
    en: 'A European Patient Summary needs the patient: {missing}. Give it with --patient <FHIR Patient or ki document>.',
    nb: 'En europeisk pasientoppsummering trenger pasienten: {missing}. Gi den med --patient <FHIR Patient eller ki-dokument>.',
    cite: 'https://build.fhir.org/ig/hl7-eu/eps/StructureDefinition-patient-eu-eps.html',
  },
  'CNV-004': {
    severity: 'error',
    fhir: 'conflict',
    en: 'The patient given with --patient has another identifier than the records. Check that they belong together; nothing was converted.',
    nb: 'Pasienten gitt med --patient har en annen identifikator enn oppføringene. Kontroller at de hører sammen; ingenting ble konvertert.',
  },
  'CNV-005': {
    severity: 'error',
    fhir: 'multiple-matches',
    en: 'The input holds records of several patients. Convert one patient at a time; nothing was converted.',
    nb: 'Inndata har oppføringer for flere pasienter. Konverter én pasient om gangen; ingenting ble konvertert.',
  },
  'CNV-010': {
    severity: 'warning',
    fhir: 'business-rule',
    en: 'The record was kept back: {form} cannot hold it as it is (row {row}). Ask whoever wrote it; it is in the ledger as withheld.',
    nb: 'Oppføringen ble holdt tilbake: {form} kan ikke holde den slik den er (rad {row}). Spør den som skrev den; den står i regnskapet som tilbakeholdt.',
  },
  'CNV-011': {
    severity: 'warning',
    fhir: 'business-rule',
    en: 'The record was kept back: it has a modifier extension, or rules of its own (implicitRules), not known here, which may change its meaning.',
    nb: 'Oppføringen ble holdt tilbake: den har en modifier extension, eller egne regler (implicitRules), som er ukjent her, og som kan endre meningen.',
    cite: 'https://hl7.org/fhir/R4/extensibility.html#modifierExtension',
  },
  'CNV-012': {
    severity: 'information',
    fhir: 'informational',
    en: 'The entry is no record, it states: {statement}. That is no record of critical information, and an empty register does not say it either.',
    nb: 'Oppføringen er ingen registrering, den sier: {statement}. Det er ingen kritisk informasjon, og et tomt register sier det heller ikke.',
  },
  'CNV-014': {
    severity: 'warning',
    fhir: 'conflict',
    en: 'The attached original could not be read as a form known here; the entries alone were used.',
    nb: 'Den vedlagte originalen kunne ikke leses som en kjent form; bare oppføringene ble brukt.',
  },
  'CNV-015': {
    severity: 'warning',
    fhir: 'duplicate',
    en: 'This {kind} has the address of an earlier entry and says something else. Both were taken where there is room for both, and references mean the earlier. Ask which one holds now, and leave the other out.',
    nb: 'Denne {kind} har samme adresse som en tidligere oppføring og sier noe annet. Begge ble tatt med der det er plass til begge, og referanser gjelder den tidligste. Finn ut hvilken som gjelder nå, og utelat den andre.',
    cite: 'https://hl7.org/fhir/R4/bundle.html#invs',
  },
  'CNV-016': {
    severity: 'warning',
    fhir: 'invalid',
    en: 'The record was kept back: its id, kind or status is none that a ki document can have, or another record has its id. It is in the ledger as withheld. Correct it at its source.',
    nb: 'Oppføringen ble holdt tilbake: id, type eller status kan ikke stå i et ki-dokument, eller en annen oppføring har samme id. Den står i regnskapet som tilbakeholdt. Rett den ved kilden.',
  },
  'CNV-017': {
    severity: 'warning',
    fhir: 'code-invalid',
    en: 'The record was kept back: its {element} has words alone, a code of another system than R4 has for it, or codes that contradict each other, and may say that the record does not hold. Write it with the code of R4.',
    nb: 'Oppføringen ble holdt tilbake: {element} har bare ord, en kode fra et annet system enn R4 har for det, eller koder som motsier hverandre, og kan si at oppføringen ikke gjelder. Skriv den med koden fra R4.',
    cite: 'https://hl7.org/fhir/R4/valueset-condition-ver-status.html',
  },
} as const satisfies Record<string, CatalogueEntry>
