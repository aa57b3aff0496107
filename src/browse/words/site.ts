import type { Words } from '../language.ts'

interface SiteWords {
  readonly name: string
  readonly skip: string
  readonly pages: string
  readonly language: string
  readonly noPage: string
  readonly own: string
  readonly local: string
}

/** What stands around every page. */
export const siteWords: Words<SiteWords> = {
  nb: {
    name: 'kritinfo – kritisk informasjon mellom Norge og Europa',
    skip: 'Til innholdet',
    pages: 'Sider',
    language: 'Språk',
    noPage: 'Denne siden finnes ikke. Velg en i menyen.',
    own: 'med egne tabeller over',
    local: 'Alt skjer i denne nettleseren. Ingenting sendes noe sted.',
  },
  en: {
    name: 'kritinfo – critical information between Norway and Europe',
    skip: 'To the content',
    pages: 'Pages',
    language: 'Language',
    noPage: 'There is no such page. Choose one from the menu.',
    own: 'with tables of your own over them',
    local: 'All of it happens in this browser. Nothing is sent anywhere.',
  },
}
