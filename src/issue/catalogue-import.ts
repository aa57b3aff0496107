import type { CatalogueEntry } from './catalogue.ts'

/** What comes in from other countries: what was not taken and why; and problems in the criteria that decide it. */
export const importEntries = {
  'IMP-001': {
    severity: 'information',
    fhir: 'informational',
    en: '{type} was not taken: {reason} (criterion {criterion}). It is in the ledger.',
    nb: '{type} ble ikke tatt med (kriterium {criterion}): {reason}. Den står i regnskapet.',
  },
  'IMP-002': {
    severity: 'warning',
    fhir: 'business-rule',
    en: '{type} was kept back until somebody has decided: {reason} (criterion {criterion}). Ask, and record it if it holds; it is in the ledger as withheld.',
    nb: '{type} ble holdt tilbake til noen har avgjort (kriterium {criterion}): {reason}. Spør, og registrer den hvis den gjelder; den står i regnskapet som tilbakeholdt.',
  },
  'IMP-003': {
    severity: 'information',
    fhir: 'informational',
    en: 'A section of the summary has no entries and says why: {statement}. That is no record of critical information, and an empty register does not say it either.',
    nb: 'En seksjon i oppsummeringen har ingen oppføringer og sier hvorfor: {statement}. Det er ingen kritisk informasjon, og et tomt register sier det heller ikke.',
  },
  'IMP-004': {
    severity: 'information',
    fhir: 'informational',
    en: "NHN's record holds one reaction: the gravest, or the first, is kept, and {count} more stand in its note.",
    nb: 'NHNs oppføring har én reaksjon: den alvorligste, eller den første, er beholdt, og {count} til står i kommentaren.',
  },
  'IMP-005': {
    severity: 'warning',
    fhir: 'too-long',
    en: "NHN's record holds one reaction, and its note has no room for {count} more (at most {limit} characters): they stand in the ledger alone. Record them by hand.",
    nb: 'NHNs oppføring har én reaksjon, og kommentaren har ikke plass til {count} til (høyst {limit} tegn): de står bare i regnskapet. Registrer dem for hånd.',
  },
  'IMP-006': {
    severity: 'warning',
    fhir: 'incomplete',
    en: 'The section {section} has words alone, no entry and no reason why it is empty: what the words say did not cross. Read them, and record by hand what is critical.',
    nb: 'Seksjonen {section} har bare ord, ingen oppføringer og ingen grunn til at den er tom: det ordene sier, ble ikke med. Les dem, og registrer for hånd det som er kritisk.',
    phrases: { 'without a LOINC code': 'uten LOINC-kode' },
    cite: 'https://hl7.org/fhir/R4/composition-definitions.html#Composition.section.text',
  },
  'IMP-007': {
    severity: 'warning',
    fhir: 'not-found',
    en: 'An entry of the section {section} {target} and could not be read: it did not cross. Ask whoever wrote the document for it as an entry of the Bundle.',
    nb: 'En oppføring i seksjonen {section} {target} og kunne ikke leses: den ble ikke med. Be den som skrev dokumentet, om å få den som egen oppføring i Bundle.',
    phrases: {
      'without a LOINC code': 'uten LOINC-kode',
      'is not in the document': 'er ikke i dokumentet',
      'is contained in the Composition': 'ligger inne i Composition',
    },
    cite: 'https://hl7.org/fhir/R4/bundle.html#references',
  },
  'IMP-010': error(
    'No criterion for {resource} is without conditions: some records would have no decision. Add one as the last.',
    'Ingen kriterier for {resource} er uten betingelser: noen oppføringer ville stå uten avgjørelse. Legg til ett som det siste.',
  ),
  'IMP-011': error(
    'Criterion {id} is never reached: one above it has no conditions. Move it up.',
    'Kriterium {id} nås aldri: ett over det har ingen betingelser. Flytt det opp.',
  ),
  'IMP-012': error(
    'A condition asks exactly one thing of its element: {words}.',
    'En betingelse spør om nøyaktig én ting om elementet: {words}.',
  ),
  'IMP-013': error(
    'The id of a criterion begins with "{prefix}", so that the ledger can tell it from a row: "{id}" does not.',
    'Id-en til et kriterium begynner med "{prefix}", så regnskapet kan skille det fra en rad: "{id}" gjør det ikke.',
  ),
  'IMP-014': error(
    'Criterion {id} takes its kind from a code table and has no condition with "in". Add one, or name the kind.',
    'Kriterium {id} tar typen fra en kodetabell og har ingen betingelse med "in". Legg til en, eller oppgi typen.',
  ),
} as const satisfies Record<string, CatalogueEntry>

function error(en: string, nb: string): CatalogueEntry {
  return { severity: 'error', fhir: 'invalid', en, nb }
}
