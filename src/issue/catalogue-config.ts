import type { CatalogueEntry } from './catalogue.ts'

/** What is wrong with a config file (`kritinfo.config.json`). */
export const configEntries = {
  'CFG-001': {
    severity: 'error',
    fhir: 'invalid',
    en: '"{name}" is no member of this part of the config{near}. Correct the name or take it out; the schema profiles/kritinfo.config/config.schema.json of this package lists all.',
    nb: '"{name}" er ikke noe felt i denne delen av konfigurasjonen{near}. Rett navnet eller ta det bort; skjemaet profiles/kritinfo.config/config.schema.json i denne pakken har alle.',
  },
  'CFG-002': {
    severity: 'error',
    fhir: 'invalid',
    en: 'This value has the wrong type. Write {wanted}.',
    nb: 'Denne verdien har feil type. Skriv {wanted}.',
  },
  'CFG-003': {
    severity: 'error',
    fhir: 'invalid',
    en: 'This value is none of the choices{near}. Write one of {choices}.',
    nb: 'Denne verdien er ikke blant valgene{near}. Skriv en av {choices}.',
  },
  'CFG-004': {
    severity: 'error',
    fhir: 'conflict',
    en: 'There is a config already, and it was left as it is. Change it by hand, or write it anew with --force.',
    nb: 'Det finnes alt en konfigurasjon, og den er ikke rørt. Endre den for hånd, eller skriv den på nytt med --force.',
  },
} as const satisfies Record<string, CatalogueEntry>
