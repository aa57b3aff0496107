import type { CatalogueEntry } from './catalogue.ts'

/** What serving and writing the site has to say. */
export const browseEntries = {
  'CLI-060': {
    severity: 'error',
    fhir: 'conflict',
    en: 'The site cannot be served on port {port}: {reason}. Give another one with --port, or --port 0 for any that is free.',
    nb: 'Nettstedet kan ikke tilbys på port {port}: {reason}. Gi en annen med --port, eller --port 0 for en ledig.',
  },
  'CLI-061': {
    severity: 'error',
    fhir: 'conflict',
    en: 'The folder has something in it that is no site of kritinfo, so nothing was written. Give a folder that is new or empty.',
    nb: 'Mappen inneholder noe som ikke er et nettsted fra kritinfo, så ingenting ble skrevet. Gi en ny eller tom mappe.',
  },
  'CLI-062': {
    severity: 'error',
    fhir: 'not-found',
    en: 'The pages of the site are not here. In a clone build them with npm run build; else install kritinfo again.',
    nb: 'Sidene til nettstedet finnes ikke her. I en klone: bygg dem med npm run build; ellers installer kritinfo på nytt.',
  },
} as const satisfies Record<string, CatalogueEntry>
