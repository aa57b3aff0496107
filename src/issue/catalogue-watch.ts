import type { CatalogueEntry } from './catalogue.ts'

/** What waiting for changes has to say. */
export const watchEntries = {
  'CLI-040': {
    severity: 'warning',
    fhir: 'exception',
    en: 'Some files are not watched, and their changes not seen: {reason}. Give fewer files, or allow for more.',
    nb: 'Noen filer overvåkes ikke, og endringer i dem blir ikke sett: {reason}. Gi færre filer, eller tillat flere.',
  },
} as const satisfies Record<string, CatalogueEntry>
