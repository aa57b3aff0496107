import type { Words } from '../../language.ts'

interface CodesWords {
  readonly title: string
  readonly about: string
  readonly tables: string
  readonly all: string
  readonly table: string
  readonly every: string
  readonly rows: string
  readonly of: string
  readonly left: string
  readonly right: string
  readonly relation: string
  readonly confidence: string
  readonly why: string
  readonly back: string
  readonly backSame: string
  readonly backOther: string
  readonly filter: string
  readonly search: string
  readonly noTable: string
  readonly noRow: string
  readonly usedBy: string
  readonly byCode: string
  readonly noMap: string
  readonly notSure: string
  readonly used: string
  readonly accepted: string
  readonly bothWays: string
  readonly notBoth: string
  readonly oneSided: string
  readonly toRight: string
  readonly toLeft: string
  readonly first: string
  readonly onlySame: string
  readonly comesBack: string
  readonly others: string
  readonly rule: string
  readonly rightCodes: string
}

export const codesWords: Words<CodesWords> = {
  nb: {
    title: 'Kodetabeller',
    about:
      'Koder fra to sider ved siden av hverandre. Bare likeverdige sendes som oversettelser; de andre viser hva som ble vurdert. En kode uten rad oversettes aldri.',
    tables: 'Kodetabeller',
    all: 'Alle kodetabeller',
    table: 'Kodetabell',
    every: 'alle',
    rows: 'koder',
    of: 'av',
    left: 'Venstre',
    right: 'Høyre',
    relation: 'Relasjon',
    confidence: 'Hvor sikkert',
    why: 'Hvorfor og gjennomgang',
    back: 'Tilbake',
    backSame: 'den samme',
    backOther: 'en annen',
    filter: 'Avgrens kodene',
    search: 'Søk i kode, visningsnavn og merknad',
    noTable: 'Det finnes ingen kodetabell med dette navnet.',
    noRow: 'Ingen kode passer. Ta bort et ord eller et valg.',
    usedBy: 'Brukes av',
    byCode: 'Leses av koden rundt tabellene, av kontroller og av mennesker; ingen rad oversetter med den.',
    noMap: 'går ikke over',
    notSure: 'ikke sikre',
    used: 'brukes av',
    accepted: 'godkjent',
    bothWays: 'De samme parene gjelder begge veier.',
    notBoth: 'koder på venstre side kommer ikke tilbake som seg selv:',
    oneSided: 'Tabellen har bare en venstre side: den sier hvilke koder det gjelder.',
    toRight: 'Fra venstre til høyre',
    toLeft: 'Fra høyre til venstre',
    first: 'Av flere rader for én kode gjelder den første likeverdige, ellers den første.',
    onlySame:
      'Bare likeverdige koder sendes, som oversettelser ved siden av den opprinnelige; de andre blir som de er.',
    comesBack: 'Kommer tilbake som',
    others: 'Har også',
    rule: 'Koder uten rad oversettes etter regelen',
    rightCodes: 'Kodene til høyre hører til',
  },
  en: {
    title: 'Code tables',
    about:
      'Codes of two sides beside each other. Only equivalent ones are sent as translations; the others show what was considered. A code without a row is never translated.',
    tables: 'Code tables',
    all: 'All code tables',
    table: 'Code table',
    every: 'all',
    rows: 'codes',
    of: 'of',
    left: 'Left',
    right: 'Right',
    relation: 'Relation',
    confidence: 'How sure',
    why: 'Why, and review',
    back: 'Back',
    backSame: 'the same',
    backOther: 'another',
    filter: 'Narrow the codes',
    search: 'Search codes, displays and notes',
    noTable: 'There is no code table of this name.',
    noRow: 'No code fits. Take away a word or a choice.',
    usedBy: 'Used by',
    byCode: 'Read by the code around the tables, by checks and by people; no row translates with it.',
    noMap: 'no map',
    notSure: 'not sure',
    used: 'used by',
    accepted: 'accepted',
    bothWays: 'The same pairs hold both ways.',
    notBoth: 'codes of the left side do not come back as themselves:',
    oneSided: 'The table has a left side alone: it says which codes are meant.',
    toRight: 'Left to right',
    toLeft: 'Right to left',
    first: 'Of several rows for one code the first equivalent one is meant, else the first.',
    onlySame: 'Only equivalent codes are sent, as translations beside the original one; the others stay what they are.',
    comesBack: 'Comes back as',
    others: 'Has these too',
    rule: 'Codes without a row are translated by the rule',
    rightCodes: 'The codes on the right are of',
  },
}
