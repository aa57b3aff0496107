import type { CatalogueEntry } from './catalogue.ts'

/** What the command line has to say beside what reading and converting say. */
export const cliEntries = {
  'CLI-001': {
    severity: 'error',
    fhir: 'invalid',
    en: '{problem} See kritinfo --help.',
    nb: '{problem} Se kritinfo --help.',
  },
  'CLI-002': {
    severity: 'error',
    fhir: 'not-found',
    en: 'Nothing matched: there is no *.json, *.xml or *.ndjson file here. Correct the path or the pattern.',
    nb: 'Ingenting passet: det er ingen fil *.json, *.xml eller *.ndjson her. Rett stien eller mønsteret.',
  },
  'CLI-003': {
    severity: 'error',
    fhir: 'not-found',
    en: 'The file cannot be read: {reason}. Correct the path, or give the right to read it.',
    nb: 'Filen kan ikke leses: {reason}. Rett stien, eller gi rett til å lese den.',
  },
  'CLI-004': {
    severity: 'error',
    fhir: 'invalid',
    en: '--now is not a FHIR instant. Write date, time with seconds and zone, as in 2026-01-31T12:00:00Z.',
    nb: '--now er ikke en FHIR instant. Skriv dato, tid med sekunder og sone, som i 2026-01-31T12:00:00Z.',
    cite: 'https://hl7.org/fhir/R4/datatypes.html#instant',
  },
  'CLI-005': {
    severity: 'error',
    fhir: 'conflict',
    en: 'This would overwrite a file that was given as input, or the other output. Give another path; nothing was written to it.',
    nb: 'Dette ville overskrive en fil som er gitt som inndata, eller den andre utfilen. Gi en annen sti; ingenting ble skrevet dit.',
  },
  'CLI-006': {
    severity: 'error',
    fhir: 'exception',
    en: 'The file cannot be written: {reason}. Correct the path, or make room; nothing was left behind.',
    nb: 'Filen kan ikke skrives: {reason}. Rett stien, eller skaff plass; ingenting ble liggende igjen.',
  },
  'CLI-007': {
    severity: 'error',
    fhir: 'not-found',
    en: 'This is no folder of mapping tables: there is no *.yaml file in it. Correct the path.',
    nb: 'Dette er ingen mappe med mappingtabeller: den har ingen fil *.yaml. Rett stien.',
  },
  'CLI-008': {
    severity: 'error',
    fhir: 'security',
    en: '--require-synthetic: Norwegian identity numbers that are not marked as synthetic (month + 80 or + 65): {count}, the first one here. Nothing was converted.',
    nb: '--require-synthetic: norske fødsels- eller D-numre som ikke er merket som syntetiske (måned + 80 eller + 65): {count}, det første her. Ingenting ble konvertert.',
    cite: 'https://skatteetaten.github.io/folkeregisteret-api-dokumentasjon/test-for-konsumenter/',
  },
  'CLI-009': {
    severity: 'warning',
    fhir: 'business-rule',
    en: 'More is lost than --fail-on {policy} allows, so the exit code is 4. The places are in the ledger (--report <file>).',
    nb: 'Mer går tapt enn --fail-on {policy} tillater, derfor er avslutningskoden 4. Stedene står i regnskapet (--report <fil>).',
  },
  'CLI-010': {
    severity: 'warning',
    fhir: 'not-supported',
    en: 'The profiles called {alias} have none, or not one alone, for this document, so it was checked without. Name a profile by its canonical with --profile, or leave the option out.',
    nb: 'Profilene kalt {alias} har ingen, eller ikke én entydig, for dette dokumentet, så det ble kontrollert uten. Oppgi en profil med sin canonical med --profile, eller utelat valget.',
  },
  'CLI-011': {
    severity: 'error',
    fhir: 'invalid',
    en: 'The file given with --baseline is no report of kritinfo validate -f json or -f ndjson. Write one with -f json -o <file>.',
    nb: 'Filen gitt med --baseline er ingen rapport fra kritinfo validate -f json eller -f ndjson. Skriv en med -f json -o <fil>.',
  },
  'CLI-012': {
    severity: 'error',
    fhir: 'business-rule',
    en: 'The {form} document that this becomes is not valid (errors: {count}, listed above), so it was not written. Correct the input, or write it all the same with --no-validate.',
    nb: '{form}-dokumentet som dette blir til, er ikke gyldig (feil: {count}, listet over), så det ble ikke skrevet. Rett inndata, eller skriv det likevel med --no-validate.',
  },
  'CLI-013': {
    severity: 'error',
    fhir: 'structure',
    en: 'The gzip data is damaged or cut short. Pack the file anew; what came before this place was read.',
    nb: 'Gzip-dataene er skadet eller avkortet. Pakk filen på nytt; det som kom før dette stedet, ble lest.',
    cite: 'https://www.rfc-editor.org/rfc/rfc1952',
  },
  'CLI-014': {
    severity: 'error',
    fhir: 'conflict',
    en: '--resume: the run that was interrupted had other inputs, options or tables, so it cannot be continued. Call it as it was called then, or leave --resume out to begin anew.',
    nb: '--resume: kjøringen som ble avbrutt, hadde andre inndata, valg eller tabeller, så den kan ikke fortsettes. Kall den som den gang, eller utelat --resume for å begynne på nytt.',
  },
  'CLI-015': {
    severity: 'error',
    fhir: 'lock-error',
    en: 'Another run (process {process}) is writing to this place. Wait for it, or give another path. If there is no such run, delete {journal}.',
    nb: 'En annen kjøring (prosess {process}) skriver hit. Vent på den, eller gi en annen sti. Finnes den ikke, slett {journal}.',
  },
  'CLI-016': {
    severity: 'information',
    fhir: 'informational',
    en: '--resume: there is nothing to continue here, so the run begins anew.',
    nb: '--resume: her er det ingenting å fortsette, så kjøringen begynner på nytt.',
  },
  'CLI-017': {
    severity: 'information',
    fhir: 'informational',
    en: '--resume: going on after {count} documents.',
    nb: '--resume: fortsetter etter {count} dokumenter.',
  },
  'CLI-018': {
    severity: 'warning',
    fhir: 'incomplete',
    en: 'The run was interrupted. {count} documents are done; the same call with --resume goes on from there.',
    nb: 'Kjøringen ble avbrutt. {count} dokumenter er ferdige; samme kall med --resume fortsetter derfra.',
  },
  'CLI-019': {
    severity: 'error',
    fhir: 'exception',
    en: 'Standard output cannot be written: {reason}. Make room, or name a file with -o, and call it again; what was written is not complete.',
    nb: 'Standard ut kan ikke skrives: {reason}. Skaff plass, eller oppgi en fil med -o, og kjør på nytt; det som ble skrevet, er ikke fullstendig.',
  },
  'CLI-030': {
    severity: 'information',
    fhir: 'informational',
    en: 'Findings that the baseline lists and that no longer occur: {count}. Write it anew, so that they cannot come back unseen: the same call with -f json -o <file> and without --baseline.',
    nb: 'Funn som er i grunnlinjen og ikke lenger forekommer: {count}. Skriv den på nytt, så de ikke kan komme tilbake usett: samme kall med -f json -o <fil> og uten --baseline.',
  },
  'CLI-070': {
    severity: 'error',
    fhir: 'exception',
    en: 'This is a defect of kritinfo ({name}), not of your input. Please report it; KRITINFO_DEBUG=1 shows where, and may show values of the input.',
    nb: 'Dette er en feil i kritinfo ({name}), ikke i inndata. Meld den gjerne; KRITINFO_DEBUG=1 viser hvor, og kan vise verdier fra inndata.',
  },
} as const satisfies Record<string, CatalogueEntry>
