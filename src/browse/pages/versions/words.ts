import type { VersionKind } from '../../engine/versions.ts'
import type { Words } from '../../language.ts'

interface VersionWords {
  readonly title: string
  readonly about: string
  readonly before: string
  readonly after: string
  readonly ownTables: string
  readonly nothing: string
  readonly files: string
  readonly folder: string
  readonly clear: string
  readonly drop: string
  readonly compare: string
  readonly working: string
  readonly stop: string
  readonly given: string
  readonly unlike: string
  readonly kinds: Readonly<Record<VersionKind, string>>
  readonly problem: string
  readonly defect: string
  readonly leftOut: string
  readonly same: string
  readonly flips: string
  readonly others: string
  readonly statements: string
  readonly couldFlip: string
  readonly profiles: string
  readonly stricter: string
  readonly changes: Readonly<Record<'added' | 'removed' | 'changed', string>>
  readonly rows: string
  readonly element: string
  readonly change: string
  readonly from: string
  readonly to: string
}

export const versionWords: Words<VersionWords> = {
  nb: {
    title: 'Versjoner',
    about:
      'Sammenlign to versjoner av tabellene (YAML-filer, en mappe eller en zip; også et tillegg), eller av en FHIR-pakke (.tgz eller .zip). Filene leses her i nettleseren og sendes ingen steder.',
    before: 'Før',
    after: 'Etter',
    ownTables: 'Tabellene på dette nettstedet',
    nothing: 'Ingen filer ennå',
    files: 'Velg filer',
    folder: 'Velg en mappe',
    clear: 'Ta bort',
    drop: 'Slipp filer, en mappe eller en pakke her',
    compare: 'Sammenlign',
    working: 'Sammenligner …',
    stop: 'Stopp',
    given: 'filer',
    unlike: 'Bare samme slag kan sammenlignes:',
    kinds: { tables: 'tabeller', package: 'en pakke' },
    problem: 'Kan ikke leses',
    defect: 'Sammenligningen stanset av en feil i programmet.',
    leftOut: 'Utelatt av sammenligningen',
    same: 'Ingen forskjeller.',
    flips: 'Kan snu en mening',
    others: 'Andre forskjeller',
    statements: 'utsagn er forskjellige',
    couldFlip: 'kan snu en mening',
    profiles: 'profiler er forskjellige',
    stricter: 'krever mer',
    changes: { added: 'ny', removed: 'borte', changed: 'endret' },
    rows: 'Rader',
    element: 'Element',
    change: 'Forskjell',
    from: 'Før',
    to: 'Etter',
  },
  en: {
    title: 'Versions',
    about:
      'Compare two versions of the tables (files of YAML, a folder or a zip; an overlay too), or of a FHIR package (.tgz or .zip). The files are read here in the browser and sent nowhere.',
    before: 'Before',
    after: 'After',
    ownTables: 'The tables of this site',
    nothing: 'No files yet',
    files: 'Choose files',
    folder: 'Choose a folder',
    clear: 'Take away',
    drop: 'Drop files, a folder or a package here',
    compare: 'Compare',
    working: 'Comparing …',
    stop: 'Stop',
    given: 'files',
    unlike: 'Only like can be compared:',
    kinds: { tables: 'tables', package: 'a package' },
    problem: 'Cannot be read',
    defect: 'A defect of the program has ended the comparison.',
    leftOut: 'Left out of the comparison',
    same: 'No differences.',
    flips: 'Could flip a meaning',
    others: 'Other differences',
    statements: 'statements differ',
    couldFlip: 'could flip a meaning',
    profiles: 'profiles differ',
    stricter: 'ask for more',
    changes: { added: 'added', removed: 'removed', changed: 'changed' },
    rows: 'Rows',
    element: 'Element',
    change: 'Difference',
    from: 'Before',
    to: 'After',
  },
}
