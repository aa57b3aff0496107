import type { FunctionComponent } from 'preact'
import type { Words } from './language.ts'
import { AssumptionsPage } from './pages/assumptions/page.tsx'
import { CodesPage } from './pages/codes/page.tsx'
import { OverviewPage } from './pages/overview/page.tsx'
import { RecordPage } from './pages/record/page.tsx'
import { TablePage } from './pages/table/page.tsx'
import { VersionsPage } from './pages/versions/page.tsx'

/** A page of the site, and the first name of its address. */
export interface Page {
  readonly name: string
  readonly title: Words<string>
  readonly Page: FunctionComponent
}

/** In the order of the navigation. */
export const pages: readonly Page[] = [
  { name: '', title: { nb: 'Oversikt', en: 'Overview' }, Page: OverviewPage },
  { name: 'table', title: { nb: 'Tabeller', en: 'Tables' }, Page: TablePage },
  { name: 'record', title: { nb: 'Dokument', en: 'Record' }, Page: RecordPage },
  { name: 'codes', title: { nb: 'Koder', en: 'Codes' }, Page: CodesPage },
  { name: 'assumptions', title: { nb: 'Antakelser', en: 'Assumptions' }, Page: AssumptionsPage },
  { name: 'versions', title: { nb: 'Versjoner', en: 'Versions' }, Page: VersionsPage },
]
